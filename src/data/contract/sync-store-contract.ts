/**
 * What the sync engine may ask of a person's store. It sees operations, feeds and cursors, never a table or a screen's
 * record, so that the engine can be run against a simulated store and the store against a simulated endpoint.
 * Every method is one local transaction, or one per feed page where it says so; none waits for the network.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { PhotoWait } from './photo-sending-contract.ts'
import type { StoredIdentity, SyncPhase, TransferEntry } from './store-contract.ts'

/** How far this replica has sent and read: what the head of the next request needs. */
export interface SyncPosition {
  /** Replica id, the `dev` of a request. */
  readonly replica: string
  /** Incarnation the cursors belong to; '' before the first answer. */
  readonly inc: string
  /** Highest own n written on this device. */
  readonly lastN: number
  /** Highest own n the endpoint stored or quarantined. Sending begins at ack + 1. */
  readonly ack: number
  /** Highest own n that is in a verified backup. */
  readonly safe: number
  /** Per feed the last sequence number read; only feeds whose snapshot is complete. */
  readonly cur: Readonly<Record<string, number>>
  /** Per feed whose snapshot is under way, the entity after which the next page begins. Never also in `cur`. */
  readonly pages: Readonly<Record<string, string>>
  readonly grantsVersion: string
  /** The endpoint's clock minus this device's, milliseconds; null before the first answer. */
  readonly clockOffset: number | null
  /** Protocol version the endpoint said to speak; 1 before it said anything. */
  readonly wire?: number
  /** Feeds whose rows left this device: should they be read again, what it wrote itself has to come as well. */
  readonly anew?: readonly string[]
  /** Own refused operations about which nobody is known to have decided, the oldest first. */
  readonly refused?: readonly number[]
}

/** The next own operations to send, in the order of n and without gaps, beginning at ack + 1. */
export interface PushSlice {
  readonly ops: readonly Op[]
  /** Own operations beyond these. */
  readonly more: boolean
}

/** One feed's part of an answer, already unpacked. Exactly one of `ops` and `snap` is not null. */
export interface FeedPage {
  readonly feed: string
  readonly ops: readonly Op[] | null
  readonly snap: readonly EntityState[] | null
  /** For a snapshot: entity after which the next page begins; null on its last page. */
  readonly after: string | null
  /** Cursor to keep. The store keeps the lowest `to` of a snapshot's pages, and only with its last page. */
  readonly to: number
  /**
   * Where the page begins, of one that was asked for long before it came (a file): the cursor, or the entity of a snapshot
   * under way. The store leaves it aside, in the transaction that would write it, unless it goes on exactly from what
   * is here and leads beyond it (HND-13). Left out by an answer to the request just made.
   */
  readonly since?: number | string
}

/** A refused operation of which somebody with the right to has decided. */
export interface Decision {
  readonly n: number
  /** Entered after all, or put away for the reason given. */
  readonly verdict: 'accepted' | 'dismissed'
  readonly reason: string
  readonly atMs: number
}

/** An answer whose headers, schema and counts (`to − cursor = ops + own`) the engine has already checked. */
export interface IncomingAnswer {
  readonly inc: string
  /** Protocol version of the endpoint; 1 where it is left out. */
  readonly wire?: number
  readonly push: {
    readonly ack: number
    readonly safe: number
    /** Operations are missing at the endpoint: sending begins again at this n. */
    readonly expect: number | null
    readonly rejected: readonly { readonly n: number; readonly code: string }[]
    /** What a person decided about operations refused before; left out where nothing was. */
    readonly decided?: readonly Decision[] | undefined
  }
  readonly feeds: readonly FeedPage[]
  readonly gone: readonly string[]
  readonly blobsWanted: readonly string[]
  /** Own photos that the endpoint's photo backup holds, of those it was asked about. */
  readonly blobsSafe?: readonly string[]
  /**
   * The endpoint's clock minus this device's, as the engine reckons it from `now` and half the round trip;
   * null where the round trip was too long to tell.
   */
  readonly clockOffset: number | null
}

export interface ApplyReport {
  /** True where the endpoint was replaced or restored: everything is sent and read again, this answer's feeds were left aside. */
  readonly isNewIncarnation: boolean
  /** Own operations that were not acknowledged before. */
  readonly acknowledged: number
  /** Entities written. */
  readonly entities: number
  /** Operations refused in this answer that were not known as refused before. */
  readonly newlyRejected: number
}

/** What became of operations that a file brought. */
export interface AdoptReport {
  /** Operations new to this device, now merged and kept to be passed on. */
  readonly adopted: number
  /** Operations that were here before, own ones included. */
  readonly known: number
  /** Entities changed. */
  readonly entities: number
}

export type BlobRole = 'thumbnail' | 'photo'

/** Bytes the endpoint has not confirmed. */
export interface PendingBlob {
  readonly sha256: string
  readonly role: BlobRole
  /** A feed whose record refers to it; goes into the upload's metadata. */
  readonly feed: string
  readonly mime: string
  readonly size: number
  /** n of the operation that names it: the record is sent before its photo. */
  readonly n: number
  /** The person let it go over any network. */
  readonly isAllowed?: boolean
}

/** Changed fields of the status; a field left out stays as it is. */
export interface SyncStatusPatch {
  readonly phase?: SyncPhase
  readonly problem?: Problem | null
  readonly lastSentAt?: number
  readonly lastContactAt?: number
  readonly clockOffset?: number
  readonly photosWait?: PhotoWait | null
  /** 1 where the endpoint could not read what was sent in columns. */
  readonly wire?: number
}

export interface SyncStore {
  position(): Promise<Result<SyncPosition, Problem>>
  /**
   * Own operations after `ack`, as many as fit in `limitBytes` of JSON, but at least one gesture: operations of one
   * group are never parted. Empty where nothing is to be sent. With `after` those after that number, to be read while
   * the ones up to it are under way.
   */
  nextPush(limitBytes: number, after?: number): Promise<Result<PushSlice, Problem>>
  /**
   * Stores an answer: first acknowledgements, refusals and lost feeds in one transaction, then each feed page with its
   * cursor in a transaction of its own, so that a kill in between repeats a page and loses nothing. Applying the same
   * answer again changes nothing. Own operations are never altered (DAT-5); a refused one is listed under attention.
   * `ack` never moves back except through `expect` or a new incarnation.
   */
  applyAnswer(answer: IncomingAnswer): Promise<Result<ApplyReport, Problem>>
  /**
   * Operations of others that a file brought, already judged readable by whoever opened it: merged into the records and
   * kept in `foreign` to be passed on, in one transaction with strict durability (DAT-20). Any number of times the same
   * file changes nothing. What they wrote is `unconfirmed` until the endpoint brings it. Answers `device.forked` and
   * stores nothing where they hold own numbers this device never gave out.
   */
  adoptForeign(ops: readonly Op[]): Promise<Result<AdoptReport, Problem>>
  /**
   * Gives the store the replica of `identity`: own operations from `first` on (null: those never acknowledged) are
   * numbered from 1 under it, everything before keeps its name, and all feeds are read anew, in one transaction (DAT-22).
   * Changes nothing where the store has that replica already.
   */
  rekey(identity: StoredIdentity, first: number | null): Promise<Result<null, Problem>>
  /** Written when the endpoint's identity answer has newer grants. Rows of lost feeds leave with `gone`, not here. */
  setIdentity(identity: StoredIdentity, grantsVersion: string): Promise<Result<null, Problem>>
  /** Unconfirmed bytes, thumbnails before photos, older before newer; without the bytes themselves. */
  pendingBlobs(limit: number): Promise<Result<readonly PendingBlob[], Problem>>
  /** The bytes to upload; null where they are gone from this device. */
  blobBytes(sha256: string): Promise<Uint8Array | null>
  /** The endpoint confirmed the hash. The bytes stay on this device. */
  markBlobSent(sha256: string): Promise<Result<null, Problem>>
  /** Bytes cannot be sent (refused for good, or gone from this device): takes them off the queue. */
  dropBlob(sha256: string): Promise<Result<null, Problem>>
  /** Thumbnails of others' evidence in readable feeds whose bytes are not on this device, newest first. */
  missingThumbnails(limit: number): Promise<readonly string[]>
  /** Keeps bytes fetched from the endpoint. */
  keepBlob(sha256: string, bytes: Uint8Array): Promise<void>
  setStatus(patch: SyncStatusPatch): Promise<Result<null, Problem>>
  /** Called once after each run. Nothing is written where nothing moved, unless it failed in another way than the last. */
  noteTransfer(entry: TransferEntry): Promise<Result<null, Problem>>
  /** Called after every local write that made operations or queued bytes, not after `applyAnswer`. Returns how to stop. */
  onCommitted(listener: () => void): () => void
}
