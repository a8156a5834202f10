/** Bytes on this device and the queue of those the endpoint has not confirmed: thumbnails first, older before newer. */
import { fieldValue, isDeleted } from '#domain/change/entity-state.ts'
import { ownBytes } from './commit.ts'
import type { PendingBlob } from '#data/contract/sync-store-contract.ts'
import { writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { blobRank, ledgerRows } from './photo-ledger.ts'
import type { BlobQueueRow } from './rows.ts'

export async function pendingBlobs(db: LocalDatabase, limit: number): Promise<readonly PendingBlob[]> {
  const rows = await ledgerRows(db, blobRank.thumbnail, blobRank.sent).limit(limit).toArray()
  return rows.map(pendingBlob)
}

const pendingBlob = ({ sha, rank, n, size, box }: BlobQueueRow): PendingBlob => ({
  sha256: sha,
  role: rank === blobRank.thumbnail ? 'thumbnail' : 'photo',
  feed: box.feed,
  mime: box.mime,
  size,
  n,
  isAllowed: box.isAllowed === true,
})

export async function blobBytes(db: LocalDatabase, sha256: string): Promise<Uint8Array | null> {
  return (await db.blob.get(sha256))?.box.bytes ?? null
}

/** Below this nothing is gained by freeing it: thumbnails stay. */
const LEAST_COPY_BYTES = 40_000

/** Keeps bytes that came from the endpoint. A newcomer never replaces what this device took itself. */
export async function keepBlob(db: LocalDatabase, sha256: string, bytes: Uint8Array, at: number): Promise<void> {
  await writeIn(db, [db.blob, db.blobq], async () => {
    if ((await db.blob.where('sha').equals(sha256).count()) > 0) return
    const size = bytes.byteLength
    const role = size < LEAST_COPY_BYTES ? 'thumbnail' : 'photo'
    await db.blob.add({ sha: sha256, at, box: { bytes: ownBytes(bytes), role, mime: '', feed: '' } })
    if (role === 'thumbnail') return
    await db.blobq.put({ sha: sha256, rank: blobRank.copy, n: 0, size, box: { feed: '', mime: '' } })
  })
}

/** Thumbnails named by evidence on this device whose bytes are missing, newest first. */
export async function missingThumbnails(db: LocalDatabase, limit: number): Promise<readonly string[]> {
  const rows = (await db.ent.where('kind').equals('evidence').toArray()).filter((row) => !isDeleted(row.box))
  const newest = rows
    .map(({ box }) => ({ sha: fieldValue(box, 'thumbnailSha256'), at: Number(fieldValue(box, 'takenAt') ?? 0) }))
    .sort((a, b) => b.at - a.at)
  const named = [...new Set(newest.flatMap(({ sha }) => (typeof sha === 'string' ? [sha] : [])))]
  const held = new Set(await db.blob.where('sha').anyOf(named).primaryKeys())
  return named.filter((sha) => !held.has(sha)).slice(0, limit)
}
