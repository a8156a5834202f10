/**
 * The few single values of a store, each in a row of its own, so that a write of one does not rewrite the others.
 * Counters and cursors change in the same transaction as the rows they count.
 */
import type { Hlc } from '#domain/change/hlc.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { PhotoWait } from '#data/contract/photo-sending-contract.ts'
import type { StoredIdentity, SyncPhase } from '#data/contract/store-contract.ts'
import type { LocalDatabase } from './local-database.ts'

export interface Counters {
  /** Highest n given out. */
  readonly n: number
  readonly hlc: Hlc
  /** Under which these are counted, once it is not the one of the first sign-in any more. */
  readonly replica?: string
}

export interface SyncMeta {
  readonly inc: string
  readonly ack: number
  readonly safe: number
  readonly grantsVersion: string
  readonly clockOffset: number | null
  readonly phase: SyncPhase
  readonly problem: Problem | null
  readonly lastSentAt: number | null
  readonly lastContactAt: number | null
  readonly photosWait: PhotoWait | null
  /** Protocol version of the endpoint. */
  readonly wire: number
}

/** `after` is null once the feed was read to `to`; before that a snapshot is under way. */
export interface FeedCursor {
  readonly to: number
  readonly after: string | null
}

export interface Canary {
  readonly createdAt: number
}

interface MetaValues {
  readonly canary: Canary
  readonly counters: Counters
  readonly identity: StoredIdentity
  readonly sync: SyncMeta
}

export const firstCounters: Counters = { n: 0, hlc: 0 }

export const firstSyncMeta: SyncMeta = {
  inc: '',
  ack: 0,
  safe: 0,
  grantsVersion: '',
  clockOffset: null,
  phase: 'idle',
  problem: null,
  lastSentAt: null,
  lastContactAt: null,
  photosWait: null,
  wire: 1,
}

export async function readMeta<K extends keyof MetaValues>(
  db: LocalDatabase,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return (await db.meta.get(key))?.box as MetaValues[K] | undefined
}

export async function writeMeta<K extends keyof MetaValues>(
  db: LocalDatabase,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ key, box: value })
}

export async function readSyncMeta(db: LocalDatabase): Promise<SyncMeta> {
  return { ...firstSyncMeta, ...(await readMeta(db, 'sync')) }
}

export async function readCounters(db: LocalDatabase): Promise<Counters> {
  return (await readMeta(db, 'counters')) ?? firstCounters
}

/** Per feed, the operations (`n:device`) that a file brought and the endpoint has not. */
export type Unconfirmed = Readonly<Record<string, readonly string[]>>

const UNCONFIRMED = 'unconfirmed'

export async function readUnconfirmed(db: LocalDatabase): Promise<Unconfirmed> {
  return ((await db.meta.get(UNCONFIRMED))?.box as Unconfirmed | undefined) ?? {}
}

export async function writeUnconfirmed(db: LocalDatabase, marks: Unconfirmed): Promise<void> {
  await (Object.keys(marks).length > 0 ? db.meta.put({ key: UNCONFIRMED, box: marks }) : db.meta.delete(UNCONFIRMED))
}

const CURSOR = 'cur:'

export async function readCursors(db: LocalDatabase): Promise<ReadonlyMap<string, FeedCursor>> {
  const rows = await db.meta.where('key').startsWith(CURSOR).toArray()
  return new Map(rows.map(({ key, box }) => [key.slice(CURSOR.length), box as FeedCursor]))
}

export async function readCursor(db: LocalDatabase, feed: string): Promise<FeedCursor | undefined> {
  return (await db.meta.get(CURSOR + feed))?.box as FeedCursor | undefined
}

export async function writeCursor(db: LocalDatabase, feed: string, cursor: FeedCursor): Promise<void> {
  await db.meta.put({ key: CURSOR + feed, box: cursor })
}

export async function deleteCursor(db: LocalDatabase, feed: string): Promise<void> {
  await db.meta.delete(CURSOR + feed)
}

const unread: FeedCursor = { to: 0, after: null }

/** For a replaced endpoint: all is read anew, and the feeds are still named, so that it can tell which are lost. */
export async function resetAllCursors(db: LocalDatabase): Promise<void> {
  for (const feed of (await readCursors(db)).keys()) await writeCursor(db, feed, unread)
}

/** A feed with rows has a cursor, so that the endpoint hears of it and can tell that it was lost. */
export async function ensureCursor(db: LocalDatabase, feed: string): Promise<void> {
  if ((await readCursor(db, feed)) === undefined) await writeCursor(db, feed, unread)
}

const DROPPED = 'dropped:'

/** Remembers that rows of own operations left with their feed and are missing should it be regained. */
export async function markDropped(db: LocalDatabase, feed: string): Promise<void> {
  await db.meta.put({ key: DROPPED + feed, box: true })
}

export async function readDropped(db: LocalDatabase): Promise<readonly string[]> {
  const keys = await db.meta.where('key').startsWith(DROPPED).primaryKeys()
  return keys.map((key) => key.slice(DROPPED.length))
}

export const isDropped = async (db: LocalDatabase, feed: string): Promise<boolean> =>
  (await db.meta.get(DROPPED + feed)) !== undefined

export async function unmarkDropped(db: LocalDatabase, feed: string): Promise<void> {
  await db.meta.delete(DROPPED + feed)
}

/** The next number of a series (1, 2, 3 …), taken inside the running transaction. */
export async function takeNumber(db: LocalDatabase, series: string): Promise<number> {
  const key = `seq:${series}`
  const next = (((await db.meta.get(key))?.box as number | undefined) ?? 0) + 1
  await db.meta.put({ key, box: next })
  return next
}
