/**
 * The cockpit of a plan. One transaction reads the plans, one row per commune and the moment of the last contact; all the
 * rest is reckoned in memory, so that fifty communes with five years behind them open at once (rule DAT-6).
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { standsOn } from '#domain/place/standing.ts'
import type { CockpitRepository, CockpitView } from '#data/contract/cockpit-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readSyncMeta } from '#data/meta.ts'
import { cockpitView } from './cockpit-view.ts'
import { summaryRows } from './commune-repository.ts'
import { readPlans } from './plan-reader.ts'
import type { RepositoryParts } from './repository-parts.ts'

export function createCockpitRepository(parts: RepositoryParts): CockpitRepository {
  const view = (today: LocalDate, choose: Choose): Promise<CockpitView | null> => readView(parts, today, choose)
  return {
    view: (today, planId) => view(today, (plans, places) => choosePlan(plans, places, planId)),
    commune: async (unitId, today, planId) => {
      const seen = await view(today, (plans) => planOfUnit(plans, unitId, planId))
      return seen?.communes.find(({ place }) => place.id === unitId) ?? null
    },
  }
}

type Choose = (plans: readonly Plan[], communes: readonly Place[]) => Plan | undefined

/** The first live plan that somebody in view takes part in comes before plans about others. */
function choosePlan(plans: readonly Plan[], communes: readonly Place[], planId: string | undefined): Plan | undefined {
  if (planId !== undefined) return plans.find(({ id }) => id === planId)
  const held = new Set(communes.map(({ id }) => id))
  const live = plans.filter(({ state }) => state === 'live')
  return live.find(({ cohort }) => cohort.some((unit) => held.has(unit))) ?? live[0] ?? plans[0]
}

function planOfUnit(plans: readonly Plan[], unitId: string, planId: string | undefined): Plan | undefined {
  const taking = plans.filter(({ cohort }) => cohort.includes(unitId))
  return planId === undefined ? taking[0] : taking.find(({ id }) => id === planId)
}

async function readView(
  { db, identity }: RepositoryParts,
  today: LocalDate,
  choose: Choose,
): Promise<CockpitView | null> {
  const places = identity().places
  const communes = places.filter(({ kind }) => kind === 'commune')
  return readIn(db, [db.ent, db.summary, db.meta], async () => {
    const [plans, sync] = await Promise.all([readPlans(db), readSyncMeta(db)])
    const plan = choose(plans, communes)
    if (!plan) return null
    const cohort = new Set(plan.cohort)
    const inPlan = communes.filter(({ id }) => cohort.has(id))
    const taking = inPlan.filter((place) => standsOn(place, today))
    const ended = inPlan.filter((place) => !standsOn(place, today))
    const rows = await summaryRows(
      db,
      taking.map(({ id }) => id),
    )
    const facts = new Map(rows.map(({ unit, box }) => [unit, box]))
    return cockpitView({ plan, plans, today, places, taking, ended, facts, lastContactAt: sync.lastContactAt })
  })
}
