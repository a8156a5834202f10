// What a screen of one filling shows while the filling or its form is on its way, when one of them is not there, and
// when it was handed in.
import type { ReactNode } from 'react'
import { unitOfFilling, visitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { isTrial } from '#features/form-on-trial.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { visitPath } from '#features/visit-path.ts'
import { Stack } from '#ui/layout.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFillingWords } from './form-words.ts'
import { NotHere } from './not-here.tsx'
import { SealedFilling } from './sealed-filling.tsx'
import { screenOf } from './trial.ts'
import { TrialBanner } from './trial-banner.tsx'
import { type FillingState, useFilling } from './use-filling.ts'

export type OpenState = Extract<FillingState, { readonly is: 'open' }>

type FillingGateProps = {
  readonly given: ScreenProps
  readonly id: string
  /** Drawn over the screen it is handed: of a trial that is another than the given one. */
  readonly children: (filling: OpenState, screen: ScreenProps) => ReactNode
}

export const FillingGate = ({ given, id, children }: FillingGateProps) => {
  const { t } = useFillingWords()
  const screen = screenOf(given, id)
  const filling = useFilling(screen, id)
  const visit = visitOfFilling(id)
  const way = visit === null ? undefined : { href: visitPath(unitOfFilling(id), visit), label: t('visit.back') }
  if (filling.is === 'loading') return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (filling.is === 'no-form')
    return <NotHere title={t('noForm.title')} text={t('noForm.text')} {...(way && { back: way })} />
  if (isTrial(id) && filling.is !== 'open')
    return <NotHere title={t('trialGone.title')} text={t('trialGone.text')} href="/more/forms" />
  if (filling.is !== 'open' && way !== undefined) {
    const is = filling.is === 'submitted' ? 'sealed' : 'gone'
    return <NotHere title={t(`visit.${is}.title`)} text={t(`visit.${is}.text`)} back={way} />
  }
  if (filling.is !== 'open') return <SealedFilling {...{ screen, id }} />
  if (!isTrial(id)) return children(filling, screen)
  return (
    <Stack gap={4}>
      <TrialBanner store={given.store} />
      {children(filling, screen)}
    </Stack>
  )
}
