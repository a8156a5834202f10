/** Everything the demonstration shows, relative to the day of seeding (END-12): two plans and the story of each commune. */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import {
  COMMUNE_SELF_ASSESSMENT,
  INTERNAL_AUDIT_SHORT,
  loadInstrument,
} from '#domain/questionnaire/instrument-registry.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { DemoPeople } from './demo-accounts.ts'
import { assessmentRecords } from './seed-assessments.ts'
import { auditPlanningRecords } from './seed-audit-planning.ts'
import { auditRecords } from './seed-audits.ts'
import { momentOn, seedCommune } from './seed-commune.ts'
import { correctiveRecords } from './seed-corrective.ts'
import { fillingRecords } from './seed-fillings.ts'
import { firstDayRecords } from './seed-first-day.ts'
import { inspectionRecords } from './seed-inspections.ts'
import { obstacleRecords } from './seed-obstacles.ts'
import { reviewRecords } from './seed-reviews.ts'
import { reviewOfLeadersRecords } from './seed-reviews-of-leaders.ts'
import { stageRecords } from './seed-stages.ts'
import { visitFormRecords } from './seed-visit-form.ts'
import { visitRecords } from './seed-visits.ts'
import type { SeedRecord } from './seed-writer.ts'

const PROVINCE = 'p20'

const planRecord = (plan: Plan, by: string, atMs: number): SeedRecord => ({
  by,
  atMs,
  feed: feedId(PROVINCE, 'plan'),
  kind: 'plan',
  entity: plan.id,
  fields: { plan: plan as unknown as JsonValue },
})

async function requireInstrument(key: string): Promise<Instrument> {
  const instrument = await loadInstrument(key)
  if (!instrument) throw new Error(`no instrument ${key}`)
  return instrument
}

export async function demoRecords(today: LocalDate, people: DemoPeople): Promise<readonly SeedRecord[]> {
  const [questionnaire, checklist] = await Promise.all([
    requireInstrument(COMMUNE_SELF_ASSESSMENT),
    requireInstrument(INTERNAL_AUDIT_SHORT),
  ])
  const cohort = demonstrationCohort()
  const plan = createDemonstrationPlan(
    today,
    cohort.map(({ id }) => id),
  )
  const department = people.authorOf('provincial-department', PROVINCE)
  const published = momentOn(plan.start, 8)
  const communes = cohort.map((unit) => seedCommune(unit, plan, people, today))
  const fillings = await Promise.all(communes.map(fillingRecords))
  const audits = communes.flatMap((commune) => auditRecords(commune, checklist))
  return [
    planRecord(plan174, department, published),
    planRecord(plan, department, published + 60_000),
    ...visitFormRecords(PROVINCE, department, plan.start),
    ...communes.flatMap((commune) => {
      const assessments = assessmentRecords(commune, questionnaire)
      return [
        ...stageRecords(commune),
        ...assessments,
        ...reviewRecords(commune, assessments),
        ...firstDayRecords(commune),
        ...visitRecords(commune),
      ]
    }),
    ...audits,
    ...correctiveRecords(communes, audits, (unit) => people.authorOf('chairman', unit)),
    ...auditPlanningRecords(communes, (unit) => people.authorOf('chairman', unit)),
    ...inspectionRecords(communes, department),
    ...reviewOfLeadersRecords(communes),
    ...obstacleRecords(communes, department),
    ...fillings.flat(),
  ]
}
