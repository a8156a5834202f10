/**
 * Chooses where an installation keeps its data: PostgreSQL where a `DATABASE_URL` names one, else the SQLite file in
 * the data folder. Nothing outside the store knows which; PostgreSQL's driver is loaded only where it is used.
 */
import path from 'node:path'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { findSqlite } from './sqlite/sqlite-surface.ts'
import { openSqliteStore } from './sqlite/sqlite-store.ts'
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
}

const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url)

async function openSqlite(dataDir: string, random: RandomSource): Promise<EndpointStore> {
  const driver = await findSqlite()
  if (!driver.ok) throw new UnsafeSqliteError(driver.error)
  return openSqliteStore({ folder: dataDir, backupFolder: path.join(dataDir, 'backups'), driver: driver.value, random })
}

async function openPostgres(connectionString: string, folder: string, random: RandomSource): Promise<EndpointStore> {
  const { openPostgresStore } = await import('./postgres/postgres-store.ts')
  return openPostgresStore({ connectionString, folder, backupFolder: path.join(folder, 'backups'), random })
}

export async function openStore({ dataDir, databaseUrl = '' }: StorePlace, random: RandomSource): Promise<EndpointStore> {
  if (databaseUrl === '') return openSqlite(dataDir, random)
  if (!isPostgres(databaseUrl)) throw new UnusableDatabaseError('DATABASE_URL: postgres://…')
  return openPostgres(databaseUrl, dataDir, random)
}
