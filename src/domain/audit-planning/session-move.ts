/**
 * Moving on the calendar: one session to another day of its plan, or a whole plan with everything in it. A move is asked
 * what writing the session would be asked, so the calendar refuses nothing that the form takes and the other way round.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Auditor } from './auditor.ts'
import type { AuditPlan } from './audit-plan.ts'
import { type AuditSession, checkSession } from './audit-session.ts'
import { bookingProblem } from './double-booking.ts'
import { independenceProblem } from './independence.ts'

/** Who else is booked, and who everybody is. */
export interface Bookings {
  /** Sessions of every commune that is known here. */
  readonly sessions: readonly AuditSession[]
  readonly auditors: readonly Auditor[]
}

/** The session as it is to be stored, or the first thing that speaks against it. Rules AP-9, AP-11 and AP-13. */
export function placeSession(
  session: AuditSession,
  plan: Pick<AuditPlan, 'from' | 'to'>,
  { sessions, auditors }: Bookings,
): Result<AuditSession, Problem> {
  const checked = checkSession(session, plan)
  if (!checked.ok) return checked
  const problem = independenceProblem(checked.value, auditors) ?? bookingProblem(checked.value, sessions, auditors)
  return problem === null ? checked : err(problem)
}

/** Rule AP-16. */
export const moveSession = (
  session: AuditSession,
  on: LocalDate,
  plan: Pick<AuditPlan, 'from' | 'to'>,
  bookings: Bookings,
): Result<AuditSession, Problem> => placeSession({ ...session, on }, plan, bookings)

/** A plan and its sessions some days later, or earlier where `days` is negative. */
export interface ShiftedPlan {
  readonly plan: AuditPlan
  readonly sessions: readonly AuditSession[]
}

/** Rule AP-16. */
export function shiftPlan(plan: AuditPlan, days: number, bookings: Bookings): Result<ShiftedPlan, Problem> {
  const moved: AuditPlan = { ...plan, from: addDays(plan.from, days), to: addDays(plan.to, days) }
  const others = bookings.sessions.filter((one) => one.plan !== plan.id)
  const sessions: AuditSession[] = []
  for (const session of bookings.sessions.filter((one) => one.plan === plan.id)) {
    const at = { ...session, on: addDays(session.on, days) }
    const placed = placeSession(at, moved, { sessions: others, auditors: bookings.auditors })
    if (!placed.ok) return placed
    sessions.push(placed.value)
  }
  return ok({ plan: moved, sessions })
}
