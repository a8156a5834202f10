/**
 * After a journal was replayed the trail is there as it was written. Where parts of the journal were torn or lost, the
 * operations of a feed may stand in another order than its links say: such a feed gets one link over all it has, marked
 * as what it is, and every verification mentions it. What the lost links said cannot be brought back.
 */
import { GENESIS, OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import { type Connection, text, whole } from '#server/store/sqlite/connection.ts'
import { coverWhole } from '#server/store/sqlite/trail-writing.ts'
import type { Rows } from '#server/trail/trail-queries.ts'
import { verifyChain } from '#server/trail/verify-chain.ts'

const CHAINS = `SELECT id AS chain FROM feed UNION SELECT '${OFFICE_CHAIN}' ORDER BY chain`
const LAST = 'SELECT num, hash FROM trail WHERE chain = ? ORDER BY num DESC LIMIT 1'

/** How many chains had to begin anew. */
export async function refitTrail(db: Connection, nowMs: number): Promise<number> {
  const rows: Rows = async (sql, ...values) => db.all(sql, ...values)
  let refitted = 0
  for (const chain of db.all(CHAINS).map((row) => text(row, 'chain'))) {
    const { broken } = await verifyChain(rows, chain, new Set())
    // Details may have been erased; that is for the verification to judge.
    if (!broken || broken.reason === 'detail-missing') continue
    const last = db.get(LAST, chain)
    const head = last ? { num: whole(last, 'num'), hash: text(last, 'hash') } : { num: 0, hash: GENESIS }
    db.transaction(() => coverWhole(db, chain, head, 'refounded', nowMs))
    refitted++
  }
  return refitted
}
