/**
 * Room on a full device. A new photo first pushes out what the endpoint holds anyway: copies of others' photos, then
 * own photos that are in its photo backup, then photos whose record was taken away (DAT-12). Never more than is needed,
 * never a thumbnail, and never a photo that is only here.
 */
import { bytesOver, type StorageRoom } from '#domain/evidence/photo-room.ts'
import type { LocalDatabase } from './local-database.ts'
import { writeIn } from './in-transaction.ts'
import { readSyncMeta } from './meta.ts'
import { blobRank, ledgerRows } from './photo-ledger.ts'
import type { BlobQueueRow } from './rows.ts'

export type StorageEstimate = () => Promise<StorageRoom | null>

/** What may be freed, in the order of freeing: without a read of the photos themselves. */
async function freeable(db: LocalDatabase): Promise<readonly BlobQueueRow[]> {
  const { safe } = await readSyncMeta(db)
  const rows = await ledgerRows(db, blobRank.safe, blobRank.withdrawn + 1).toArray()
  const ofRank = (rank: number) => rows.filter((row) => row.rank === rank)
  const withdrawn = ofRank(blobRank.withdrawn).filter(({ n }) => n <= safe)
  return [...ofRank(blobRank.copy), ...ofRank(blobRank.safe), ...withdrawn]
}

export interface Freeable {
  readonly count: number
  readonly bytes: number
}

export async function readFreeable(db: LocalDatabase): Promise<Freeable> {
  const rows = await freeable(db)
  return { count: rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) }
}

/** Frees at least this many bytes, or all that may be freed. Answers how many. */
export const freeBytes = (db: LocalDatabase, needed: number): Promise<number> =>
  writeIn(db, [db.blob, db.blobq, db.meta], async () => {
    const leaving: string[] = []
    let freed = 0
    for (const { sha, size } of await freeable(db)) {
      if (freed >= needed) break
      leaving.push(sha)
      freed += size
    }
    await Promise.all([db.blob.bulkDelete(leaving), db.blobq.bulkDelete(leaving)])
    return freed
  })

/** True where so many bytes of photos fit, if need be after freeing others. A browser that tells nothing has room. */
export async function makeRoom(db: LocalDatabase, estimate: StorageEstimate, adding: number): Promise<boolean> {
  const room = await estimate()
  const over = room === null ? 0 : bytesOver(room, adding)
  // The browser's estimate lags behind what was just deleted, so it is not asked again.
  return over <= 0 || (await freeBytes(db, over)) >= over
}

/** For copies that can be had again: they are kept where there is room, and push nothing out. */
export async function hasRoom(estimate: StorageEstimate, adding: number): Promise<boolean> {
  const room = await estimate()
  return room === null || bytesOver(room, adding) <= 0
}

const WITHDRAWN_KEPT_MS = 7 * 24 * 60 * 60_000

/** Bytes that no record has named for a week, and whose removal is in a backup: nobody can ask for them any more. */
export const dropWithdrawn = (db: LocalDatabase, now: number): Promise<void> =>
  writeIn(db, [db.blob, db.blobq, db.meta], async () => {
    const { safe } = await readSyncMeta(db)
    const rows = await ledgerRows(db, blobRank.withdrawn, blobRank.withdrawn + 1).toArray()
    const old = rows.filter(({ n, box }) => n <= safe && now - (box.at ?? 0) > WITHDRAWN_KEPT_MS).map(({ sha }) => sha)
    await Promise.all([db.blob.bulkDelete(old), db.blobq.bulkDelete(old)])
  })
