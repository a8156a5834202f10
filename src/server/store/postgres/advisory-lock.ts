/**
 * What only one endpoint on a database may do at a time: bring the tables up to date, seed and make keys, back up,
 * take a new incarnation. PostgreSQL lets go of such a lock when the session that holds it ends, however it ends.
 */
import type { PostgresDatabase, Queries } from './database.ts'

/** "STAY": keeps our locks apart from those of others in the same database. */
const OURS = 0x53_54_41_59

export const locks = { schema: 1, start: 2, backup: 3, incarnation: 4, trail: 5, compact: 6 } as const

export type LockName = keyof typeof locks

/** Until the end of the transaction. */
export async function lockInTransaction(queries: Queries, name: LockName): Promise<void> {
  await queries.run('SELECT pg_advisory_xact_lock($1, $2)', OURS, locks[name])
}

export async function whileLocked<T>(db: PostgresDatabase, name: LockName, work: () => Promise<T>): Promise<T> {
  return db.onOneConnection(async (queries) => {
    await queries.run('SELECT pg_advisory_lock($1, $2)', OURS, locks[name])
    try {
      return await work()
    } finally {
      await queries.run('SELECT pg_advisory_unlock($1, $2)', OURS, locks[name])
    }
  })
}
