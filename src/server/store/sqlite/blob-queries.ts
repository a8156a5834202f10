/** What is known about photos; their bytes lie in the blob folder. */
import type { BlobStore } from '#server/store/blob-contract.ts'
import { type Connection, text, whole } from './connection.ts'

const SAVE = 'INSERT INTO blob (sha, size, mime, stored_ms) VALUES (?, ?, ?, ?) ON CONFLICT (sha) DO NOTHING'
const ANY = 'SELECT 1 AS found FROM blob_ref WHERE dev = ? LIMIT 1'
const WANTED = `SELECT DISTINCT blob_ref.sha FROM blob_ref LEFT JOIN blob ON blob.sha = blob_ref.sha
  WHERE blob_ref.dev = ? AND blob.sha IS NULL ORDER BY blob_ref.sha LIMIT ?`

const BY_COMMUNE = `SELECT unit, sum(size) AS bytes FROM
  (SELECT DISTINCT substr(feed, 1, instr(feed, '/') - 1) AS unit, sha FROM blob_ref) AS used
  JOIN blob ON blob.sha = used.sha GROUP BY unit`

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
    bytesByCommune: async () => new Map(db.all(BY_COMMUNE).map((row) => [text(row, 'unit'), whole(row, 'bytes')])),
    // Asked with every request, and most devices have sent no photo: putting nothing in order costs ten times as much.
    blobsWanted: async (device, limit) =>
      db.get(ANY, device) ? db.all(WANTED, device, limit).map((row) => text(row, 'sha')) : [],
  }
}
