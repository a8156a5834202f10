// What a screen of one filling shows while the filling or its form is on its way, when one of them is not there, and
// when it was handed in.
import type { ReactNode } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFillingWords } from './form-words.ts'
import { NotHere } from './not-here.tsx'
import { SealedFilling } from './sealed-filling.tsx'
import { type FillingState, useFilling } from './use-filling.ts'

export type OpenState = Extract<FillingState, { readonly is: 'open' }>

type FillingGateProps = {
  readonly screen: ScreenProps
  readonly id: string
  readonly children: (filling: OpenState) => ReactNode
}

export const FillingGate = ({ screen, id, children }: FillingGateProps) => {
  const { t } = useFillingWords()
  const filling = useFilling(screen, id)
  if (filling.is === 'open') return children(filling)
  if (filling.is === 'loading') return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (filling.is === 'no-form') return <NotHere title={t('noForm.title')} text={t('noForm.text')} />
  return <SealedFilling {...{ screen, id }} />
}
