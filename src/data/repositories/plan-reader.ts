/** Plans on this device. Their stages, calendar and schedule are those of `domain/plan/plan-time.ts`. */
import { planCalendar, templateOf } from '#domain/plan/plan-time.ts'
import { communeProgress, type PilotProgress } from '#domain/pilot/progress.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import { isAlive } from '#data/gesture.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { nullable } from './entity-query.ts'

/** Live plans first, then by the day they begin, newest first. */
export async function readPlans(db: LocalDatabase): Promise<readonly Plan[]> {
  const rows = (await db.ent.where('kind').equals('plan').toArray()).filter(isAlive)
  const plans = rows.flatMap((row) => nullable<Plan>(row, 'plan') ?? [])
  return plans.sort((a, b) => rank(a) - rank(b) || (a.start < b.start ? 1 : -1))
}

const rank = (plan: Plan): number => (plan.state === 'live' ? 0 : 1)

export const livePlanOf = (plans: readonly Plan[], unitId: string): Plan | undefined =>
  plans.find((plan) => plan.state === 'live' && plan.cohort.includes(unitId))

export const progressOf = (plan: Plan, states: readonly StageState[], today: LocalDate): PilotProgress =>
  communeProgress(templateOf(plan), states, today, planCalendar(plan))
