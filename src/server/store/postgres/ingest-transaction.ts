/**
 * The ingest of one push, run inside one transaction: everything of it reaches the disk or nothing does (END-1 …
 * END-4, END-6). Unlike on SQLite others write at the same time, so order matters here: first the device's row is
 * locked, then the feeds' rows in the order of their ids, and only then is anything read that another push to these
 * feeds may be writing. Statements are per push, not per operation.
 */
import type { Op } from '#domain/change/op.ts'
import { opFingerprint } from '#server/ingest/op-fingerprint.ts'
import { OpWriter } from '#server/ingest/op-texts.ts'
import { refusalByRecord } from '#server/ingest/record-rules.ts'
import { refusalBySaying } from '#server/ingest/said-rules.ts'
import { refusalByText } from '#server/ingest/storable-op.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { deviceOfRow } from '#server/store/sqlite/device-rows.ts'
import { continuation, SEEN_EVERY_MS } from '#server/store/sqlite/ingest-transaction.ts'
import type { Device, Push, PushOutcome } from '#server/store/store-contract.ts'
import type { Queries } from './database.ts'
import { EntityBatch } from './entity-batch.ts'
import { type FeedWriting, giveBack, type Taken } from './feed-counters.ts'
import { type Accepted, insertOps, quarantineOps, type Refused } from './op-columns.ts'

const DEVICE = 'SELECT * FROM device WHERE id = $1'
const SEEN = 'UPDATE device SET last_seen_ms = $1 WHERE id = $2'
const STORED = `SELECT n, hash FROM op WHERE dev = $1 AND n = ANY ($2::bigint[])
  UNION ALL SELECT n, hash FROM archived_op WHERE dev = $1 AND n = ANY ($2::bigint[])
  UNION ALL SELECT n, hash FROM quarantine WHERE dev = $1 AND n = ANY ($2::bigint[])`
const ADVANCE = 'UPDATE device SET last_n = $1, hlc_max = $2, last_seen_ms = $3 WHERE id = $4'

async function forkedAt(queries: Queries, device: string, replayed: readonly Op[]): Promise<number | null> {
  if (replayed.length === 0) return null
  const numbers = replayed.map(({ n }) => n)
  const rows = await queries.rows(STORED, device, numbers)
  const hashByN = new Map(rows.map((row) => [whole(row, 'n'), text(row, 'hash')]))
  return replayed.find((op) => (hashByN.get(op.n) ?? opFingerprint(op)) !== opFingerprint(op))?.n ?? null
}

const countsOf = (ops: readonly Op[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { s } of ops) counts.set(s, (counts.get(s) ?? 0) + 1)
  return counts
}

class IngestRun {
  readonly #queries: Queries
  readonly #push: Push
  readonly #device: Device
  readonly #refused: Refused[] = []
  readonly #accepted: Accepted[] = []
  readonly #entities = new EntityBatch()
  readonly #writer = new OpWriter()

  constructor(queries: Queries, push: Push, device: Device) {
    this.#queries = queries
    this.#push = push
    this.#device = device
  }

  async store(fresh: readonly Op[], { take, link }: FeedWriting): Promise<void> {
    const allowed = fresh.filter((op) => this.#isAllowed(op))
    const counts = countsOf(allowed)
    const taken = allowed.length > 0 ? await take(this.#queries, counts) : new Map<string, Taken>()
    await this.#entities.load(this.#queries, allowed)
    const unused = this.#merge(allowed, counts, taken)
    const { account, id: device } = this.#device
    await insertOps(this.#queries, this.#accepted, this.#push.nowMs)
    await link(this.#queries, this.#accepted, { type: 'ops', account, device, atMs: this.#push.nowMs }, taken)
    await quarantineOps(this.#queries, this.#refused, this.#push.nowMs)
    await this.#entities.save(this.#queries)
    await giveBack(this.#queries, unused)
    await this.#advance(fresh)
  }

  /** Whatever needs no look at the stored records: so a refused operation never makes or locks a feed. */
  #isAllowed(op: Op): boolean {
    const code = refusalByText(op) ?? this.#push.judge(op, this.#device)
    if (code) this.#refused.push({ op, code })
    return code === null
  }

  /** Gives every operation that its record lets in its number; returns how many numbers of each feed are left over. */
  #merge(ops: readonly Op[], counts: ReadonlyMap<string, number>, taken: ReadonlyMap<string, Taken>) {
    const left = new Map(counts)
    for (const op of ops) {
      const code = refusalByRecord(op, this.#entities) ?? refusalBySaying(op, this.#entities)
      if (code) {
        this.#refused.push({ op, code })
        continue
      }
      const unused = left.get(op.s) ?? 0
      // Upwards from the first number taken, so that those left over are the highest.
      const seq = (taken.get(op.s)?.last ?? 0) - unused + 1
      left.set(op.s, unused - 1)
      const texts = this.#writer.write(op)
      this.#accepted.push({ op, seq, texts })
      this.#entities.apply(op, seq, texts.regs)
    }
    return left
  }

  async #advance(fresh: readonly Op[]): Promise<void> {
    const highest = fresh.reduce((max, op) => Math.max(max, op.h), this.#device.hlcMax ?? Number.MIN_SAFE_INTEGER)
    const hlcMax = highest === Number.MIN_SAFE_INTEGER ? null : highest
    await this.#queries.run(ADVANCE, this.#device.lastN + fresh.length, hlcMax, this.#push.nowMs, this.#device.id)
  }
}

async function findDevice(queries: Queries, sql: string, push: Push): Promise<Device | undefined> {
  const row = await queries.row(sql, push.device)
  const device = row && deviceOfRow(row)
  return device?.isRevoked && push.takesRevoked !== true ? undefined : device
}

/** A request that brings nothing: no lock, no transaction, and a write only now and then. */
export async function glance(queries: Queries, push: Push): Promise<PushOutcome> {
  const device = await findDevice(queries, DEVICE, push)
  if (!device) return { type: 'unknown-device' }
  if (push.nowMs - device.lastSeenMs > SEEN_EVERY_MS) await queries.run(SEEN, push.nowMs, device.id)
  return { type: 'stored', ack: device.lastN, safe: device.safeN, expect: null }
}

export async function ingest(queries: Queries, push: Push, writing: FeedWriting): Promise<PushOutcome> {
  const device = await findDevice(queries, `${DEVICE} FOR UPDATE`, push)
  if (!device) return { type: 'unknown-device' }
  const forked = await forkedAt(
    queries,
    device.id,
    push.ops.filter((op) => op.n <= device.lastN),
  )
  if (forked !== null) return { type: 'forked', n: forked }
  const { fresh, expect } = continuation(push.ops, device.lastN)
  if (fresh.length > 0) await new IngestRun(queries, push, device).store(fresh, writing)
  return { type: 'stored', ack: device.lastN + fresh.length, safe: device.safeN, expect }
}
