/**
 * Gives a store another replica: what the endpoint never took of its own operations is numbered from 1 under the new
 * name, in one transaction with everything that refers to those numbers (DAT-22). What the endpoint has keeps its name
 * and is set aside among the operations to be passed on until it is in a backup. All feeds are read anew, because the
 * endpoint left out what the twin wrote under the same name as "your own".
 */
import { newNumber, rekeyOp, rekeyRegisters, type Rekeying, writtenBefore } from '#domain/change/rekey.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { forgetEntered } from './decided-refusals.ts'
import { entityRow } from './entity-row.ts'
import { entityStateOf } from './gesture.ts'
import { writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { firstSyncMeta, readCounters, readMeta, readSyncMeta, resetAllCursors, writeMeta } from './meta.ts'
import type { AttentionRow, OwnRow } from './rows.ts'

/** What a hand-over pass certifies is the former replica. */
const HAND_OVER_PASS = 'hand-over-pass'

/** `first`: the first own number the endpoint does not have; null for the first after what it acknowledged here. */
export const rekeyStore = (db: LocalDatabase, identity: StoredIdentity, first: number | null): Promise<void> =>
  writeIn(db, [db.own, db.ent, db.foreign, db.attention, db.blobq, db.meta], () => rekey(db, identity, first))

async function rekey(db: LocalDatabase, identity: StoredIdentity, first: number | null): Promise<void> {
  const [stored, counters, sync] = await Promise.all([readMeta(db, 'identity'), readCounters(db), readSyncMeta(db)])
  const from = counters.replica ?? stored?.replica ?? identity.replica
  if (from === identity.replica) return
  const wanted = Math.max(1, first ?? sync.ack + 1)
  const numbers = await db.own.where('n').aboveOrEqual(wanted).primaryKeys()
  const known = await db.own.where('n').below(wanted).toArray()
  const before = writtenBefore(
    known.map(({ box }) => box),
    lastThatLeft(known, wanted),
  )
  const by: Rekeying = { from, to: identity.replica, first: numbers[0] ?? wanted, gaps: gapsIn(numbers), before }
  const moved = await moveOwn(db, by, sync.safe)
  await moveRecords(db, by)
  await moveAttention(db, by)
  const queue = await db.blobq.toArray()
  await db.blobq.bulkPut(queue.map((row) => ({ ...row, n: Math.max(0, newNumber(row.n, by)) })))
  await resetAllCursors(db)
  await db.meta.delete(HAND_OVER_PASS)
  const { inc, wire, clockOffset, lastSentAt, lastContactAt } = sync
  const grantsVersion = identity.grantsVersion ?? firstSyncMeta.grantsVersion
  await writeMeta(db, 'sync', { ...firstSyncMeta, inc, wire, clockOffset, lastSentAt, lastContactAt, grantsVersion })
  await writeMeta(db, 'counters', { ...counters, n: moved, replica: identity.replica })
  await writeMeta(db, 'identity', identity)
}

/**
 * Below `wanted`, what the endpoint has: the highest number that is not here any more. It was in a backup, and stands
 * for every write that cannot be looked up here; one of a record whose later writes are here is never looked for.
 */
function lastThatLeft(known: readonly OwnRow[], wanted: number): number {
  const here = new Set(known.map(({ n }) => n))
  let n = wanted - 1
  while (here.has(n)) n--
  return n
}

/** What is in a backup may have left the device. */
function gapsIn(numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((n, i) => {
    const before = numbers[i - 1] ?? n - 1
    return Array.from({ length: n - before - 1 }, (_, gap) => before + 1 + gap)
  })
}

/** How many operations have the new name. */
async function moveOwn(db: LocalDatabase, by: Rekeying, safe: number): Promise<number> {
  const rows = await db.own.orderBy('n').toArray()
  const [kept, moved] = [rows.filter(({ n }) => n < by.first && n > safe), rows.filter(({ n }) => n >= by.first)]
  await db.own.clear()
  await db.foreign.bulkPut(kept.map(({ n, feed, box }) => ({ d: by.from, n, feed, box })))
  await db.own.bulkAdd(
    moved.map(({ n, feed, e, kind, box }): OwnRow => ({ n: newNumber(n, by), feed, e, kind, box: rekeyOp(box, by) })),
  )
  return moved.length
}

async function moveRecords(db: LocalDatabase, by: Rekeying): Promise<void> {
  const rows = await db.ent.filter(({ o }) => o !== undefined).toArray()
  await db.ent.bulkPut(
    rows.map((row) => {
      const ownN = row.o === undefined || row.o < by.first ? undefined : newNumber(row.o, by)
      return entityRow({ ...entityStateOf(row), regs: rekeyRegisters(entityStateOf(row), by) }, ownN)
    }),
  )
}

/** Refusals of what kept its name stay listed, below every number the new name will ever have. */
async function moveAttention(db: LocalDatabase, by: Rekeying): Promise<void> {
  await forgetEntered(db)
  const rows = await db.attention.orderBy('n').toArray()
  const lowest = Math.min(0, ...rows.map(({ n }) => n))
  await db.attention.clear()
  await db.attention.bulkPut(
    rows.flatMap((row): AttentionRow[] => {
      if (row.n >= by.first) return []
      return [row.n > 0 ? { ...row, n: lowest - row.n } : row]
    }),
  )
}
