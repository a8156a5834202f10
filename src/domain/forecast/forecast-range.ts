/**
 * A forecast is a range with its reasons, never a bare date: whoever reads it has to see how much of it was seen
 * in comparable communes and how much is only what the plan calls normal.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

/** Three days, `earliest` ≤ `likely` ≤ `latest`. */
export interface DateRange {
  readonly earliest: LocalDate
  readonly likely: LocalDate
  readonly latest: LocalDate
}

/** How long a stage takes, in calendar days from gate to gate. */
export interface StagePace {
  readonly stage: StageCode
  /** `comparable`: quartiles of communes of the plan that finished it; `normal`: the duration the plan gives it. */
  readonly from: 'comparable' | 'normal'
  /** How many communes of the plan finished the stage with both gates dated. */
  readonly sample: number
}

/** When an open stage will probably end, and why that is thought. */
export interface StageForecast extends DateRange, StagePace {
  /** The stage already lasts longer than its pace, so that the pace is counted on from today. Rule FC-5. */
  readonly isOverrun: boolean
}

/**
 * `reached`: it happened, all three days are that day. `comparable`: every open stage by the pace of other communes;
 * `normal`: none of them; `mixed`: some.
 */
export type ForecastBasis = 'reached' | 'comparable' | 'normal' | 'mixed'

/** When a commune will probably have declared conformity (G9). Rules FC-1 to FC-7. */
export interface ForecastRange extends DateRange {
  readonly basis: ForecastBasis
  /** Every open stage of the template up to the last, also those after the declaration, in their order. */
  readonly stages: readonly StageForecast[]
}

/** Fewer finished stages than this say nothing about a pace. Rule FC-3. */
export const LEAST_SAMPLE = 5
