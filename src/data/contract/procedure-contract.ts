/** The register of administrative procedures of a commune. */
import type { Procedure } from '#domain/first-day/procedure.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export interface ProcedureView extends Procedure {
  readonly id: string
  readonly unit: string
  readonly location: RecordLocation
}

export interface ProcedureRepository {
  /** As the lists of offices stand; those that were dropped included. */
  list(unitIds: readonly string[]): Promise<readonly ProcedureView[]>
  get(unitId: string, id: string): Promise<ProcedureView | null>
  /** Refuses what is in the register under another id (DAY-3). `id` is null for a new entry; answers its id. */
  save(unitId: string, id: string | null, procedure: Procedure): Promise<Result<string, Problem>>
  /** Takes in a whole list in one gesture, or nothing of it (DAY-13). */
  addAll(unitId: string, procedures: readonly Procedure[]): SaveResult
}
