// Where to go next: what is planned, the communes in the order in which they have waited longest, each with the button that
// records a visit; and below, the visits so far. In a commune, the visits to it.
import { useMemo } from 'react'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { isVisitOverdue, VISIT_INTERVAL_DAYS } from '#domain/field-visit/visit.ts'
import { daysBetween } from '#domain/kernel/local-date.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { ComingVisits } from './coming-visits.tsx'
import { longestFirst } from './longest-first.ts'
import { PastVisits } from './past-visits.tsx'
import { DAY_PATH, NEW_VISIT_PATH, newVisitPath } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'

export const VisitsScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useVisitWords()
  const back = useBackToMore(person, 'monitor')
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const rows = useLive(() => store.communes.list(), [store])
  const mayVisit = person.communes.some(({ id }) => person.may('visit', feedId(id, 'pub')))
  const mayPlan = person.communes.some(({ id }) => person.may('planned-visit', feedId(id, 'pub')))
  const isFollowing = person.workplace !== 'commune'
  const isEmpty = rows?.length === 0 && units.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={person.place.name}
        back={back}
        {...(mayVisit && { actions: <Actions mayPlan={mayPlan} /> })}
      />
      {rows === undefined ? (
        <Skeleton label={t('common:loading')} shape="rows" count={6} />
      ) : isEmpty ? (
        <EmptyState icon="pin" title={t('noCommunes.title')} text={t('noCommunes.text')} />
      ) : (
        <Stack gap={5}>
          <ComingVisits {...{ screen, units, mayPlan }} />
          {isFollowing && rows.length > 0 && <ToVisit {...{ rows, screen, mayVisit }} />}
          <Section title={t('past')}>
            <PastVisits {...{ units, screen }} />
          </Section>
        </Stack>
      )}
    </>
  )
}

const Actions = ({ mayPlan }: { readonly mayPlan: boolean }) => {
  const { t } = useVisitWords()
  return (
    <Cluster gap={2}>
      <ButtonLink kind="main" icon="pin" href={NEW_VISIT_PATH}>
        {t('record')}
      </ButtonLink>
      {mayPlan && (
        <ButtonLink icon="calendar-check" href={DAY_PATH}>
          {t('day.action')}
        </ButtonLink>
      )}
    </Cluster>
  )
}

type ToVisitProps = {
  readonly rows: readonly CommuneRow[]
  readonly screen: ScreenProps
  readonly mayVisit: boolean
}

/** Those who wait too long are said before the list, in one sentence (VIS-4). */
const ToVisit = ({ rows, screen: { today }, mayVisit }: ToVisitProps) => {
  const { t, sinceText } = useVisitWords()
  const isOverdue = ({ summary }: CommuneRow): boolean => summary !== null && isVisitOverdue(summary, today)
  const days = rows[0]?.summary?.visitEveryDays ?? VISIT_INTERVAL_DAYS
  const overdue = rows.filter(isOverdue).length
  const waitTag = (row: CommuneRow) => {
    if (isOverdue(row)) return <Tag tone="warn">{t('overdue')}</Tag>
    const last = row.summary?.lastVisitOn ?? null
    return last !== null && daysBetween(last, today) <= days ? <Tag tone="good">{t('recent')}</Tag> : undefined
  }
  return (
    <Section title={t('toVisit')} detail={t('toVisitDetail', { days })}>
      <Stack gap={3}>
        {overdue > 0 && <Notice tone="warn">{t('overdueCount', { count: overdue, days })}</Notice>}
        <Rows label={t('toVisit')}>
          {longestFirst(rows).map((row) => (
            <Row
              key={row.place.id}
              title={row.place.name}
              detail={[row.area?.name, sinceText(row.summary?.lastVisitOn ?? null, today)].filter(Boolean).join(' · ')}
              trailing={waitTag(row)}
              href={mayVisit ? newVisitPath(row.place.id) : `/communes/${row.place.id}`}
              cue={t(mayVisit ? 'recordShort' : 'common:open')}
            />
          ))}
        </Rows>
      </Stack>
    </Section>
  )
}
