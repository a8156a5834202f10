/** What is known about photos; their bytes lie in the blob folder. */
import type { BlobStore } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'

const SAVE = 'INSERT INTO blob (sha, size, mime, stored_ms) VALUES (?, ?, ?, ?) ON CONFLICT (sha) DO NOTHING'
const WANTED = `SELECT DISTINCT blob_ref.sha FROM blob_ref LEFT JOIN blob ON blob.sha = blob_ref.sha
  WHERE blob_ref.dev = ? AND blob.sha IS NULL ORDER BY blob_ref.sha LIMIT ?`

const bytesOf = (count: number): string => `SELECT ifnull(sum(size), 0) AS bytes FROM blob WHERE sha IN
  (SELECT sha FROM blob_ref WHERE feed IN (${Array.from({ length: count }, () => '?').join()}))`

export function createBlobQueries(db: Connection): BlobStore {
  return {
    blob: async (sha256) => {
      const row = db.get('SELECT size, mime FROM blob WHERE sha = ?', sha256)
      return row ? { sha256, size: whole(row, 'size'), mime: text(row, 'mime') } : null
    },
    saveBlob: async ({ sha256, size, mime }, nowMs) => {
      db.run(SAVE, sha256, size, mime, nowMs)
    },
    feedsReferringTo: async (sha256) =>
      db.all('SELECT DISTINCT feed FROM blob_ref WHERE sha = ? ORDER BY feed', sha256).map((row) => text(row, 'feed')),
    bytesReferredTo: async (feeds) => {
      const row = db.get(bytesOf(feeds.length), ...feeds)
      return row ? whole(row, 'bytes') : 0
    },
    blobsWanted: async (device, limit) => db.all(WANTED, device, limit).map((row) => text(row, 'sha')),
  }
}
