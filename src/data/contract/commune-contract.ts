/** Communes in view: one summary row each, so that a list over fifty reads fifty rows; and the visits to them. */
import type { Visit } from '#domain/field-visit/visit.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { CommuneSummary } from '#domain/reporting/commune-summary.ts'
import type { RecordLocation } from './record-location.ts'
import type { Place } from './store-contract.ts'

export interface CommuneRow {
  readonly place: Place
  /** The monitoring area, or null for a unit outside the pilot. */
  readonly area: Place | null
  readonly summary: CommuneSummary | null
}

export interface CommuneRepository {
  /** Every commune of the person's scope that takes part in the live plan, by area and code. */
  list(): Promise<readonly CommuneRow[]>
  get(unitId: string): Promise<CommuneRow | null>
}

export interface VisitView extends Visit {
  readonly location: RecordLocation
  readonly by: string
}

export interface VisitRepository {
  list(unitIds: readonly string[]): Promise<readonly VisitView[]>
  save(visit: Omit<Visit, 'id'> & { readonly id?: string }): Promise<Result<string, Problem>>
}
