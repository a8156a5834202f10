/** The smallest store that keeps the promises of `SyncStore`: for tests of the engine that need no database. */
import type { TransferEntry } from '#data/contract/store-contract.ts'
import type {
  ApplyReport,
  FeedPage,
  IncomingAnswer,
  PendingBlob,
  SyncPosition,
  SyncStatusPatch,
  SyncStore,
} from '#data/contract/sync-store-contract.ts'
import { applyOp, mergeEntities, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { ok } from '#domain/kernel/result.ts'
import { anOp } from './op-builder.ts'

type Positions = { -readonly [K in keyof SyncPosition]: SyncPosition[K] }

export class MemorySyncStore implements SyncStore {
  readonly at: Positions
  readonly own: Op[] = []
  readonly entities = new Map<string, Registers>()
  readonly attention = new Map<number, string>()
  readonly statuses: SyncStatusPatch[] = []
  readonly transfers: TransferEntry[] = []
  readonly bytes = new Map<string, Uint8Array>()
  readonly kept = new Map<string, Uint8Array>()
  blobs: PendingBlob[] = []
  missing: string[] = []
  identities = 0
  /** Most operations in one push, whatever the limit. */
  pushAtMost = Number.POSITIVE_INFINITY
  readonly #listeners = new Set<() => void>()

  constructor(replica = 'a1') {
    this.at = {
      replica,
      inc: '',
      lastN: 0,
      ack: 0,
      safe: 0,
      cur: {},
      pages: {},
      grantsVersion: 'g1',
      clockOffset: null,
    }
  }

  write(change: Partial<Op> = {}): Op {
    const op = anOp({ d: this.at.replica, n: ++this.at.lastN, ...change })
    this.own.push(op)
    this.#apply(op)
    for (const listener of this.#listeners) listener()
    return op
  }

  #apply(op: Op): void {
    const key = `${op.s} ${op.e}`
    this.entities.set(key, applyOp(this.entities.get(key) ?? {}, op))
  }

  get status(): SyncStatusPatch {
    return Object.assign({}, ...this.statuses) as SyncStatusPatch
  }

  position = async () => ok({ ...this.at })

  /** After which number operations were read, each time. */
  readonly reads: number[] = []

  nextPush = async (limitBytes: number, after = this.at.ack) => {
    this.reads.push(after)
    const waiting = this.own.filter((op) => op.n > after)
    const ops: Op[] = []
    let bytes = 0
    for (const op of waiting) {
      bytes += JSON.stringify(op).length
      if (ops.length > 0 && (bytes > limitBytes || ops.length >= this.pushAtMost)) break
      ops.push(op)
    }
    return ok({ ops, more: ops.length < waiting.length })
  }

  applyAnswer = async (answer: IncomingAnswer) => {
    const isNewIncarnation = this.at.inc !== '' && this.at.inc !== answer.inc
    const { ack, safe, expect, rejected } = answer.push
    const heard = expect === null ? Math.max(this.at.ack, ack) : expect - 1
    Object.assign(this.at, { inc: answer.inc, safe: isNewIncarnation ? 0 : safe, ack: isNewIncarnation ? 0 : heard })
    this.at.wire = answer.wire ?? 1
    if (answer.clockOffset !== null) this.at.clockOffset = answer.clockOffset
    if (isNewIncarnation) Object.assign(this.at, { cur: {}, pages: {} })
    for (const { n, code } of rejected) this.attention.set(n, code)
    for (const feed of answer.gone) this.#drop(feed)
    if (!isNewIncarnation) for (const page of answer.feeds) this.#applyPage(page)
    const report: ApplyReport = { isNewIncarnation, acknowledged: 0, entities: 0, newlyRejected: rejected.length }
    return ok(report)
  }

  #drop(feed: string): void {
    const { [feed]: _gone, ...cur } = this.at.cur
    this.at.cur = cur
    for (const key of this.entities.keys()) if (key.startsWith(`${feed} `)) this.entities.delete(key)
  }

  #applyPage({ feed, ops, snap, after, to }: FeedPage): void {
    for (const op of ops ?? []) this.#apply(op)
    for (const { entity, regs } of snap ?? []) {
      const key = `${feed} ${entity}`
      this.entities.set(key, mergeEntities(this.entities.get(key) ?? {}, regs))
    }
    const { [feed]: _done, ...pages } = this.at.pages
    this.at.pages = after === null ? pages : { ...pages, [feed]: after }
    if (after === null) this.at.cur = { ...this.at.cur, [feed]: to }
  }

  adoptForeign = async (ops: readonly Op[]) => {
    for (const op of ops) this.#apply(op)
    return ok({ adopted: ops.length, known: 0, entities: ops.length })
  }

  rekey = async ({ replica }: { readonly replica: string }, first: number | null) => {
    const from = first ?? this.at.ack + 1
    const moved = this.own.filter(({ n }) => n >= from).map((op, i) => ({ ...op, d: replica, n: i + 1 }))
    this.own.splice(0, this.own.length, ...moved)
    Object.assign(this.at, { replica, lastN: moved.length, ack: 0, safe: 0, cur: {}, pages: {} })
    return ok(null)
  }

  setIdentity = async (_identity: unknown, grantsVersion: string) => {
    this.identities++
    this.at.grantsVersion = grantsVersion
    return ok(null)
  }

  pendingBlobs = async (limit: number) => ok(this.blobs.slice(0, limit))
  blobBytes = async (sha256: string) => this.bytes.get(sha256) ?? null
  markBlobSent = async (sha256: string) => {
    this.blobs = this.blobs.filter((blob) => blob.sha256 !== sha256)
    return ok(null)
  }
  dropBlob = this.markBlobSent
  missingThumbnails = async (limit: number) => this.missing.filter((sha) => !this.kept.has(sha)).slice(0, limit)
  keepBlob = async (sha256: string, bytes: Uint8Array) => {
    this.kept.set(sha256, bytes)
  }
  setStatus = async (patch: SyncStatusPatch) => {
    this.statuses.push(patch)
    if (patch.wire !== undefined) this.at.wire = patch.wire
    return ok(null)
  }
  noteTransfer = async (entry: TransferEntry) => {
    this.transfers.unshift(entry)
    return ok(null)
  }
  onCommitted = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
