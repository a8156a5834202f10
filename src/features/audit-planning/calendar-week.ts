// The weeks of the calendar, from Monday to Sunday, and what lies in them.
import type { PlanningBoard } from '#data/contract/audit-planning-contract.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { addDays, dayOfWeek, daysBetween, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((dayOfWeek(day) + 6) % 7))

export const daysOfWeek = (monday: LocalDate): readonly LocalDate[] =>
  Array.from({ length: 7 }, (_, i) => addDays(monday, i))

/** The week an address asks for; that of today where it asks for none. */
export const weekOf = (asked: string | undefined, today: LocalDate): LocalDate =>
  mondayOf(asked !== undefined && isLocalDate(asked) ? asked : today)

export interface PlannedWeek {
  readonly monday: LocalDate
  readonly communes: number
  /** One auditor on one day in one commune. */
  readonly auditorDays: number
}

/** Every week in which somebody audits, the first first. */
export function plannedWeeks(sessions: readonly AuditSession[]): readonly PlannedWeek[] {
  const byWeek = new Map<LocalDate, AuditSession[]>()
  for (const session of sessions) {
    const monday = mondayOf(session.on)
    byWeek.set(monday, [...(byWeek.get(monday) ?? []), session])
  }
  return Array.from(byWeek, ([monday, held]) => ({
    monday,
    communes: new Set(held.map(({ unit }) => unit)).size,
    auditorDays: new Set(held.flatMap(({ unit, on, auditors }) => auditors.map((id) => `${unit} ${on} ${id}`))).size,
  })).sort((a, b) => (a.monday < b.monday ? -1 : 1))
}

/** What is being moved: one session, or its whole plan, and the day the session would come to. */
export interface Picked {
  readonly session: string
  readonly isWholePlan: boolean
  readonly to: LocalDate
}

/** Sessions as they would stand. What is not moved stays where it is. */
export function asPicked(board: PlanningBoard, picked: Picked | null): readonly AuditSession[] {
  const moved = board.sessions.find(({ id }) => id === picked?.session)
  if (picked === null || moved === undefined) return board.sessions
  const days = daysBetween(moved.on, picked.to)
  return board.sessions.map((session) => {
    const goes = session.id === moved.id || (picked.isWholePlan && session.plan === moved.plan)
    return goes ? { ...session, on: addDays(session.on, days) } : session
  })
}
