/**
 * The last runs that moved something or failed, for the sync centre: one row, closed like everything else. It is no
 * proof of anything; what the endpoint has is told by the acknowledgement alone. A device at rest runs every five
 * minutes, and one without a network tries as often: neither is written down again and again.
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

const keep = (db: LocalDatabase, entry: TransferEntry): Promise<unknown> =>
  writeIn(db, [db.meta], async () => {
    const kept = [entry, ...(await readTransfers(db))].slice(0, MOST_KEPT)
    await db.meta.put({ key: KEY, box: kept })
  })

const hasMoved = ({ ops, records, photos, thumbnails }: TransferEntry): boolean =>
  ops + records + photos + thumbnails > 0

/** Takes every run and keeps those worth telling: since this start of the app, the same failure in a row once. */
export function createTransferList(): (db: LocalDatabase, entry: TransferEntry) => Promise<unknown> {
  let lastFailure: string | undefined
  return async (db, entry) => {
    const failure = hasMoved(entry) ? undefined : entry.problem?.code
    const isNews = hasMoved(entry) || (failure !== undefined && failure !== lastFailure)
    lastFailure = failure
    if (isNews) await keep(db, entry)
  }
}
