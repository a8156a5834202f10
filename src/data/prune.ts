/**
 * Own operations leave the device once they are in a verified backup of the endpoint; the last of them stay for a while
 * all the same, in case somebody restores an older backup. Of a feed that was lost nothing is kept beyond that moment
 * (DAT-23). A few at a time: an answer is stored while somebody may be typing.
 */
import type { LocalDatabase } from './local-database.ts'
import { readDropped, type SyncMeta } from './meta.ts'

const KEPT_THOUGH_SAFE = 500
const AT_ONCE = 1_000

/** In the transaction that stores what the endpoint said about them. */
export async function pruneOwn(db: LocalDatabase, { ack, safe }: SyncMeta): Promise<void> {
  const settled = Math.min(ack, safe)
  if (settled <= 0) return
  await db.own
    .where('n')
    .belowOrEqual(settled - KEPT_THOUGH_SAFE)
    .limit(AT_ONCE)
    .delete()
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
