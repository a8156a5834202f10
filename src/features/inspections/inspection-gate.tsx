// Every screen inside an inspection first needs the inspection. What it shows while it is on its way, or when it is not
// there, is the same everywhere.
import type { ReactNode } from 'react'
import type { InspectionView } from '#data/contract/inspection-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Person, ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { INSPECTIONS_PATH } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export type InspectionRoute = ScreenProps & { readonly unit: string; readonly id: string }

/** What screens inside an inspection get. */
export type Loaded = { readonly screen: ScreenProps; readonly inspection: InspectionView }

export type ReadOnlyReason = 'role' | 'sealed'

export const mayInspect = (person: Person, unit: string): boolean => person.may('inspection', feedId(unit, 'pub'))

/** Null where the person may write. */
export function readOnlyReason(person: Person, { unit, isSealed }: InspectionView): ReadOnlyReason | null {
  if (!mayInspect(person, unit)) return 'role'
  return isSealed ? 'sealed' : null
}

type InspectionGateProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly id: string
  readonly children: (loaded: Loaded) => ReactNode
}

export const InspectionGate = ({ screen, unit, id, children }: InspectionGateProps) => {
  const { t } = useInspectionWords()
  const { store } = screen
  const found = useLive(async () => ({ inspection: await store.inspections.get(unit, id) }), [store, unit, id])
  if (found === undefined) return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (found.inspection === null) return <Missing title={t('missing.title')} />
  return children({ screen, inspection: found.inspection })
}

export const Missing = ({ title }: { readonly title: string }) => {
  const { t } = useInspectionWords()
  return (
    <Stack>
      <PageHeader title={t('title')} />
      <EmptyState
        icon="search"
        title={title}
        text={t('missing.text')}
        action={<ButtonLink href={INSPECTIONS_PATH}>{t('toList')}</ButtonLink>}
      />
    </Stack>
  )
}

export const placeName = ({ store }: Pick<ScreenProps, 'store'>, unit: string): string =>
  store.identity.places.find(({ id }) => id === unit)?.name ?? unit
