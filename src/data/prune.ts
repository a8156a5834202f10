/**
 * Own operations leave the device once they are in a verified backup of the endpoint; the last of them stay for a while
 * all the same, in case somebody restores an older backup. Of a feed that was lost nothing is kept beyond that moment
 * (DAT-23). A few at a time: an answer is stored while somebody may be typing.
 */
import { readIn, writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { readDropped, readSyncMeta, type SyncMeta } from './meta.ts'

const KEPT_THOUGH_SAFE = 500
const AT_ONCE = 1_000

/**
 * After an answer was stored, and only where something is to go: the transaction would wait for whoever reads what is
 * sent next. Killed before it, they go with the next answer.
 */
export async function pruneOwn(db: LocalDatabase): Promise<void> {
  const tables = [db.meta, db.own]
  if (await readIn(db, tables, () => isAnySettled(db))) await writeIn(db, tables, () => dropSettled(db))
}

const settledUpTo = ({ ack, safe }: SyncMeta): number => Math.min(ack, safe)

const oldest = (db: LocalDatabase, settled: number) => db.own.where('n').belowOrEqual(settled - KEPT_THOUGH_SAFE)

async function isAnySettled(db: LocalDatabase): Promise<boolean> {
  const settled = settledUpTo(await readSyncMeta(db))
  if (settled <= 0) return false
  return (await readDropped(db)).length > 0 || (await oldest(db, settled).limit(1).primaryKeys()).length > 0
}

async function dropSettled(db: LocalDatabase): Promise<void> {
  const settled = settledUpTo(await readSyncMeta(db))
  await oldest(db, settled).limit(AT_ONCE).delete()
  for (const feed of await readDropped(db)) {
    const keys = await ofFeed(db, feed).primaryKeys()
    await db.own.bulkDelete(keys.filter((n) => n <= settled))
  }
}

const ofFeed = (db: LocalDatabase, feed: string) => db.own.where('[feed+e]').between([feed, ''], [feed, '\uffff'])

/** A lost feed is held until the last own operation of it is at the endpoint, accepted or refused. */
export async function hasUnsent(db: LocalDatabase, feed: string, ack: number): Promise<boolean> {
  const keys = await ofFeed(db, feed).primaryKeys()
  return keys.some((n) => n > ack)
}
