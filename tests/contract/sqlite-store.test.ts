import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { copyInThread } from '#server/store/sqlite/backup-copy.ts'
import { openSqliteStore, type SqliteStoreOptions } from '#server/store/sqlite/sqlite-store.ts'
import type { SqliteDriver } from '#server/store/sqlite/sqlite-surface.ts'
import { verifyTrail } from '#server/trail/verify-trail.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { appendOnlySuite } from './store/append-only-suite.ts'
import { authoritySuite } from './store/authority-suite.ts'
import { careSuite } from './store/care-suite.ts'
import { compactionSuite } from './store/compaction-suite.ts'
import { identitySuite } from './store/identity-suite.ts'
import { ingestSuite } from './store/ingest-suite.ts'
import { noticeSuite } from './store/notice-suite.ts'
import { pullSuite } from './store/pull-suite.ts'
import { recordedChangesSuite } from './store/recorded-changes-suite.ts'
import { saidSuite } from './store/said-suite.ts'
import { signInSuite } from './store/sign-in-suite.ts'
import { summarySuite } from './store/summary-suite.ts'
import { trailSuite } from './store/trail-suite.ts'
import type { OpenedStore, StoreFactory } from './store/store-factory.ts'

const random = repeatableRandom(7)
const fileIn = (folder: string): string => path.join(folder, 'endpoint.sqlite')

type AsRun = Pick<SqliteStoreOptions, 'groupMs' | 'copy'>

function open(driver: SqliteDriver, folder: string, backupFolder: string, asRun: AsRun = {}): OpenedStore {
  const store = openSqliteStore({ folder, backupFolder, driver, random, ...asRun })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await store.close()
    isOpen = false
  }
  onTestFinished(close)
  return {
    store,
    reopen: async () => {
      await close()
      return open(driver, folder, backupFolder, asRun)
    },
    restore: async () => {
      await close()
      for (const name of readdirSync(folder)) if (name.startsWith('endpoint.sqlite')) rmSync(path.join(folder, name))
      const newest = readdirSync(backupFolder).sort().at(-1)
      copyFileSync(path.join(backupFolder, newest ?? 'none'), fileIn(folder))
      return open(driver, folder, backupFolder, asRun)
    },
    storedOps: async (feed) => {
      const other = driver.open(fileIn(folder), { readOnly: true })
      const row = other.prepare('SELECT count(*) AS ops FROM op WHERE feed = ?').get(feed)
      other.close()
      return Number(row?.ops)
    },
    verifyTrail: async (kept) => {
      const other = driver.open(fileIn(folder), { readOnly: true })
      const report = await verifyTrail(async (sql, ...values) => other.prepare(sql).all(...values), kept)
      other.close()
      return report
    },
    tamper: async (sql) => {
      const other = driver.open(fileIn(folder))
      other.exec(sql)
      other.close()
    },
  }
}

const driver = await sqliteDriver()

const factory: StoreFactory = {
  name: driver.name,
  open: async () => {
    const folder = tempFolder()
    return open(driver, folder, path.join(folder, 'backups'))
  },
}

for (const suite of [
  ingestSuite,
  pullSuite,
  identitySuite,
  careSuite,
  authoritySuite,
  signInSuite,
  trailSuite,
  compactionSuite,
  recordedChangesSuite,
  summarySuite,
  noticeSuite,
  saidSuite,
  appendOnlySuite,
])
  suite(factory)

/** With shared commits and backups in a thread, as the endpoint runs it. */
const asTheEndpointRunsIt: StoreFactory = {
  name: `${driver.name} with shared commits`,
  open: async () => {
    const folder = tempFolder()
    return open(driver, folder, path.join(folder, 'backups'), { groupMs: 2, copy: copyInThread(driver) })
  },
}

for (const suite of [ingestSuite, careSuite]) suite(asTheEndpointRunsIt)

/** The driver, noting what every connection is set to once the store has set it up. */
function noting(settings: string[]): SqliteDriver {
  return {
    ...driver,
    open: (file, options) => {
      const database = driver.open(file, options)
      const exec = (sql: string): void => {
        database.exec(sql)
        if (!sql.includes('synchronous')) return
        for (const name of ['synchronous', 'journal_mode', 'foreign_keys']) {
          settings.push(`${name} ${database.prepare(`PRAGMA ${name}`).get()?.[name]}`)
        }
      }
      return { exec, prepare: (sql) => database.prepare(sql), close: () => database.close() }
    },
  }
}

describe(`${driver.name}: the file`, () => {
  it('END-6: every commit waits for the disk', () => {
    const [folder, settings] = [tempFolder(), [] as string[]]
    open(noting(settings), folder, folder)
    expect(settings).toEqual(['synchronous 2', 'journal_mode wal', 'foreign_keys 1'])
  })

  it('of a newer version is not opened', async () => {
    const options = { folder: tempFolder(), backupFolder: tempFolder(), driver, random }
    await openSqliteStore(options).close()
    const raw = driver.open(fileIn(options.folder))
    raw.exec('PRAGMA user_version = 99')
    raw.close()
    expect(() => openSqliteStore(options)).toThrow(NewerStoreError)
  })
})
