/** Plans on this device, and the days they give to every stage. A schedule is reckoned once per plan, not once per commune. */
import { communeProgress } from '#domain/pilot/progress.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { planSchedule, type Schedule } from '#domain/pilot/schedule.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { PilotProgress } from '#domain/pilot/progress.ts'
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

const schedules = new WeakMap<Plan, Schedule>()

export function scheduleOf(plan: Plan): Schedule {
  const known = schedules.get(plan)
  if (known) return known
  const schedule = planSchedule(plan.start, pilotStages)
  schedules.set(plan, schedule)
  return schedule
}

export const progressOf = (states: readonly StageState[], today: LocalDate): PilotProgress =>
  communeProgress(pilotStages, states, today)
