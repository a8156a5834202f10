/**
 * What became of refused operations. An endpoint that was brought back from a backup may have forgotten what was decided
 * since, and have them waiting again: so what was entered after all is remembered, and another endpoint is asked about
 * all of them anew (DAT-42). Otherwise their author would not know that work of theirs counts no more.
 */
import type { Decision } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import type { AttentionRow } from './rows.ts'

const ENTERED = 'entered'

const readEntered = async (db: LocalDatabase): Promise<readonly AttentionRow[]> =>
  ((await db.meta.get(ENTERED))?.box as readonly AttentionRow[] | undefined) ?? []

/** What was entered after all needs nobody any more; what was put away stays on the list with its reason (DAT-21). */
export async function storeDecided(db: LocalDatabase, decided: readonly Decision[]): Promise<void> {
  const entered: AttentionRow[] = []
  for (const { n, verdict, reason, atMs } of decided) {
    const row = await db.attention.get(n)
    if (!row) continue
    if (verdict === 'accepted') {
      await db.attention.delete(n)
      entered.push(row)
    } else await db.attention.put({ ...row, box: { ...row.box, dismissed: { reason, at: atMs } } })
  }
  if (entered.length > 0) await db.meta.put({ key: ENTERED, box: [...(await readEntered(db)), ...entered] })
}

const asUndecided = ({ box: { code }, ...row }: AttentionRow): AttentionRow => ({ ...row, box: { code } })

/** Nothing is decided until this endpoint says so. Rule DAT-42. */
export async function doubtDecided(db: LocalDatabase): Promise<void> {
  const [entered, listed] = await Promise.all([readEntered(db), db.attention.toArray()])
  const putAway = listed.filter(({ box }) => box.dismissed !== undefined)
  await db.attention.bulkPut([...entered, ...putAway].map(asUndecided))
  await forgetEntered(db)
}

/** Under another name none of these numbers is this device's to ask after. */
export const forgetEntered = (db: LocalDatabase): Promise<void> => db.meta.delete(ENTERED)
