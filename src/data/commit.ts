/**
 * The one way a record is written: the record, its outgoing operation, its number, its photos and the commune's
 * summary row in a single transaction with strict durability (rules DAT-1, DAT-2, DAT-6). It answers only after that
 * transaction resolved; whatever fails before leaves nothing behind (DAT-3). Nothing in here may wait for a promise
 * that is not the database's: hashes and photos are ready before it is called.
 */
import { Dexie } from 'dexie'
import { nextHlc } from '#domain/change/hlc.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { withBallast } from './ballast.ts'
import type { Connection } from './connection.ts'
import type { Receipt } from '#data/contract/store-contract.ts'
import { entityRow } from './entity-row.ts'
import {
  createGestureReader,
  type GestureBuilder,
  type GestureExtra,
  type GestureWrite,
  type NewBlob,
} from './gesture.ts'
import { writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { type Counters, ensureCursor, readCounters, readSyncMeta, writeMeta } from './meta.ts'
import { type BuiltOps, buildOps, type OpAuthor } from './op-builder.ts'
import { settleBlobs } from './photo-ledger.ts'
import { refreshSummaries } from './summary-store.ts'

export interface CommitParts {
  readonly connection: Connection
  readonly author: OpAuthor
  readonly clock: Clock
  /** Called after the transaction resolved and made operations. */
  readonly committed: () => void
  /** The disk refused a text: photos make way. */
  readonly noteFull?: () => Promise<void>
}

export type Commit = (
  gesture: readonly GestureWrite[] | GestureBuilder,
  extra?: GestureExtra,
) => Promise<Result<Receipt, Problem>>

export const createCommit =
  (parts: CommitParts): Commit =>
  async (gesture, extra = {}) => {
    const write = () =>
      parts.connection.run((db) => writeIn(db, tablesFor(db, extra), () => writeGesture(db, gesture, extra, parts)))
    // Photos have a budget of their own; text may use what was laid down for it.
    const saved = extra.blobs?.length ? await write() : await withBallast(parts.connection, write, parts.noteFull)
    const result = saved.ok ? saved.value : saved
    if (result.ok && result.value.lastN >= result.value.firstN) parts.committed()
    return result
  }

function tablesFor(db: LocalDatabase, extra: GestureExtra) {
  const always = [db.ent, db.own, db.meta, db.summary, db.blob, db.blobq]
  return [...always, ...(extra.removeDrafts?.length ? [db.draft] : [])]
}

async function writeGesture(
  db: LocalDatabase,
  gesture: readonly GestureWrite[] | GestureBuilder,
  extra: GestureExtra,
  { author, clock }: CommitParts,
): Promise<Result<Receipt, Problem>> {
  const built = typeof gesture === 'function' ? await gesture(createGestureReader(db)) : ok(gesture)
  if (!Dexie.currentTransaction) throw new Error('a gesture waited for something other than the database')
  if (!built.ok) return err(built.error)
  const [counters, { clockOffset }, rows] = await Promise.all([
    readCounters(db),
    readSyncMeta(db),
    db.ent.bulkGet(built.value.map(({ feed, entity }) => [feed, entity] as [string, string])),
  ])
  const stamp = nextHlc(counters.hlc, clock.now() + (clockOffset ?? 0))
  const before = rows.map((row) => row?.box)
  // Another tab may have given the store another replica: numbers and name are read in one transaction.
  const current = { ...author, replica: counters.replica ?? author.replica }
  const made = buildOps(built.value, before, current, counters.n, stamp)
  await storeOps(db, made, counters)
  await settleBlobs(db, made.states, counters.n + made.ops.length, clock.now())
  const lastN = counters.n + made.ops.length
  await storeBlobs(db, extra.blobs ?? [], lastN, clock.now())
  if (extra.removeDrafts?.length) await db.draft.bulkDelete([...extra.removeDrafts])
  return ok({ savedAt: clock.now(), firstN: counters.n + 1, lastN })
}

async function storeOps(db: LocalDatabase, { ops, states, hlc }: BuiltOps, counters: Counters): Promise<void> {
  if (ops.length === 0) return
  await Promise.all([
    db.own.bulkAdd(ops.map((op) => ({ n: op.n, feed: op.s, e: op.e, kind: op.k, box: op }))),
    db.ent.bulkPut(states.map((state, i) => entityRow(state, ops[i]?.n))),
    writeMeta(db, 'counters', { ...counters, n: counters.n + ops.length, hlc }),
    refreshSummaries(db, states),
    ...[...new Set(ops.map((op) => op.s))].map((feed) => ensureCursor(db, feed)),
  ])
}

async function storeBlobs(db: LocalDatabase, blobs: readonly NewBlob[], n: number, at: number): Promise<void> {
  if (blobs.length === 0) return
  await db.blob.bulkPut(
    blobs.map(({ sha256, bytes, role, mime, feed }) => ({
      sha: sha256,
      at,
      box: { bytes: ownBytes(bytes), role, mime, feed },
    })),
  )
  await db.blobq.bulkPut(
    blobs.map(({ sha256, bytes, role, mime, feed }) => ({
      sha: sha256,
      rank: role === 'thumbnail' ? (0 as const) : (1 as const),
      n,
      size: bytes.byteLength,
      box: { feed, mime },
    })),
  )
}

/** A view into a larger buffer would be stored with all of that buffer. */
export const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
