/**
 * The ingest of one push, run inside one transaction: everything of it reaches the disk or nothing does. Whatever
 * comes is kept, in the feed or in quarantine, and moves n on either way, so that one bad operation never blocks
 * the queue of a device (END-1 … END-4). What enters a feed gets its link of the trail in the same transaction (TRL-5).
 */
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { opFingerprint } from '#server/ingest/op-fingerprint.ts'
import { OpWriter } from '#server/ingest/op-texts.ts'
import { refusalByRecord } from '#server/ingest/record-rules.ts'
import { refusalBySaying } from '#server/ingest/said-rules.ts'
import { refusalByText } from '#server/ingest/storable-op.ts'
import type { Device, Push, PushOutcome } from '#server/store/store-contract.ts'
import { type Connection, text } from './connection.ts'
import { deviceOfRow } from './device-rows.ts'
import { EntityBatch } from './entity-batch.ts'
import { FeedCounters } from './feed-counters.ts'
import type { MultiRow } from './multi-row.ts'
import { addOp, insertOp, opRows } from './op-rows.ts'
import { TrailBatch } from './trail-batch.ts'

const STORED_HASH = `SELECT hash FROM op WHERE dev = ? AND n = ?
  UNION ALL SELECT hash FROM archived_op WHERE dev = ? AND n = ?
  UNION ALL SELECT hash FROM quarantine WHERE dev = ? AND n = ?`
const QUARANTINE = 'INSERT INTO quarantine (dev, n, code, hash, body, recv_ms) VALUES (?, ?, ?, ?, ?, ?)'
const ADVANCE = 'UPDATE device SET last_n = ?, hlc_max = ?, last_seen_ms = ? WHERE id = ?'

/** A request that brings nothing is noted only now and then: it should cost no write to the disk. */
export const SEEN_EVERY_MS = 10 * 60_000

function forkedAt(db: Connection, replayed: readonly Op[]): number | null {
  for (const op of replayed) {
    const stored = db.get(STORED_HASH, op.d, op.n, op.d, op.n, op.d, op.n)
    if (stored && text(stored, 'hash') !== opFingerprint(op)) return op.n
  }
  return null
}

/** The operations that continue the device's numbers without a gap, and the number expected where there is one. */
export function continuation(ops: readonly Op[], lastN: number): { fresh: Op[]; expect: number | null } {
  const fresh: Op[] = []
  for (const op of ops) {
    if (op.n <= lastN + fresh.length) continue
    if (op.n !== lastN + fresh.length + 1) return { fresh, expect: lastN + fresh.length + 1 }
    fresh.push(op)
  }
  return { fresh, expect: null }
}

class IngestRun {
  readonly #db: Connection
  readonly #push: Push
  readonly #device: Device
  readonly #counters: FeedCounters
  readonly #entities: EntityBatch
  readonly #rows: MultiRow
  readonly #trail: TrailBatch
  readonly #writer = new OpWriter()

  constructor(db: Connection, push: Push, device: Device) {
    this.#db = db
    this.#push = push
    this.#device = device
    this.#counters = new FeedCounters(db)
    this.#entities = new EntityBatch(db)
    this.#rows = opRows(db)
    this.#trail = new TrailBatch(db)
  }

  store(fresh: readonly Op[]): void {
    this.#entities.load(fresh)
    for (const op of fresh) {
      const code = refusalByText(op) ?? this.#push.judge(op, this.#device) ?? this.#refusalByRecords(op)
      if (code) this.#refuse(op, code)
      else this.#accept(op)
    }
    this.#rows.flush()
    this.#entities.save()
    const { account, id: device } = this.#device
    this.#trail.save(this.#counters, { type: 'ops', account, device, atMs: this.#push.nowMs })
    this.#counters.save()
    this.#advance(fresh)
  }

  #refusalByRecords(op: Op): ProblemCode | null {
    return refusalByRecord(op, this.#entities) ?? refusalBySaying(op, this.#entities)
  }

  #refuse(op: Op, code: ProblemCode): void {
    this.#db.run(QUARANTINE, op.d, op.n, code, opFingerprint(op), JSON.stringify(op), this.#push.nowMs)
  }

  #accept(op: Op): void {
    const seq = this.#counters.next(op.s)
    const texts = this.#writer.write(op)
    addOp(this.#rows, op, seq, texts, this.#push.nowMs)
    this.#trail.add(op.s, seq, texts.covered(seq, this.#push.nowMs))
    this.#entities.apply(op, seq, texts.regs)
  }

  #advance(fresh: readonly Op[]): void {
    const highest = fresh.reduce((max, op) => Math.max(max, op.h), this.#device.hlcMax ?? Number.MIN_SAFE_INTEGER)
    const hlcMax = highest === Number.MIN_SAFE_INTEGER ? null : highest
    this.#db.run(ADVANCE, this.#device.lastN + fresh.length, hlcMax, this.#push.nowMs, this.#device.id)
  }
}

/** Enters an operation that was refused before into its feed; false where that would break the record (END-16, END-17). */
export function admit(db: Connection, op: Op, nowMs: number): boolean {
  const [counters, entities] = [new FeedCounters(db), new EntityBatch(db)]
  if (refusalByText(op) ?? refusalByRecord(op, entities)) return false
  const seq = counters.next(op.s)
  const trail = new TrailBatch(db)
  const texts = new OpWriter().write(op)
  insertOp(db, op, seq, texts, nowMs)
  trail.add(op.s, seq, texts.covered(seq, nowMs))
  entities.apply(op, seq, texts.regs)
  entities.save()
  trail.save(counters, { type: 'ops', account: op.u, device: op.d, atMs: nowMs })
  counters.save()
  return true
}

/** Whether taking this in writes nothing at all, so that it need not wait for the disk or for anybody. */
export function bringsNothing(db: Connection, push: Push): boolean {
  if (push.ops.length > 0) return false
  const row = db.get('SELECT * FROM device WHERE id = ?', push.device)
  return row !== undefined && push.nowMs - deviceOfRow(row).lastSeenMs <= SEEN_EVERY_MS
}

export function ingest(db: Connection, push: Push): PushOutcome {
  const row = db.get('SELECT * FROM device WHERE id = ?', push.device)
  const device = row && deviceOfRow(row)
  if (!device || (device.isRevoked && push.takesRevoked !== true)) return { type: 'unknown-device' }
  const forked = forkedAt(
    db,
    push.ops.filter((op) => op.n <= device.lastN),
  )
  if (forked !== null) return { type: 'forked', n: forked }
  const { fresh, expect } = continuation(push.ops, device.lastN)
  const isWorthWriting = fresh.length > 0 || push.nowMs - device.lastSeenMs > SEEN_EVERY_MS
  if (isWorthWriting) new IngestRun(db, push, device).store(fresh)
  return { type: 'stored', ack: device.lastN + fresh.length, safe: device.safeN, expect }
}
