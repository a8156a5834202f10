/** The store contract on PostgreSQL: brings the database up to date, and puts the topics together. */
import type { RandomSource } from '#domain/kernel/clock.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { createAccountQueries } from './account-queries.ts'
import { createBlobQueries } from './blob-queries.ts'
import { createCareQueries } from './care-queries.ts'
import { createCompactQueries } from './compact.ts'
import { PostgresDatabase } from './database.ts'
import { feedWriting, type FeedWriting } from './feed-counters.ts'
import { Home } from './home.ts'
import { createIdentityQueries } from './identity-queries.ts'
import { migrate } from './schema.ts'
import { checkServer } from './server-check.ts'
import { createSessionQueries } from './session-queries.ts'
import { createSignInQueries } from './sign-in-queries.ts'
import { createSyncQueries } from './sync-queries.ts'
import { createTrailQueries, incarnationBefore, settleTrail } from './trail-store.ts'

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly connectionString: string
  /** Where this endpoint keeps what it saw of the database, see `home.ts`. */
  readonly folder: string
  readonly backupFolder: string
  readonly random: RandomSource
  /** How numbers are given in a feed, and links made. */
  readonly writing?: FeedWriting
}

export async function openPostgresStore(options: PostgresStoreOptions): Promise<EndpointStore> {
  const db = new PostgresDatabase(options.connectionString)
  try {
    const version = await checkServer(db)
    await migrate(db)
    const before = await incarnationBefore(db)
    const home = new Home(db, options.random, options.folder)
    await home.incarnation()
    await settleTrail(db, before, Date.now())
    return {
      ...createSyncQueries(db, home, options.writing ?? feedWriting),
      ...createIdentityQueries(db),
      ...createAccountQueries(db),
      ...createSessionQueries(db),
      ...createSignInQueries(db),
      ...createBlobQueries(db),
      ...createTrailQueries(db),
      ...createCompactQueries(db, home),
      ...createCareQueries(db, { home, version, backupFolder: options.backupFolder }),
    }
  } catch (error) {
    await db.close()
    throw error
  }
}
