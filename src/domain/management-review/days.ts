/** Which days a review of the leaders may name; asked while its head is written, never of sealed minutes. */
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'
import { FIRST_DAY, outsideBounds } from '#domain/kernel/day-bounds.ts'
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
