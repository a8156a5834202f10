/**
 * Chooses where an installation keeps its data: PostgreSQL where a `DATABASE_URL` names one, else the SQLite file in
 * the data folder. Nothing outside the store knows which; PostgreSQL's driver is loaded only where it is used.
 */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { JournalFile } from '#server/journal/journal-file.ts'
import { copyInThread } from './sqlite/backup-copy.ts'
import { findSqlite } from './sqlite/sqlite-surface.ts'
import { openSqliteStore } from './sqlite/sqlite-store.ts'
import type { OnGroup } from './sqlite/write-queue.ts'
import type { EndpointStore } from './store-contract.ts'
import { UnusableDatabaseError } from './unusable-database-error.ts'

/** No SQLite that is safe to write with; `found` says what there was (END-13). */
export class UnsafeSqliteError extends Error {
  readonly found: readonly string[]

  constructor(found: readonly string[]) {
    super(`no SQLite of at least 3.51.3: found ${found.join(', ') || 'none'}`)
    this.found = found
  }
}

export interface StorePlace {
  readonly dataDir: string
  /** `postgres://…`; SQLite without one. */
  readonly databaseUrl?: string | undefined
  readonly backupDir: string
  /** Folder of the journal, on SQLite; PostgreSQL has its own write-ahead log to archive. */
  readonly journalDir?: string | undefined
  readonly clock: Clock
  readonly onTrouble: (error: unknown) => void
  readonly onGroup?: OnGroup
  readonly onJournal?: (isInStep: boolean) => void
}

/** Writes that arrive this close together share one wait for the disk. */
const GROUP_MS = 5

const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url)

async function openSqlite(place: StorePlace, random: RandomSource): Promise<EndpointStore> {
  const driver = await findSqlite()
  if (!driver.ok) throw new UnsafeSqliteError(driver.error)
  const { dataDir, backupDir, journalDir, clock, onTrouble, onGroup, onJournal } = place
  return openSqliteStore({
    folder: dataDir,
    backupFolder: backupDir,
    driver: driver.value,
    random,
    groupMs: GROUP_MS,
    copy: copyInThread(driver.value),
    journal: journalDir === undefined ? undefined : new JournalFile(journalDir, clock),
    onJournalTrouble: onTrouble,
    ...(onGroup && { onGroup }),
    ...(onJournal && { onJournal }),
  })
}

async function openPostgres(
  connectionString: string,
  { dataDir, backupDir }: StorePlace,
  random: RandomSource,
): Promise<EndpointStore> {
  const { openPostgresStore } = await import('./postgres/postgres-store.ts')
  return openPostgresStore({ connectionString, folder: dataDir, backupFolder: backupDir, random })
}

export async function openStore(place: StorePlace, random: RandomSource): Promise<EndpointStore> {
  const { databaseUrl = '' } = place
  if (databaseUrl === '') return openSqlite(place, random)
  if (!isPostgres(databaseUrl)) throw new UnusableDatabaseError('DATABASE_URL: postgres://…')
  return openPostgres(databaseUrl, place, random)
}
