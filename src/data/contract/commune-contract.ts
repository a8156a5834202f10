/** Communes in view: one summary row each, so that a list over fifty reads fifty rows. */
import type { CommuneSummary } from '#domain/reporting/commune-summary.ts'
import type { Place } from './store-contract.ts'

export interface CommuneRow {
  readonly place: Place
  /** The monitoring area, or null for a unit outside the pilot. */
  readonly area: Place | null
  readonly summary: CommuneSummary | null
}

export interface CommuneRepository {
  /** Every commune of the person's scope that stands today and takes part in the live plan, by area and code. */
  list(): Promise<readonly CommuneRow[]>
  get(unitId: string): Promise<CommuneRow | null>
}
