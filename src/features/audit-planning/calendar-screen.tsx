// "Lần lượt tại các xã": which auditor is in which commune on which day, a week at a time. Sessions are moved by dragging
// their handle or by keyboard; a move that books somebody twice, or leaves the plan, is refused with the reason.
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { PlanningBoard } from '#data/contract/audit-planning-contract.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { asPicked, plannedWeeks, weekOf } from './calendar-week.ts'
import { mayPlan, PLANNING_PATH } from './paths.ts'
import { useCalendarMove } from './use-calendar-move.ts'
import styles from './calendar.module.css'
import { usePlanningWords } from './use-planning-words.ts'

export const CalendarScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = usePlanningWords()
  const units = person.communes.map(({ id }) => id)
  const board = useLive(() => store.auditPlanning.board(units), [store, units.join(' ')])
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('calendar.title')}
        subtitle={t('calendar.subtitle')}
        back={{ href: PLANNING_PATH, label: t('title') }}
      />
      {board === undefined && <Skeleton label={t('loading')} shape="cards" count={3} />}
      {board?.sessions.length === 0 && (
        <EmptyState
          icon="calendar-check"
          title={t('calendar.emptyTitle')}
          text={t('calendar.emptyText')}
          action={<ButtonLink href={PLANNING_PATH}>{t('calendar.toPlans')}</ButtonLink>}
        />
      )}
      {board !== undefined && board.sessions.length > 0 && <Calendar board={board} screen={screen} />}
    </Stack>
  )
}

const EVERYBODY = ''

const Calendar = ({ board, screen }: { readonly board: PlanningBoard; readonly screen: ScreenProps }) => {
  const { t } = usePlanningWords()
  const [params, setParams] = useSearchParams()
  const [isWholePlan, setWholePlan] = useState(false)
  const [auditor, setAuditor] = useState(EVERYBODY)
  const first = plannedWeeks(board.sessions.filter(({ on }) => on >= screen.today))[0]?.monday
  const monday = weekOf(params.get('week') ?? first, screen.today)
  const show = (day: LocalDate) => setParams({ week: day }, { replace: true })
  const move = useCalendarMove({ board, isWholePlan, screen, onDay: show })
  const sessions = asPicked(board, move.picked).filter(
    ({ auditors }) => auditor === EVERYBODY || auditors.includes(auditor),
  )
  const mayMove = screen.person.communes.some(({ id }) => mayPlan(screen.person, id))
  return (
    <Stack>
      <div className={styles.controls}>
        <Weeks board={board} monday={monday} onWeek={show} />
        <Stack>
          <SelectField
            label={t('calendar.auditor')}
            placeholder={t('calendar.everybody')}
            value={auditor}
            onChange={(event) => setAuditor(event.target.value)}
            options={oneOfEach(board)}
          />
          {mayMove && (
            <Segmented
              legend={t('calendar.what')}
              name="what"
              value={isWholePlan ? 'plan' : 'session'}
              onChange={(what) => setWholePlan(what === 'plan')}
              options={[
                { value: 'session', label: t('calendar.oneSession') },
                { value: 'plan', label: t('calendar.wholePlan') },
              ]}
            />
          )}
        </Stack>
      </div>
      {mayMove && <p id="calendar-help">{t('calendar.help')}</p>}
      <CalendarGrid {...{ board, sessions, monday, move, screen }} />
      <output aria-live="assertive">{move.said}</output>
      <ProblemNotice problem={move.problem} title={t('calendar.notMoved')} />
      <Clashes board={board} screen={screen} />
    </Stack>
  )
}

/** Somebody who stands in several communes is one line. */
const oneOfEach = ({ auditors }: PlanningBoard) =>
  Array.from(new Map(auditors.map(({ id, name }) => [id, { value: id, label: name }])).values())

type WeeksProps = {
  readonly board: PlanningBoard
  readonly monday: LocalDate
  readonly onWeek: (day: LocalDate) => void
}

const Weeks = ({ board, monday, onWeek }: WeeksProps) => {
  const { t, daysText } = usePlanningWords()
  const nameOf = (day: LocalDate): string => daysText({ from: day, to: addDays(day, 6) })
  const planned = plannedWeeks(board.sessions)
  const listed = planned.some((week) => week.monday === monday)
    ? planned
    : [...planned, { monday, communes: 0, auditorDays: 0 }].sort((a, b) => (a.monday < b.monday ? -1 : 1))
  return (
    <Stack gap={3}>
      <SelectField
        label={t('calendar.week')}
        value={monday}
        onChange={(event) => onWeek(event.target.value as LocalDate)}
        options={listed.map((week) => ({
          value: week.monday,
          label: t('calendar.weekOf', {
            days: nameOf(week.monday),
            communes: week.communes,
            auditorDays: week.auditorDays,
          }),
        }))}
      />
      <Cluster>
        <Button icon="chevron-left" onClick={() => onWeek(addDays(monday, -7))}>
          {t('calendar.before')}
        </Button>
        <Button iconEnd="chevron-right" onClick={() => onWeek(addDays(monday, 7))}>
          {t('calendar.after')}
        </Button>
      </Cluster>
    </Stack>
  )
}

const Clashes = ({ board, screen: { person } }: { readonly board: PlanningBoard; readonly screen: ScreenProps }) => {
  const { t, formats, clashText } = usePlanningWords()
  const placeOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  const sentences = new Set(
    Array.from(board.clashes.values())
      .flat()
      .map((clash) => `${formats.day(clash.other.on)}: ${clashText(clash, placeOf)}`),
  )
  if (sentences.size === 0) return null
  return (
    <Notice tone="bad" title={t('clash.title')}>
      {Array.from(sentences).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}
