/** The store contract on SQLite: opens or creates the file, and puts the topics together. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { RandomSource } from '#domain/kernel/clock.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { RESTORED_MARK } from './backup.ts'
import { createBlobQueries } from './blob-queries.ts'
import { createCareQueries } from './care-queries.ts'
import { Connection, text, whole } from './connection.ts'
import { createIdentityQueries } from './identity-queries.ts'
import { SCHEMA_VERSION, schema } from './schema.ts'
import { createSessionQueries } from './session-queries.ts'
import type { SqliteDriver } from './sqlite-surface.ts'
import { createSyncQueries } from './sync-queries.ts'

export interface SqliteStoreOptions {
  readonly folder: string
  readonly backupFolder: string
  readonly driver: SqliteDriver
  readonly random: RandomSource
}

/** The file was written by a newer endpoint; opening it with this one could damage it. */
export class NewerStoreError extends Error {}

function migrate(db: Connection): void {
  const row = db.get('PRAGMA user_version')
  const version = row ? whole(row, 'user_version') : 0
  if (version > SCHEMA_VERSION) throw new NewerStoreError(`store has version ${version}`)
  if (version === 0) db.transaction(() => db.exec(`${schema}; PRAGMA user_version = ${SCHEMA_VERSION};`))
}

/** A new one at the first start and whenever the file turns out to be a backup put back. */
function currentIncarnation(db: Connection, random: RandomSource): string {
  const known = db.get(`SELECT value FROM meta WHERE key = 'incarnation'`)
  const isRestored = db.get('SELECT 1 AS found FROM meta WHERE key = ?', RESTORED_MARK) !== undefined
  if (known && !isRestored) return text(known, 'value')
  const incarnation = Buffer.from(random.bytes(9)).toString('base64url')
  db.transaction(() => {
    db.run(
      `INSERT INTO meta (key, value) VALUES ('incarnation', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      incarnation,
    )
    db.run('DELETE FROM meta WHERE key = ?', RESTORED_MARK)
  })
  return incarnation
}

export function openSqliteStore({ folder, backupFolder, driver, random }: SqliteStoreOptions): EndpointStore {
  mkdirSync(folder, { recursive: true })
  const db = new Connection(driver.open(path.join(folder, 'endpoint.sqlite')))
  try {
    migrate(db)
    return {
      ...createSyncQueries(db, currentIncarnation(db, random)),
      ...createIdentityQueries(db),
      ...createSessionQueries(db),
      ...createBlobQueries(db),
      ...createCareQueries(db, driver, backupFolder),
    }
  } catch (error) {
    db.close()
    throw error
  }
}
