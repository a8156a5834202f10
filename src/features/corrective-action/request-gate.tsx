// One request out of its address, for every screen about it: loading, not here, or what stands below.
import type { ReactNode } from 'react'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { CORRECTIVE_PATH } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

type RequestGateProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly id: string
  readonly children: (view: CorrectiveView) => ReactNode
}

export const RequestGate = ({ screen: { store }, unit, id, children }: RequestGateProps) => {
  const { t } = useCorrectiveWords()
  const view = useLive(() => store.corrective.get(unit, id), [store, unit, id])
  if (view) return children(view)
  const back = { href: CORRECTIVE_PATH, label: t('title') }
  if (view === undefined)
    return (
      <>
        <PageHeader title={t('loading')} back={back} />
        <Skeleton label={t('common:loading')} shape="text" count={6} />
      </>
    )
  return (
    <>
      <PageHeader title={t('unknown')} back={back} />
      <EmptyState
        icon="wrench"
        title={t('unknown')}
        text={t('problems:corrective.not-found')}
        action={<ButtonLink href={CORRECTIVE_PATH}>{t('toList')}</ButtonLink>}
      />
    </>
  )
}
