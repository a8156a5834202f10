// One commune as those who follow it see it: where it stands, what comes next, whose turn it is and until when, all in
// the first view; below, its stages, its self-assessments, what was found there and who visited it.
import { Suspense } from 'react'
import { useSearchParams } from 'wouter'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { assertNever } from '#domain/kernel/result.ts'
import { standsOn } from '#domain/place/standing.ts'
import { CommuneCalendarButton } from '#features/commune-calendar-button.tsx'
import { DeclarationNote } from '#features/declaration-note.tsx'
import { ObstaclesSection } from '#features/obstacles-section.tsx'
import { EndedNote } from '#features/ended-units.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { AssessmentsTab } from './assessments-tab.tsx'
import { CommuneNow } from './commune-now.tsx'
import { CommuneRecords } from './commune-records.tsx'
import { useCommuneWords } from './commune-words.ts'
import { FindingsTab } from './findings-tab.tsx'
import { COMMUNES_PATH, communePath } from './paths.ts'
import { ProgressTab } from './progress-tab.tsx'
import { VisitsTab } from './visits-tab.tsx'

const tabs = ['progress', 'assessments', 'findings', 'visits'] as const
type TabName = (typeof tabs)[number]

type CommuneScreenProps = ScreenProps & { readonly unit: string }

export const CommuneScreen = ({ unit, ...screen }: CommuneScreenProps) => {
  const { store, today } = screen
  const { t } = useCommuneWords()
  const row = useLive(() => store.communes.get(unit), [store, unit])
  const pilot = useLive(() => store.pilot.ofCommune(unit, today), [store, unit, today])
  const seen = useLive(() => store.cockpit.commune(unit, today), [store, unit, today])
  if (row === undefined || pilot === undefined || seen === undefined) {
    return (
      <>
        <PageHeader title={t('commune.loading')} back={{ href: COMMUNES_PATH, label: t('title') }} />
        <Skeleton label={t('common:loading')} shape="cards" count={2} />
      </>
    )
  }
  if (row === null) return <UnknownCommune />
  return <CommuneView row={row} pilot={pilot} seen={seen} screen={screen} />
}

export const UnknownCommune = () => {
  const { t } = useCommuneWords()
  return (
    <>
      <PageHeader title={t('commune.unknown')} back={{ href: COMMUNES_PATH, label: t('title') }} />
      <EmptyState
        icon="pin"
        title={t('commune.unknownTitle')}
        text={t('commune.unknownText')}
        action={<ButtonLink href={COMMUNES_PATH}>{t('commune.toList')}</ButtonLink>}
      />
    </>
  )
}

type CommuneViewProps = {
  readonly row: CommuneRow
  readonly pilot: PilotView | null
  readonly seen: CommuneCockpit | null
  readonly screen: ScreenProps
}

const CommuneView = ({ row, pilot, seen, screen }: CommuneViewProps) => {
  const { t } = useCommuneWords()
  const [params] = useSearchParams()
  const unit = row.place.id
  const current = tabs.find((tab) => tab === params.get('tab')) ?? 'progress'
  return (
    <>
      <FrameTitle title={row.place.name} subtitle={row.area?.name} />
      <PageHeader
        title={row.place.name}
        subtitle={row.area?.name ?? t('commune.noArea')}
        back={{ href: COMMUNES_PATH, label: t('title') }}
      />
      {standsOn(row.place, screen.today) ? (
        <CommuneNow row={row} pilot={pilot} seen={seen} screen={screen} />
      ) : (
        <EndedNote place={row.place} screen={screen} />
      )}
      <Tabs
        label={t('commune.tabs')}
        items={tabs.map((tab) => ({
          href: communePath(unit, tab === 'progress' ? undefined : tab),
          label: t(`tabs.${tab}`),
          isCurrent: tab === current,
        }))}
      />
      <TabContent tab={current} row={row} pilot={pilot} screen={screen} />
    </>
  )
}

type TabContentProps = Omit<CommuneViewProps, 'seen'> & { readonly tab: TabName }

const TabContent = ({ tab, row, pilot, screen }: TabContentProps) => {
  const unit = row.place.id
  const { store } = screen
  switch (tab) {
    case 'progress':
      return (
        <Stack gap={5}>
          <Suspense fallback={null}>
            <ObstaclesSection screen={screen} unit={unit} />
          </Suspense>
          <ProgressTab unit={unit} pilot={pilot} />
          <CommuneCalendarButton screen={screen} unit={unit} />
          <CommuneRecords screen={screen} unit={unit} />
          <DeclarationNote screen={{ store }} unit={unit} />
        </Stack>
      )
    case 'assessments':
      return <AssessmentsTab unit={unit} store={store} />
    case 'findings':
      return <FindingsTab unit={unit} screen={screen} />
    case 'visits':
      return <VisitsTab unit={unit} screen={screen} />
    default:
      return assertNever(tab)
  }
}
