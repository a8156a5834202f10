/**
 * After a journal was replayed the trail is there as it was written. Where parts of the journal were torn or lost, the
 * operations of a feed may stand in another order than its links say: such a feed gets one link over all it has, marked
 * as what it is, and every verification mentions it. What the lost links said cannot be brought back.
 */
import { type CoveredOp, GENESIS, OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import { readArchive } from '#server/archive/archive-files.ts'
import { type Connection, text, whole } from '#server/store/sqlite/connection.ts'
import { coverWhole } from '#server/store/sqlite/trail-writing.ts'
import type { Rows } from '#server/trail/trail-queries.ts'
import { verifyChain } from '#server/trail/verify-chain.ts'

const CHAINS = `SELECT id AS chain FROM feed UNION SELECT '${OFFICE_CHAIN}' ORDER BY chain`
const ARCHIVED = 'SELECT seq, hash FROM archived_op WHERE feed = ?'
const LAST = 'SELECT num, hash FROM trail WHERE chain = ? ORDER BY num DESC LIMIT 1'

/** What the feed has in the archive, in the order of its numbers. */
async function archivedOf(db: Connection, chain: string, folder: string): Promise<readonly CoveredOp[]> {
  const names = new Set(db.all(ARCHIVED, chain).map((row) => `${whole(row, 'seq')} ${text(row, 'hash')}`))
  const found = new Map<number, CoveredOp>()
  if (names.size > 0)
    for await (const { feed, covered } of readArchive(folder))
      if (feed === chain && names.has(`${covered.seq} ${covered.fingerprint}`)) found.set(covered.seq, covered)
  return [...found.values()].sort((a, b) => a.seq - b.seq)
}

/** How many chains had to begin anew. */
export async function refitTrail(db: Connection, nowMs: number, archive?: string): Promise<number> {
  const rows: Rows = async (sql, ...values) => db.all(sql, ...values)
  let refitted = 0
  for (const chain of db.all(CHAINS).map((row) => text(row, 'chain'))) {
    const { broken } = await verifyChain(rows, chain, new Set())
    // Details may have been erased; that is for the verification to judge.
    if (!broken || broken.reason === 'detail-missing') continue
    const last = db.get(LAST, chain)
    const head = last ? { num: whole(last, 'num'), hash: text(last, 'hash') } : { num: 0, hash: GENESIS }
    const archived = archive === undefined ? [] : await archivedOf(db, chain, archive)
    db.transaction(() => coverWhole(db, chain, head, { type: 'refounded', atMs: nowMs, archived }))
    refitted++
  }
  return refitted
}
