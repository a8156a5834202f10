/**
 * Stores what the endpoint answered. Acknowledgements, refusals and lost feeds come first and together; then every
 * feed page with its cursor in a transaction of its own: a kill in between repeats a page and loses nothing. Own
 * operations are never altered (rule DAT-5); a snapshot is merged, never put in place of anything.
 */
import type { Table } from 'dexie'
import { parseFeed } from '#domain/change/feed.ts'
import type { Op } from '#domain/change/op.ts'
import type { ApplyReport, FeedPage, IncomingAnswer } from '#data/contract/sync-store-contract.ts'
import { doubtDecided, storeDecided } from './decided-refusals.ts'
import { confirmForeign, forgetForeignMarks } from './unconfirmed.ts'
import { writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { changesOf, hearClock, mergeChanges } from './merge-changes.ts'
import {
  deleteCursor,
  isDropped,
  markDropped,
  readCursor,
  readSyncMeta,
  resetAllCursors,
  type SyncMeta,
  unmarkDropped,
  writeCursor,
  writeMeta,
} from './meta.ts'
import { doubtSafe, markSafe, requeueBlobs } from './photo-ledger.ts'
import { hasUnsent, pruneOwn } from './prune.ts'
import type { AttentionRow } from './rows.ts'
import { dropSummary, keepCompleted } from './summary-store.ts'

export async function applyAnswer(db: LocalDatabase, answer: IncomingAnswer, nowMs: number): Promise<ApplyReport> {
  const head = await writeIn(db, headTables(db, answer), () => applyHead(db, answer, nowMs))
  if (head.isNewIncarnation) return { ...head, entities: 0 }
  await pruneOwn(db)
  await keepCompleted(db)
  let entities = 0
  for (const page of answer.feeds) {
    const isRegained = page.after === null && (await isDropped(db, page.feed))
    const own = isRegained ? await ownOps(db, page.feed) : []
    entities += await writeIn(db, [db.meta, db.ent, db.summary, db.blob, db.blobq], () =>
      applyPage(db, page, own, nowMs),
    )
  }
  return { ...head, entities }
}

/**
 * Own operations only where the answer says something about them. With them the transaction would wait for whoever reads
 * what is sent next, and for the disk, though an acknowledgement that is lost is only given again.
 */
function headTables(db: LocalDatabase, { push, gone }: IncomingAnswer): readonly Table[] {
  const tables = [db.meta, db.ent, db.summary, db.attention, db.blob, db.blobq]
  return push.rejected.length > 0 || gone.length > 0 ? [...tables, db.own] : tables
}

async function applyHead(
  db: LocalDatabase,
  answer: IncomingAnswer,
  nowMs: number,
): Promise<Omit<ApplyReport, 'entities'>> {
  const before = await readSyncMeta(db)
  const isNewIncarnation = before.inc !== '' && before.inc !== answer.inc
  if (isNewIncarnation) await Promise.all([resetAllCursors(db), doubtSafe(db), doubtDecided(db)])
  const sync = acknowledged(before, answer, isNewIncarnation)
  await writeMeta(db, 'sync', sync)
  const newlyRejected = await storeRejected(db, answer.push.rejected, nowMs)
  await storeDecided(db, answer.push.decided ?? [])
  for (const feed of answer.gone) if (!(await hasUnsent(db, feed, sync.ack))) await dropFeed(db, feed)
  await markSafe(db, answer.blobsSafe ?? [])
  await requeueBlobs(db, answer.blobsWanted)
  return { isNewIncarnation, acknowledged: Math.max(0, sync.ack - before.ack), newlyRejected }
}

/**
 * Never back, except where the endpoint asks for it or is another one. Another one gets everything again and compares:
 * what it has under our numbers may be a twin's (SYN-10).
 */
function acknowledged(
  before: SyncMeta,
  { inc, wire = 1, push, clockOffset }: IncomingAnswer,
  isNewIncarnation: boolean,
): SyncMeta {
  const heard = { ...before, inc, wire, clockOffset: clockOffset ?? before.clockOffset }
  if (isNewIncarnation) return { ...heard, ack: 0, safe: 0 }
  const ack = push.expect === null ? Math.max(before.ack, push.ack) : push.expect - 1
  return { ...heard, ack, safe: Math.max(before.safe, push.safe) }
}

async function storeRejected(
  db: LocalDatabase,
  rejected: IncomingAnswer['push']['rejected'],
  nowMs: number,
): Promise<number> {
  if (rejected.length === 0) return 0
  const numbers = rejected.map(({ n }) => n)
  const [known, own] = await Promise.all([db.attention.bulkGet(numbers), db.own.bulkGet(numbers)])
  const rows = rejected.flatMap(({ n, code }, i): AttentionRow[] => {
    const op = own[i]
    return known[i] || !op ? [] : [{ n, feed: op.feed, e: op.e, kind: op.kind, at: nowMs, box: { code } }]
  })
  await db.attention.bulkPut(rows)
  return rows.length
}

/** Rule DAT-10: the rows of a lost feed leave once everything own of it is sent; own operations stay until safe. */
async function dropFeed(db: LocalDatabase, feed: string): Promise<void> {
  await Promise.all([
    db.ent.where('[feed+e]').between([feed, ''], [feed, '\uffff']).delete(),
    deleteCursor(db, feed),
    // What was noted for the trail is read by no device, so nothing of it ever comes back.
    parseFeed(feed)?.audience === 'log' ? undefined : markDropped(db, feed),
    dropSummary(db, feed),
    forgetForeignMarks(db, feed),
  ])
}

/**
 * Own operations of a feed, merged again where the feed had been lost and is regained: its rows were gone, and nobody
 * sends a device its own operations.
 */
async function ownOps(db: LocalDatabase, feed: string): Promise<readonly Op[]> {
  const rows = await db.own.where('[feed+e]').between([feed, ''], [feed, '\uffff']).toArray()
  return rows.map(({ box }) => box).sort((a, b) => a.n - b.n)
}

/** A page out of a file: the feed's cursor may have moved on, or back to nothing, since it was asked for. Rule HND-13. */
async function goesOn(db: LocalDatabase, { feed, since, snap, to }: FeedPage): Promise<boolean> {
  if (since === undefined) return true
  const known = await readCursor(db, feed)
  if (typeof since === 'string') return known?.after === since
  const at = known?.to ?? 0
  return (known?.after ?? null) === null && at < to && (snap !== null || since <= at)
}

async function applyPage(db: LocalDatabase, page: FeedPage, own: readonly Op[], nowMs: number): Promise<number> {
  if (!(await goesOn(db, page))) return 0
  const changes = changesOf(page)
  if (changes.size > 0) await mergeChanges(db, page.feed, changes, nowMs)
  if (own.length > 0)
    await mergeChanges(db, page.feed, changesOf({ ...page, snap: null, ops: own }), nowMs, lastOwnN(own))
  if (page.after === null) await unmarkDropped(db, page.feed)
  await confirmForeign(db, page)
  await moveCursor(db, page)
  await hearClock(db, page, nowMs)
  return changes.size
}

/** Highest own n per entity. */
const lastOwnN = (own: readonly Op[]): ReadonlyMap<string, number> => new Map(own.map(({ e, n }) => [e, n]))

/** A snapshot is as old as its first page: changes made while it was read lie after that page's cursor. */
async function moveCursor(db: LocalDatabase, page: FeedPage): Promise<void> {
  const known = await readCursor(db, page.feed)
  const isUnderWay = known !== undefined && known.after !== null
  const to = page.snap !== null && isUnderWay ? Math.min(known.to, page.to) : page.to
  const isOld = page.ops !== null && known?.after === null && known.to > to
  if (!isOld) await writeCursor(db, page.feed, { to, after: page.snap === null ? null : page.after })
}
