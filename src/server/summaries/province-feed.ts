/** What a province's `plan` feed says that its summary needs: its live plans, and the summary that stands there now. */
import { fieldValue, isDeleted, type Registers } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { type ProvinceSummary, provinceSummaryId, readProvinceSummary } from '#domain/reporting/province-summary.ts'
import type { SyncStore } from '#server/store/store-contract.ts'
import { eachEntity } from './commune-facts.ts'

export interface ProvinceFeed {
  /** Live ones, the newest first. */
  readonly plans: readonly Plan[]
  /** Registers of the summary as it stands; undefined before the first. */
  readonly regs: Registers | undefined
  readonly summary: ProvinceSummary | null
}

export const summaryOfRegisters = (province: string, regs: Registers): ProvinceSummary | null => {
  const [plan, on, madeAt, columns] = ['plan', 'on', 'madeAt', 'columns'].map((name) => fieldValue(regs, name))
  return readProvinceSummary(province, { plan, on, madeAt, columns })
}

export async function readProvinceFeed(store: Pick<SyncStore, 'snapshot'>, province: string): Promise<ProvinceFeed> {
  const plans: Plan[] = []
  let regs: Registers | undefined
  await eachEntity(store, feedId(province, 'plan'), (state) => {
    if (state.entity === provinceSummaryId(province)) ({ regs } = state)
    if (state.kind !== 'plan' || isDeleted(state.regs)) return
    const plan = fieldValue(state.regs, 'plan') as Plan | undefined
    if (plan?.state === 'live') plans.push(plan)
  })
  plans.sort((a, b) => (a.start < b.start ? 1 : -1))
  return { plans, regs, summary: regs ? summaryOfRegisters(province, regs) : null }
}

export const livePlanOf = (plans: readonly Plan[], unit: string): Plan | undefined =>
  plans.find(({ cohort }) => cohort.includes(unit))
