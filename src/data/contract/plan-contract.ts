/** Plans as the department keeps them; read through `PilotRepository.plans` by everybody else. */
import type { Plan } from '#domain/pilot/plan.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export interface PlanView {
  readonly plan: Plan
  readonly location: RecordLocation
  /** Communes of this plan that have begun a stage already: their planned days move with the plan. */
  readonly begun: number
}

export interface PlanRepository {
  /** Null where this device holds no such plan. */
  get(id: string): Promise<PlanView | null>
  /** For a plan not kept before. */
  nextId(): Promise<string>
  /** A new plan or a changed one; refused for one in the archive and for what `planFaults` objects to. */
  save(plan: Plan): SaveResult
  /** Puts a live plan into the archive: it is read from then on and not changed. */
  archive(id: string): SaveResult
}
