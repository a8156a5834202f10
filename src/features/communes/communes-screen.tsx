// The communes of a person's scope, one line each: where every one stands, which need help, where to go next. One read
// of small summaries feeds the whole screen, so that fifty lines stand within a blink on a cheap tablet.
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'wouter'
import type { CockpitView } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import { EndedUnits } from '#features/ended-units.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { CommuneFigures } from './commune-figures.tsx'
import { CommuneFilters } from './commune-filters.tsx'
import { CommuneLegend } from './commune-legend.tsx'
import { groupRows, type ListQuery, readListQuery, type SeenById, selectRows } from './commune-list-query.ts'
import { CommuneTable } from './commune-table.tsx'
import { COMMUNES_PATH, newVisitPath } from './paths.ts'
import { pubFeed } from './feeds.ts'

export const CommunesScreen = (screen: ScreenProps) => {
  const { store, person, today } = screen
  const { t } = useText('communes')
  const rows = useLive(() => store.communes.list(), [store])
  const view = useLive(() => store.cockpit.view(today), [store, today])
  const plan = view?.plan ?? null
  const mayVisit = person.communes.some(({ id }) => person.may('visit', pubFeed(id)))
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={plan?.illustrative ? t('subtitleIllustrative', { place: person.place.name }) : person.place.name}
        actions={
          mayVisit ? (
            <ButtonLink kind="main" icon="pin" href={newVisitPath()}>
              {t('recordVisit')}
            </ButtonLink>
          ) : (
            <ButtonLink icon="chart" href="/cockpit">
              {t('toCockpit')}
            </ButtonLink>
          )
        }
      />
      {rows === undefined && (
        <>
          <Skeleton label={t('common:loading')} shape="figures" count={4} />
          <Skeleton label={t('common:loading')} shape="rows" count={6} />
        </>
      )}
      {rows?.length === 0 && <EmptyState icon="list" title={t('empty.title')} text={t('empty.text')} />}
      {rows !== undefined && rows.length > 0 && <CommuneList rows={rows} view={view ?? null} screen={screen} />}
      <EndedUnits units={view?.ended ?? []} screen={screen} />
    </>
  )
}

type CommuneListProps = {
  readonly rows: readonly CommuneRow[]
  readonly view: CockpitView | null
  readonly screen: ScreenProps
}

const noneSeen: SeenById = new Map()

const CommuneList = ({ rows, view, screen: { today, person } }: CommuneListProps) => {
  const { t } = useText('communes')
  const [params] = useSearchParams()
  const address = params.toString()
  const query = useMemo(() => readListQuery(new URLSearchParams(address)), [address])
  const shown = useDeferredValue(query)
  const seen = useMemo<SeenById>(
    () => (view ? new Map(view.communes.map((commune) => [commune.place.id, commune])) : noneSeen),
    [view],
  )
  const chosen = useMemo(() => selectRows(rows, shown, today, seen), [rows, shown, today, seen])
  const groups = useMemo(() => groupRows(chosen, shown.sort), [chosen, shown.sort])
  const listStart = useScrollToList(query)
  return (
    <>
      <CommuneFigures {...{ rows, view, today }} isProvince={person.workplace === 'province'} />
      <div ref={listStart}>
        <CommuneFilters rows={rows} query={query} found={chosen.length} />
      </div>
      {chosen.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('nothingFound.title')}
          text={t('nothingFound.text')}
          action={<ButtonLink href={COMMUNES_PATH}>{t('filters.clear')}</ButtonLink>}
        />
      ) : (
        <Stack gap={5}>
          <CommuneTable {...{ groups, seen, today }} />
          <CommuneLegend />
        </Stack>
      )}
    </>
  )
}

/** A figure leads to its list: on a phone the list begins below the figures, so it is brought into view. */
function useScrollToList({ state }: ListQuery) {
  const start = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (state !== null && state !== before.current) start.current?.scrollIntoView({ block: 'start' })
    before.current = state
  }, [state])
  return start
}
