// Where to go next: the communes in the order in which they have waited longest, each with the button that records a
// visit; and below, every visit so far.
import { useMemo } from 'react'
import type { CommuneRow, VisitView } from '#data/contract/commune-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { isVisitOverdue, VISIT_INTERVAL_DAYS } from '#domain/field-visit/visit.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { PastVisits } from './past-visits.tsx'
import { NEW_VISIT_PATH, newVisitPath } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'

export const VisitsScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useVisitWords()
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const rows = useLive(() => store.communes.list(), [store])
  const visits = useLive(() => store.visits.list(units), [store, units])
  const mayVisit = person.communes.some(({ id }) => person.may('visit', feedId(id, 'pub')))
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={person.place.name}
        {...(mayVisit && {
          actions: (
            <ButtonLink kind="main" icon="pin" href={NEW_VISIT_PATH}>
              {t('record')}
            </ButtonLink>
          ),
        })}
      />
      {rows === undefined || visits === undefined ? (
        <Skeleton label={t('common:loading')} shape="rows" count={6} />
      ) : (
        <VisitLists rows={rows} visits={visits} screen={screen} mayVisit={mayVisit} />
      )}
    </>
  )
}

type VisitListsProps = {
  readonly rows: readonly CommuneRow[]
  readonly visits: readonly VisitView[]
  readonly screen: ScreenProps
  readonly mayVisit: boolean
}

const VisitLists = ({ rows, visits, screen, mayVisit }: VisitListsProps) => {
  const { t } = useVisitWords()
  if (rows.length === 0 && visits.length === 0) {
    return <EmptyState icon="pin" title={t('noCommunes.title')} text={t('noCommunes.text')} />
  }
  return (
    <>
      {rows.length > 0 && (
        <Section title={t('toVisit')} detail={t('toVisitDetail', { days: VISIT_INTERVAL_DAYS })}>
          <ToVisit rows={rows} screen={screen} mayVisit={mayVisit} />
        </Section>
      )}
      <Section title={t('past')}>
        {visits.length === 0 ? (
          <EmptyState icon="pin" level={3} title={t('empty.title')} text={t('empty.text')} />
        ) : (
          <PastVisits visits={visits} screen={screen} mayVisit={mayVisit} />
        )}
      </Section>
    </>
  )
}

/** Never visited first ('' sorts before every date), then the longest ago. */
const longestFirst = (rows: readonly CommuneRow[]): readonly CommuneRow[] =>
  rows.toSorted((a, b) => {
    const [left, right] = [a, b].map(({ summary }) => summary?.lastVisitOn ?? '') as [string, string]
    return left < right ? -1 : left > right ? 1 : 0
  })

const ToVisit = ({ rows, screen: { today }, mayVisit }: Omit<VisitListsProps, 'visits'>) => {
  const { t, sinceText } = useVisitWords()
  return (
    <Rows label={t('toVisit')}>
      {longestFirst(rows).map(({ place, area, summary }) => {
        const last = summary?.lastVisitOn ?? null
        const isOverdue = isVisitOverdue(last, today)
        return (
          <Row
            key={place.id}
            title={place.name}
            detail={[area?.name, sinceText(last, today)].filter(Boolean).join(' · ')}
            trailing={isOverdue ? <Tag tone="warn">{t('overdue')}</Tag> : <Tag tone="good">{t('recent')}</Tag>}
            href={mayVisit ? newVisitPath(place.id) : `/communes/${place.id}`}
            cue={t(mayVisit ? 'recordShort' : 'common:open')}
          />
        )
      })}
    </Rows>
  )
}
