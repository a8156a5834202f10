/** What is corrected or added about sealed records: submissions, audit reports, the commune's stage events. */
import type { Kind } from '#domain/change/kind-registry.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export type AmendableKind = Extract<
  Kind,
  'submission' | 'audit-report' | 'stage-event' | 'filling-submission' | 'remedy-report'
>

export interface NewAmendment {
  readonly feed: string
  /** Entity id of the sealed record. */
  readonly of: string
  readonly ofKind: AmendableKind
  readonly reason: string
  readonly text: string
}

export interface AmendmentView {
  readonly id: string
  readonly reason: string
  readonly text: string
  /** The day it was written. */
  readonly on: string
  /** Milliseconds since 1970, by the clock of whoever wrote it. */
  readonly at: number
  /** Account id. */
  readonly by: string
  /** Where the endpoint has told it; also of this person. */
  readonly byName: string | null
  readonly location: RecordLocation
}

export interface AmendmentRepository {
  /** In the order they were written. */
  listOf(feed: string, entity: string): Promise<readonly AmendmentView[]>
  /** `amendment.…` where a text is missing, or where there is nothing to amend. */
  add(amendment: NewAmendment): SaveResult
}
