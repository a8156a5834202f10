/**
 * The deadlines of a plan. A paper may name a day that no calendar has ("31/11/2013"): its text stays, it is flagged, a
 * day near it is offered, and only a person decides (PLN-8).
 */
import { addDays, type LocalDate, nearestExistingDay } from '#domain/kernel/local-date.ts'
import type { Plan, PlanDeadline } from '#domain/pilot/plan.ts'

/** `flagged`: the text names no day and nobody has decided on one. */
export type DeadlineState = 'flagged' | 'passed' | 'due' | 'ahead'

/** Days before a deadline from which on it is pointed out. */
const DUE_WITHIN_DAYS = 14

/** The day that counts: the one written, or the one a person decided on. Rule PLN-8. */
export const deadlineDay = ({ on, decidedOn }: PlanDeadline): LocalDate | null => on.date ?? decidedOn?.date ?? null

/** The day to offer where the text names none; null where nothing near is a day. Rule PLN-8. */
export const suggestedDay = ({ on }: PlanDeadline): LocalDate | null =>
  on.date === null ? nearestExistingDay(on.text) : null

export function deadlineState(deadline: PlanDeadline, today: LocalDate): DeadlineState {
  const day = deadlineDay(deadline)
  if (day === null) return 'flagged'
  if (day < today) return 'passed'
  return addDays(day, -DUE_WITHIN_DAYS) <= today ? 'due' : 'ahead'
}

/** By the day that counts, those without one last. */
export const deadlinesOf = ({ deadlines = [] }: Pick<Plan, 'deadlines'>): readonly PlanDeadline[] =>
  [...deadlines].sort((a, b) => {
    const [one, other] = [deadlineDay(a) ?? '~', deadlineDay(b) ?? '~']
    return one < other ? -1 : one > other ? 1 : 0
  })
