/**
 * Shapes of the rows. In clear stands only what the database must find rows by: keys, kinds, counters and dates
 * (rule DAT-7). Everything a person wrote is in `box`, which the sealing layer closes and opens.
 */
import type { Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import type { BlobRole } from '#data/contract/sync-store-contract.ts'

export interface EntityRow {
  readonly feed: string
  readonly e: string
  readonly kind: string
  /** Entity it belongs to, where its kind has one: answers by assessment, evidence by what it proves. */
  readonly p?: string
  /** 1 while people disagree on a field; absent otherwise, so that the index holds conflicts only. */
  readonly c?: 1
  /** Highest own n that touched it; absent where only others did. */
  readonly o?: number
  readonly box: Registers
}

/** Operations as only the endpoint reads them (decision D10): those from `from` to the row's own n. */
export interface RowEnvelope {
  readonly from: number
  /** Replica that made it. */
  readonly origin: string
  readonly sha: string
  readonly bytes: Uint8Array
}

/** Own operations, kept after they were sent. Of a sealed store the last of a run has its envelope, until it is sent. */
export interface OwnRow {
  readonly n: number
  readonly feed: string
  readonly e: string
  readonly kind: string
  readonly env?: RowEnvelope
  readonly box: Op
}

/** Operations of others that came in a file, to be passed on. */
export interface ForeignRow {
  readonly d: string
  readonly n: number
  readonly feed: string
  readonly box: Op
}

export interface BlobContent {
  readonly bytes: Uint8Array
  readonly role: BlobRole
  readonly mime: string
  readonly feed: string
}

export interface BlobRow {
  readonly sha: string
  /** When it was stored, milliseconds since 1970. */
  readonly at: number
  readonly box: BlobContent
}

/** What became of bytes, see `photo-ledger.ts`. `rank` 0 thumbnails, 1 photos to send: the index gives the order. */
export interface BlobQueueRow {
  readonly sha: string
  readonly rank: 0 | 1 | 2 | 3 | 4 | 5
  /** Operation after which it may be sent; for a withdrawn one, the operation that took its record away. */
  readonly n: number
  readonly size: number
  readonly box: {
    readonly feed: string
    readonly mime: string
    /** The person let it go over any network. */
    readonly isAllowed?: true
    /** When its record was taken away, milliseconds since 1970. */
    readonly at?: number
  }
}

export interface MetaRow {
  readonly key: string
  readonly box: unknown
}

export interface AttentionRow {
  readonly n: number
  readonly feed: string
  readonly e: string
  readonly kind: string
  readonly at: number
  /** `dismissed`: somebody put it away for good and said why. */
  readonly box: { readonly code: string; readonly dismissed?: { readonly reason: string; readonly at: number } }
}

export interface DraftRow {
  readonly key: string
  readonly at: number
  readonly box: unknown
}

/** A section of a hand-over file, own or carried for others. Nothing personal stands in clear: ids, numbers, dates. */
export interface RelayRow {
  readonly sha: string
  readonly origin: string
  readonly form: 'envelope' | 'plain'
  readonly type: 'ops' | 'photo'
  readonly from: number
  readonly to: number
  readonly size: number
  readonly at: number
  /** Incarnation of the endpoint that took it in, or refused it for good; absent while it is to be delivered. */
  readonly inc?: string
  readonly box: {
    readonly feed: string | null
    /** Made by this store, whatever its replica was called then. */
    readonly isOwn?: true
    /** Why the endpoint did not take it. */
    readonly code?: string
  }
}

export interface RelayDataRow {
  readonly sha: string
  readonly box: Uint8Array
}
