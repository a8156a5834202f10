/**
 * Making and changing plans. A plan is one field of one record, so that what was decided together stays together when
 * two people write at once; what the rules object to is refused here too, whatever a form let through (PLN-10, PLN-12).
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { communesTaken, planFaults } from '#domain/plan/plan-check.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { PlanRepository, PlanView } from '#data/contract/plan-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import { isAlive } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { nullable } from './entity-query.ts'
import { readPlans } from './plan-reader.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

export const createPlanRepository = (parts: RepositoryParts): PlanRepository => ({
  get: (id) => getPlan(parts, id),
  nextId: () => Promise.resolve(newId(parts)),
  save: (plan) => savePlan(parts, plan),
  archive: (id) => archivePlan(parts, id),
})

const planRow = ({ db }: RepositoryParts, id: string): PromiseLike<EntityRow | undefined> =>
  db.ent
    .where('kind')
    .equals('plan')
    .toArray()
    .then((rows) => rows.find((row) => row.e === id && isAlive(row)))

function getPlan(parts: RepositoryParts, id: string): Promise<PlanView | null> {
  const { db } = parts
  return readIn(db, [db.ent, db.summary, db.meta, db.attention], async () => {
    const row = await planRow(parts, id)
    const plan = row && nullable<Plan>(row, 'plan')
    if (!row || !plan) return null
    const [locate, summaries] = await Promise.all([readLocations(db), db.summary.bulkGet([...plan.cohort])])
    const begun = summaries.filter((summary) =>
      Object.values(summary?.box.facts ?? {}).some((fact) => fact.is === 'event' && fact.plan === id),
    )
    return { plan, location: locate(row), begun: begun.length }
  })
}

/** The first thing that speaks against it. */
function objection(plan: Plan, { identity }: RepositoryParts, plans: readonly Plan[]): Problem | null {
  const [fault] = planFaults(plan)
  if (fault) return fault.problem
  const [taken] = plan.state === 'live' ? communesTaken(plan, plans) : []
  if (!taken) return null
  const unit = identity().places.find(({ id }) => id === taken.unit)?.name ?? taken.unit
  return { code: 'plan.commune-taken', params: { unit, number: taken.plan.number } }
}

const planWrite = (feed: string, plan: Plan): EntityWrite => ({
  feed,
  kind: 'plan',
  entity: plan.id,
  fields: { plan: plan as unknown as JsonValue },
})

/** A new plan stands in the feed of the province the person works in. */
const provinceFeed = ({ identity }: RepositoryParts): string =>
  feedId(identity().places.find(({ kind }) => kind === 'province')?.id ?? '', 'plan')

async function savePlan(parts: RepositoryParts, plan: Plan): SaveResult {
  return parts.commit(async () => {
    const plans = await readPlans(parts.db)
    if (plans.find(({ id }) => id === plan.id)?.state === 'archived') return err({ code: 'plan.closed' })
    const problem = objection(plan, parts, plans)
    if (problem) return err(problem)
    const row = await planRow(parts, plan.id)
    return ok([planWrite(row?.feed ?? provinceFeed(parts), plan)])
  })
}

async function archivePlan(parts: RepositoryParts, id: string): SaveResult {
  return parts.commit(async () => {
    const row = await planRow(parts, id)
    const plan = row && nullable<Plan>(row, 'plan')
    if (!row || !plan) return err({ code: 'plan.not-found' })
    if (plan.state === 'archived') return err({ code: 'plan.closed' })
    return ok([planWrite(row.feed, { ...plan, state: 'archived' })])
  })
}
