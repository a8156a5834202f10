/** Which days a review of the leaders may name; asked of whoever writes it, never of sealed minutes. */
import { addMonths, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { type DayBounds, FIRST_DAY, outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { ManagementReview } from './management-review.ts'

/** What speaks against the days that are written; null where nothing does. Rule MR-10. */
export function reviewDayProblem(
  { on, noticedOn }: Partial<Pick<ManagementReview, 'on' | 'noticedOn'>>,
  today: LocalDate,
): Problem | null {
  const latest = addMonths(today, 12)
  const held = outsideBounds(on ?? null, { earliest: FIRST_DAY, latest })
  if (held) return held
  return outsideBounds(noticedOn ?? null, { earliest: on ? addMonths(on, -6) : FIRST_DAY, latest })
}

/** Of the day until when a decision is carried out; `on` is the day of the meeting that took it. Rule MR-11. */
export const decisionBounds = (on: LocalDate): DayBounds => ({ earliest: on, latest: addMonths(on, 36) })

/** What speaks against the days of decisions, in their order. Rule MR-11. */
export const decisionDayProblems = (
  on: LocalDate,
  decisions: readonly { readonly until: WrittenDate }[],
): readonly Problem[] => decisions.flatMap(({ until }) => outsideBounds(until.date, decisionBounds(on)) ?? [])
