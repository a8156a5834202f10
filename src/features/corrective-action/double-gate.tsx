// Where the commune has no other request that this one may end in, there is nothing to fill in: one sentence says so, and
// what was typed for it stays a draft (CA-26).
import type { ReactNode } from 'react'
import { correctivePath } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useDoubles } from './use-doubles.ts'

type DoubleGateProps = {
  readonly view: CorrectiveView
  readonly screen: ScreenProps
  readonly children: ReactNode
}

export const DoubleGate = ({ view, screen, children }: DoubleGateProps) => {
  const { t } = useCorrectiveWords()
  const doubles = useDoubles(view, screen)
  if (!doubles) return <Skeleton label={t('common:loading')} shape="rows" count={2} />
  if (doubles.choices.length > 0) return children
  return (
    <EmptyState
      icon="lock"
      title={t('notNow.title')}
      text={t('double.notOffered')}
      action={<ButtonLink href={correctivePath(view.unit, view.id)}>{t('toRequest')}</ButtonLink>}
    />
  )
}
