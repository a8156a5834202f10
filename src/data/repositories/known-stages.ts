/** The stages of a commune as they stand, read inside a gesture as well as outside of one. */
import { lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { deriveStages, type StageEventType, type StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import type { GestureReader } from '#data/gesture.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { field } from './entity-query.ts'
import { livePlanOf, readPlans } from './plan-reader.ts'

export interface KnownStages {
  readonly plan: Plan
  readonly stages: readonly StageState[]
}

/** Of the live plan, or of the last one the commune took part in; null where it took part in none. */
export async function knownStages(
  reader: GestureReader,
  db: LocalDatabase,
  unit: string,
  today: LocalDate,
): Promise<KnownStages | null> {
  const plans = await readPlans(db)
  const plan = livePlanOf(plans, unit) ?? plans.find(({ cohort }) => cohort.includes(unit))
  if (!plan) return null
  const rows = await reader.ofKind(feedId(unit, 'pub'), 'stage-event')
  const events = rows
    .filter((row) => field(row, 'plan', '') === plan.id)
    .map((row) => ({
      id: row.entity,
      stage: field<StageCode>(row, 'stage', 'G0'),
      type: field<StageEventType>(row, 'type', 'started'),
      on: field(row, 'on', '' as LocalDate),
      note: '',
      evidence: [],
      by: lastChange(row.regs)?.u ?? '',
      at: lastChange(row.regs)?.h ?? 0,
    }))
  return { plan, stages: deriveStages(events, scheduleOf(plan), today) }
}
