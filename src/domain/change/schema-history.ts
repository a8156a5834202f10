/**
 * How the kinds of records came to be what they are, as data: one entry per change of `kind-registry.ts` or of the
 * upcasters below, the newest last. A golden test holds the fingerprint of both, and says what to do when it changes.
 */
import type { JsonValue } from './op.ts'

/** A field that got a new name, or a new form under a new name: what stood under `from` is also read under `to`. */
export interface FieldUpcast {
  /** Schema version of the kind that brought the new name. */
  readonly since: number
  readonly from: string
  readonly to: string
  /** Pure and total: it meets every value an older device may have written. Left out for a mere renaming. */
  readonly map?: (value: JsonValue) => JsonValue
}

/** Per kind, in the order of the versions. */
export type UpcastTable = Readonly<Record<string, readonly FieldUpcast[]>>

export interface SchemaStep {
  readonly version: number
  /** Month it was published, `YYYY-MM`. */
  readonly since: string
  readonly what: string
}

export const schemaHistory = [
  { version: 1, since: '2026-11', what: 'The thirteen kinds of the first version.' },
  { version: 2, since: '2026-11', what: 'The kind `amendment`: what is corrected or added beside a sealed record.' },
  {
    version: 3,
    since: '2026-11',
    what: 'Published forms and their filling; verification of what was handed in, improvement actions, distributions; what was exported and looked at.',
  },
  {
    version: 4,
    since: '2026-11',
    what: 'Internal audit from programme to declaration: auditors, programmes, plans, meetings, samples, signatures; corrective actions and their moves; management reviews; declarations; inspections and reports of remedy.',
  },
  {
    version: 5,
    since: '2026-11',
    what: 'The pilot: planned visits and their sealed records, obstacles, reasons for delay, who inherits after a merger, profile and procedures of a commune, summaries of a province made by the endpoint.',
  },
  {
    version: 6,
    since: '2026-11',
    what: 'Forms of a province filled in at a visit, in the shared feed; what the endpoint tells everybody about a move it kept aside.',
  },
] as const satisfies readonly SchemaStep[]

/** Nothing was renamed yet. A published line is never changed: devices out there still write the old name. */
export const upcasters: UpcastTable = {}
