/**
 * Envelopes of a sealed store: operations nobody but the endpoint can read, beside the sealed ones, so that they can leave
 * while the store is locked or its PIN forgotten (decision D10).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { PushSlice } from './sync-store-contract.ts'

/** A run of own operations of one replica. */
export interface KeptEnvelope {
  readonly origin: string
  readonly from: number
  readonly to: number
  readonly sha256: string
  readonly bytes: Uint8Array
}

export interface EnvelopeStore {
  /** Own operations that are neither acknowledged nor in an envelope, in the order of n. */
  missing(limitBytes: number): Promise<Result<PushSlice, Problem>>
  keep(envelope: KeptEnvelope): Promise<Result<null, Problem>>
  /** Takes away the envelopes of what the endpoint acknowledged. */
  settle(): Promise<Result<null, Problem>>
}

/** The same envelopes, by whoever has no key to the store. */
export interface LockedOutbox {
  /** In the order of n. */
  waiting(): Promise<readonly KeptEnvelope[]>
  /** The endpoint has them. */
  drop(envelopes: readonly KeptEnvelope[]): Promise<void>
  close(): void
}
