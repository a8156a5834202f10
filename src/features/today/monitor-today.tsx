// The first screen of who follows an area: which communes need a hand, and the area in four figures.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { VISIT_INTERVAL_DAYS } from '#domain/field-visit/visit.ts'
import { areaFigures } from '#domain/reporting/area-figures.ts'
import type { Person, ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Columns, Stack } from '#ui/layout.tsx'
import { Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { communeNeeds, type FollowRights } from './monitor-tasks.ts'
import { NeedRow } from './need-row.tsx'
import { COMMUNES_PATH } from './paths.ts'
import { TaskRow } from './task-row.tsx'
import { attentionTasks } from './today-tasks.ts'
import type { TodayProps } from './today-props.ts'

/** An area has six communes at most; who follows more finds the rest in the list. */
const SHOWN = 8

const rightsOf = (person: Person): FollowRights => ({
  mayConfirm: (unitId) => person.may('stage-event', feedId(unitId, 'pub'), 'confirmed'),
  mayVisit: (unitId) => person.may('visit', feedId(unitId, 'pub')),
})

export const MonitorToday = ({ store, person, today, rollout }: TodayProps) => {
  const { t } = useText('today')
  const rows = useLive(() => store.communes.list(), [store])
  const attention = useLive(() => store.syncCentre.status(), [store])
  if (!rows || !attention) return <Skeleton label={t('common:loading')} shape="rows" count={5} />
  const needs = communeNeeds(rows, rightsOf(person), today)
  const own = attentionTasks(attention)
  if (rows.length === 0)
    return <EmptyState icon="list" title={t('empty.noCommunes')} text={t('empty.noCommunesText')} />
  return (
    <Columns
      main={
        <Stack gap={3}>
          {own.length + needs.length === 0 ? (
            <EmptyState icon="check" title={t('empty.monitor')} text={t('empty.monitorText')} />
          ) : (
            <Rows label={t('title.monitor')}>
              {own.map((task) => (
                <TaskRow key={task.kind} isMain={false} {...{ task, today }} />
              ))}
              {needs.slice(0, SHOWN).map((need) => (
                <NeedRow key={need.unitId} need={need} />
              ))}
            </Rows>
          )}
          {needs.length > SHOWN && <p>{t('moreCommunes', { count: needs.length - SHOWN })}</p>}
          <ButtonLink href={COMMUNES_PATH} wide>
            {t('allCommunes', { count: rows.length })}
          </ButtonLink>
          {rollout}
        </Stack>
      }
      aside={<AreaFigures rows={rows} today={today} />}
    />
  )
}

type AreaFiguresProps = Pick<ScreenProps, 'today'> & {
  readonly rows: Awaited<ReturnType<PersonStore['communes']['list']>>
}

const AreaFigures = ({ rows, today }: AreaFiguresProps) => {
  const { t } = useText('today')
  const { number } = useFormats()
  const { declared, late, notVisited, openMajor } = areaFigures(
    rows.flatMap(({ summary }) => summary ?? []),
    today,
  )
  const list = (state: string): string => `${COMMUNES_PATH}?state=${state}`
  return (
    <Section title={t('figures.title')}>
      <FigureGrid>
        <FigureCard
          label={t('figures.late')}
          value={number(late)}
          {...(late > 0 && { tone: 'bad' })}
          href={list('late')}
        />
        <FigureCard
          label={t('figures.notVisited', { days: rows[0]?.summary?.visitEveryDays ?? VISIT_INTERVAL_DAYS })}
          value={number(notVisited)}
          {...(notVisited > 0 && { tone: 'warn' })}
          href={list('not-visited')}
        />
        <FigureCard
          label={t('figures.openMajor')}
          value={number(openMajor)}
          {...(openMajor > 0 && { tone: 'bad' })}
          href={list('open-major')}
        />
        <FigureCard
          label={t('figures.declared')}
          value={t('figures.of', { count: declared, total: rows.length })}
          href={list('declared')}
        />
      </FigureGrid>
    </Section>
  )
}
