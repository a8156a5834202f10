/** Noting what a person exported or looked at, for the trail; the rules are TRL-18 and TRL-20. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

/** What left this device, and in which form. */
export interface Exported {
  /** `hand-over`, `progress-report`, `submission` …; a word, never content. */
  readonly what: string
  readonly form: 'file' | 'codes' | 'print' | 'xlsx' | 'csv' | 'json'
  /** Unit it is about, and the record; left out where it is about more than one. */
  readonly unit?: string
  readonly record?: string
}

/** A record of a unit that was opened. */
interface Looked {
  readonly what: string
  readonly unit: string
  readonly record: string
}

export interface ActivityRepository {
  /** Called before anything leaves: what cannot be noted does not leave. Somebody without any grant has no log. */
  exported(exported: Exported): Promise<Result<null, Problem>>
  /** Notes that somebody from outside the unit opened its record, once per record and day on this device. */
  looked(looked: Looked): Promise<Result<null, Problem>>
}
