/**
 * Compares the archive with what the store kept of it: every operation that left has to be there, and each has to be
 * exactly what the trail committed to (END-106). The chains themselves hold without it, by what stayed in the store.
 */
import { leafOf } from '#domain/trail/trail-link.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { sha256 } from '#server/trail/sealed-link.ts'
import type { Rows } from '#server/trail/trail-queries.ts'
import { readArchive } from './archive-files.ts'

export interface ArchiveReport {
  readonly ops: number
  /** Left the store and are in no archive file that can be read. */
  readonly missing: number
  /** Are not what they were. */
  readonly changed: number
}

const STUB = 'SELECT leaf FROM archived_op WHERE feed = ? AND seq = ? AND dev = ? AND n = ?'
const SALT = `SELECT salt FROM trail WHERE chain = ? AND first_seq > 0 AND first_seq <= ? AND last_seq >= ?
  ORDER BY num DESC LIMIT 1`
const COUNT = 'SELECT count(*) AS ops FROM archived_op'

export async function verifyArchive(rows: Rows, folder: string): Promise<ArchiveReport> {
  const [sound, changed] = [new Set<string>(), new Set<string>()]
  try {
    for await (const { feed, covered } of readArchive(folder)) {
      const { seq, d, n } = covered
      // Put back into its feed by a restoration: then the chain itself verifies it.
      const [stub] = await rows(STUB, feed, seq, d, n)
      if (!stub) continue
      const [link] = await rows(SALT, feed, seq, seq)
      const isSame = leafOf(sha256, link ? text(link, 'salt') : '', covered) === text(stub, 'leaf')
      ;(isSame ? sound : changed).add(`${feed} ${seq}`)
    }
  } catch {
    // A file that cannot be read to its end: what it held is missing.
  }
  const [counted] = await rows(COUNT)
  const ops = whole(counted ?? {}, 'ops')
  const wrong = [...changed].filter((name) => !sound.has(name)).length
  return { ops, missing: ops - sound.size - wrong, changed: wrong }
}
