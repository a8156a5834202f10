// A plan that began a week ago, so that its first stage is under way.
import { addDays, formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { aPlan, TODAY } from '#support/store/test-store.ts'

export const aFreshPlan = (change: Partial<Plan> = {}): Plan => {
  const start = addDays(TODAY, -7)
  return { ...aPlan(), start, date: writtenDate(formatLocalDate(start)), ...change }
}
