/** Which days a plan and an auditor's entry may name; asked of whoever writes them, never of what was written. */
import { addMonths, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { FIRST_DAY, outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'

interface PlanDays {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly decidedOn: WrittenDate
}

/** The first thing that speaks against the days of a plan. Rule AP-22. */
export function planDayProblem({ from, to, decidedOn }: PlanDays, today: LocalDate): Problem | null {
  return (
    outsideBounds(from, { earliest: FIRST_DAY, latest: addMonths(today, 24) }) ??
    outsideBounds(to, { latest: addMonths(from, 12) }) ??
    outsideBounds(decidedOn.date, { earliest: addMonths(from, -24), latest: to })
  )
}

/** The first thing that speaks against the days of an auditor. Rule AP-22. */
export const auditorDayProblem = (
  { since, until }: { readonly since: LocalDate; readonly until: LocalDate | null },
  today: LocalDate,
): Problem | null =>
  outsideBounds(since, { earliest: FIRST_DAY, latest: addMonths(today, 24) }) ??
  outsideBounds(until, { latest: addMonths(today, 600) })
