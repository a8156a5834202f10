// Communes against the days of a week. A session has a handle for moving (a button: drag it, or press Enter and use the
// arrows) and a link to itself. On a phone a commune is a card with its days below each other.
import { useEffect, useRef } from 'react'
import type { PlanningBoard } from '#data/contract/audit-planning-contract.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { independenceProblem } from '#domain/audit-planning/independence.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Icon } from '#ui/icon.tsx'
import { AppLink } from '#ui/link.tsx'
import { Tag } from '#ui/tag.tsx'
import styles from './calendar.module.css'
import { daysOfWeek } from './calendar-week.ts'
import { mayPlan, sessionPath } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'
import type { CalendarMove } from './use-calendar-move.ts'
import { type Drag, useDrag } from './use-drag.ts'

type CalendarGridProps = {
  readonly board: PlanningBoard
  /** As they stand, or would stand where something is being moved. */
  readonly sessions: readonly AuditSession[]
  readonly monday: LocalDate
  readonly move: CalendarMove
  readonly screen: ScreenProps
}

export const CalendarGrid = (props: CalendarGridProps) => {
  const { t, formats } = usePlanningWords()
  const { sessions, monday, board, screen } = props
  const drag = useDrag(props.move, t('calendar.elsewhere'))
  const days = daysOfWeek(monday)
  const last = days[6] ?? monday
  const shown = screen.person.communes.filter(
    ({ id }) =>
      sessions.some(({ unit, on }) => unit === id && on >= monday && on <= last) ||
      board.plans.some((plan) => plan.unit === id && plan.from <= last && plan.to >= monday),
  )
  if (shown.length === 0) return <p>{t('calendar.nothing')}</p>
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('calendar.title')}>
        <thead>
          <tr>
            <th scope="col">{t('calendar.commune')}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {formats.dayWithWeekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {days.map((day) => (
                <DayCell key={day} {...props} {...{ drag, day }} unit={id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type DayCellProps = CalendarGridProps & { readonly unit: string; readonly day: LocalDate; readonly drag: Drag }

const DayCell = ({ unit, day, ...props }: DayCellProps) => {
  const { formats } = usePlanningWords()
  const { sessions, board, move } = props
  const held = sessions.filter((session) => session.unit === unit && session.on === day)
  const isPlanned = board.plans.some((plan) => plan.unit === unit && plan.from <= day && day <= plan.to)
  const isOver = move.picked?.to === day && held.some(({ id }) => id === move.picked?.session)
  return (
    <td
      className={styles.day}
      data-unit={unit}
      data-day={day}
      data-planned={isPlanned || undefined}
      data-over={isOver || undefined}
      data-empty={held.length === 0 || undefined}
    >
      <span className={styles.dayName}>{formats.dayWithWeekday(day)}</span>
      {held.map((session) => (
        <Chip key={session.id} {...props} session={session} />
      ))}
    </td>
  )
}

type ChipProps = CalendarGridProps & { readonly session: AuditSession; readonly drag: Drag }

const Chip = ({ session, board, move, screen, drag }: ChipProps) => {
  const { t, formats, fieldText } = usePlanningWords()
  const { id, unit, plan, type, from, to, field, auditors } = session
  const what = type === 'field' ? fieldText(field) : t(`type.${type}`)
  const own = board.auditors.filter((one) => one.unit === unit)
  const names = formats.list(auditors.map((one) => own.find((known) => known.id === one)?.name ?? t('auditor.gone')))
  const isPicked = move.picked?.session === id
  const mayMove = mayPlan(screen.person, unit)
  const time = t('calendar.time', { from, to })
  const isAgainst = board.clashes.has(id) || independenceProblem(session, board.auditors) !== null
  return (
    <div className={styles.chip} data-picked={isPicked || undefined}>
      {mayMove && (
        <Handle
          {...{ session, move, drag, time }}
          label={t('calendar.handle', { time, what, names, day: formats.dayWithWeekday(session.on) })}
        />
      )}
      {!mayMove && <span className={styles.time}>{time}</span>}
      <span className={styles.words}>
        <AppLink href={sessionPath(unit, plan, id)}>{what}</AppLink>
        <span>{names}</span>
        {isAgainst && <Tag tone="bad">{t('sessions.against')}</Tag>}
      </span>
    </div>
  )
}

type HandleProps = Pick<ChipProps, 'session' | 'move' | 'drag'> & { readonly label: string; readonly time: string }

const Handle = ({ session, move, drag, label, time }: HandleProps) => {
  const button = useRef<HTMLButtonElement>(null)
  const isPicked = move.picked?.session === session.id
  // A session that is moved comes to stand in another cell: the focus goes with it.
  useEffect(() => {
    if (isPicked) button.current?.focus()
  }, [isPicked, session.on])
  return (
    <button
      ref={button}
      type="button"
      className={styles.handle}
      aria-pressed={isPicked}
      aria-label={label}
      aria-describedby="calendar-help"
      onPointerDown={(event) => drag.start(event, session)}
      onKeyDown={(event) => {
        if (move.onKey(event.key, session)) event.preventDefault()
      }}
      onClick={() => {
        if (drag.tookClick()) return
        if (isPicked) void move.put()
        else move.pick(session)
      }}
    >
      <Icon name="menu" />
      <span>{time}</span>
    </button>
  )
}
