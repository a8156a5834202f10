/**
 * Records of kinds that only a newer version of the app knows. They are kept, merged and passed on like all others, and
 * no screen shows them; so at least their number is told. Counted by the index of kinds: no row is read.
 */
import { isKind } from '#domain/change/kind-registry.ts'
import { readIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'

export const countNewerRecords = (db: LocalDatabase): Promise<number> =>
  readIn(db, [db.ent], async () => {
    const kinds = (await db.ent.orderBy('kind').uniqueKeys()) as readonly string[]
    let count = 0
    for (const kind of kinds) if (!isKind(kind)) count += await db.ent.where('kind').equals(kind).count()
    return count
  })
