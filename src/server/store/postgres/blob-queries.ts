/** What is known about photos; their bytes lie in the blob folder. */
import type { BlobStore } from '#server/store/blob-contract.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { Queries } from './database.ts'

const SAVE = 'INSERT INTO blob (sha, size, mime, stored_ms) VALUES ($1, $2, $3, $4) ON CONFLICT (sha) DO NOTHING'
const REFERRING = 'SELECT DISTINCT feed FROM blob_ref WHERE sha = $1 ORDER BY feed'
const WANTED = `SELECT DISTINCT blob_ref.sha FROM blob_ref LEFT JOIN blob ON blob.sha = blob_ref.sha
  WHERE blob_ref.dev = $1 AND blob.sha IS NULL ORDER BY blob_ref.sha LIMIT $2`

const BY_COMMUNE = `SELECT unit, sum(size)::bigint AS bytes FROM
  (SELECT DISTINCT split_part(feed, '/', 1) AS unit, sha FROM blob_ref) AS used
  JOIN blob ON blob.sha = used.sha GROUP BY unit`
const BYTES = `SELECT coalesce(sum(size), 0)::bigint AS bytes FROM blob WHERE sha IN
  (SELECT sha FROM blob_ref WHERE feed = ANY($1::text[]))`

export function createBlobQueries(db: Queries): BlobStore {
  return {
    blob: async (sha256) => {
      const row = await db.row('SELECT size, mime FROM blob WHERE sha = $1', sha256)
      return row ? { sha256, size: whole(row, 'size'), mime: text(row, 'mime') } : null
    },
    saveBlob: async ({ sha256, size, mime }, nowMs) => {
      await db.run(SAVE, sha256, size, mime, nowMs)
    },
    feedsReferringTo: async (sha256) => (await db.rows(REFERRING, sha256)).map((row) => text(row, 'feed')),
    bytesReferredTo: async (feeds) => {
      const row = await db.row(BYTES, feeds)
      return row ? whole(row, 'bytes') : 0
    },
    bytesByCommune: async () =>
      new Map((await db.rows(BY_COMMUNE)).map((row) => [text(row, 'unit'), whole(row, 'bytes')])),
    blobsWanted: async (device, limit) => (await db.rows(WANTED, device, limit)).map((row) => text(row, 'sha')),
  }
}
