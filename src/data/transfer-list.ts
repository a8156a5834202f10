/**
 * The last runs that moved something or failed, for the sync centre: one row, closed like everything else. It is no
 * proof of anything; what the endpoint has is told by the acknowledgement alone.
 */
import type { TransferEntry } from '#data/contract/store-contract.ts'
import { writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'

const KEY = 'transfers'
const MOST_KEPT = 20

/** The newest first. */
export async function readTransfers(db: LocalDatabase): Promise<readonly TransferEntry[]> {
  return ((await db.meta.get(KEY))?.box as readonly TransferEntry[] | undefined) ?? []
}

export const noteTransfer = (db: LocalDatabase, entry: TransferEntry): Promise<unknown> =>
  writeIn(db, [db.meta], async () => {
    const kept = [entry, ...(await readTransfers(db))].slice(0, MOST_KEPT)
    await db.meta.put({ key: KEY, box: kept })
  })
