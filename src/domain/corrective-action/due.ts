/**
 * What a request waits for: the step that is next, what one person may do about it today, and whether it is late; and until
 * when the request of a finding is to be opened.
 */
import { addDays, daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { type Course, daysOverdue, isEffectDue, isEffectOverdue, isOnOwnWork } from './course.ts'
import { leadsFrom, type MoveName, moveNames } from './move.ts'
import type { CorrectiveActionState } from './state.ts'

const nextByState: Readonly<Record<CorrectiveActionState, MoveName | null>> = {
  proposed: 'start-analysis',
  analysing: 'submit-analysis',
  'awaiting-approval': 'approve',
  'in-progress': 'report-done',
  verifying: 'accept',
  closed: 'check-effect',
  'carried-over': null,
}

/** The move that would bring the request on; null where nothing more is to come. Rules CA-1, CA-9 and CA-10. */
export function nextStep(course: Course, today: LocalDate): MoveName | null {
  if (course.state === 'closed' && !isEffectDue(course, today)) return null
  return nextByState[course.state]
}

/** Moves that somebody could make today, whatever their role; in the order of the way. Rules CA-1, CA-8 to CA-10, CA-13. */
export const possibleMoves = (course: Course, account: string, today: LocalDate): readonly MoveName[] =>
  moveNames.filter((name) => {
    if (!leadsFrom(name, course.state)) return false
    if (isOnOwnWork(course, { name, by: account })) return false
    if (name === 'register') return course.officialNumber === null
    return name !== 'check-effect' || isEffectDue(course, today)
  })

/** Past its day, or its effect was not looked at in time. Rule CA-18. */
export const isLate = (course: Course, today: LocalDate): boolean =>
  daysOverdue(course, today) > 0 || isEffectOverdue(course, today)

/** Calendar days after it is called for within which the corrective action of a finding is opened. Rule CA-29. */
export const OPENING_DAYS = 5

/** Days left to open the request of a finding; negative from the day after the last one on. Rule CA-29. */
export const daysToOpen = (since: LocalDate, today: LocalDate): number =>
  daysBetween(today, addDays(since, OPENING_DAYS))

/** Whether the days for opening one have passed. Rule CA-29. */
export const isOpeningLate = ({ since }: { readonly since: LocalDate }, today: LocalDate): boolean =>
  daysToOpen(since, today) < 0
