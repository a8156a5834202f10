/** The store contract on SQLite: opens or creates the file, and puts the topics together. */
import path from 'node:path'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { refuseMoved } from '#server/store/move/sqlite-seal.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { makeFolder } from '#server/files/make-folder.ts'
import type { JournalFile } from '#server/journal/journal-file.ts'
import { RESTORED_MARK } from './backup.ts'
import { type Copier, copyHere } from './backup-copy.ts'
import { createAccountQueries } from './account-queries.ts'
import { createBlobQueries } from './blob-queries.ts'
import { createCareQueries } from './care-queries.ts'
import { createCompactQueries } from './compact.ts'
import { Connection, text, whole } from './connection.ts'
import { createIdentityQueries } from './identity-queries.ts'
import { migrations, SCHEMA_VERSION } from './schema.ts'
import { createSessionQueries } from './session-queries.ts'
import type { SqliteDriver } from './sqlite-surface.ts'
import { StoreJournal } from './store-journal.ts'
import { createSignInQueries } from './sign-in-queries.ts'
import { createSyncQueries } from './sync-queries.ts'
import { createTrailQueries, settleTrail } from './trail-store.ts'
import { type OnGroup, WriteQueue } from './write-queue.ts'

export const FILE = 'endpoint.sqlite'

export interface SqliteStoreOptions {
  readonly folder: string
  readonly backupFolder: string
  readonly driver: SqliteDriver
  readonly random: RandomSource
  /** How long a write may wait for others to share its commit, in milliseconds; 0 commits each at once. */
  readonly groupMs?: number
  readonly onGroup?: OnGroup
  /** Copies for backups; in this thread unless said otherwise. */
  readonly copy?: Copier
  readonly journal?: JournalFile | undefined
  readonly onJournalTrouble?: (error: unknown) => void
  /** Told whenever the journal gets in step or falls behind. */
  readonly onJournal?: (isInStep: boolean) => void
}

export function migrate(db: Connection): void {
  const row = db.get('PRAGMA user_version')
  const version = row ? whole(row, 'user_version') : 0
  if (version > SCHEMA_VERSION) throw new NewerStoreError(`store has version ${version}`)
  for (const [i, step] of migrations.entries())
    if (i >= version) db.transaction(() => db.exec(`${step}; PRAGMA user_version = ${i + 1};`))
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

/** Tells this installation's journal and backups from another's; stays the same over a restoration. */
function installationOf(db: Connection, random: RandomSource): string {
  const known = db.get(`SELECT value FROM meta WHERE key = 'installation'`)
  if (known) return text(known, 'value')
  const installation = Buffer.from(random.bytes(9)).toString('base64url')
  db.run(`INSERT INTO meta (key, value) VALUES ('installation', ?)`, installation)
  return installation
}

function keepJournal(db: Connection, inc: string, options: SqliteStoreOptions): StoreJournal | undefined {
  const { journal, random, onJournalTrouble = () => undefined, onJournal = () => undefined } = options
  if (!journal) return undefined
  return new StoreJournal(db, journal, { inst: installationOf(db, random), inc }, { onJournal, onJournalTrouble })
}

function assemble(db: Connection, options: SqliteStoreOptions): EndpointStore {
  const { driver, copy = copyHere(driver), folder, backupFolder, groupMs = 0, onGroup } = options
  const isRestored = db.get('SELECT 1 AS found FROM meta WHERE key = ?', RESTORED_MARK) !== undefined
  const incarnation = currentIncarnation(db, options.random)
  const journal = keepJournal(db, incarnation, options)
  settleTrail(db, { incarnation, isRestored, nowMs: Date.now() })
  const queue = new WriteQueue(db, groupMs, onGroup)
  const plan = { db, source: path.join(folder, FILE), folder: backupFolder, copy }
  return {
    ...createSyncQueries(db, incarnation, queue, journal),
    ...createIdentityQueries(db),
    ...createAccountQueries(db, queue),
    ...createSessionQueries(db, queue),
    ...createSignInQueries(db, queue),
    ...createBlobQueries(db),
    ...createTrailQueries(db, incarnation, queue),
    ...createCompactQueries(db, incarnation, queue),
    ...createCareQueries(db, { driver, plan, queue, journal }),
  }
}

export function openSqliteStore(options: SqliteStoreOptions): EndpointStore {
  makeFolder(options.folder)
  const db = new Connection(options.driver.open(path.join(options.folder, FILE)))
  try {
    refuseMoved((sql) => db.get(sql))
    migrate(db)
    return assemble(db, options)
  } catch (error) {
    db.close()
    throw error
  }
}
