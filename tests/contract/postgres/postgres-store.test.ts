import { readdirSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openPostgresStore } from '#server/store/postgres/postgres-store.ts'
import { restoreToPostgres } from '#server/store/postgres/restore.ts'
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import { numbered } from '#server/trail/trail-queries.ts'
import { verifyTrail } from '#server/trail/verify-trail.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { emptyDatabase, sql } from '#support/postgres/databases.ts'
import { appendOnlySuite } from '../store/append-only-suite.ts'
import { authoritySuite } from '../store/authority-suite.ts'
import { careSuite } from '../store/care-suite.ts'
import { compactionSuite } from '../store/compaction-suite.ts'
import { identitySuite } from '../store/identity-suite.ts'
import { ingestSuite } from '../store/ingest-suite.ts'
import { noticeSuite } from '../store/notice-suite.ts'
import { pullSuite } from '../store/pull-suite.ts'
import { recordedChangesSuite } from '../store/recorded-changes-suite.ts'
import { saidSuite } from '../store/said-suite.ts'
import { signInSuite } from '../store/sign-in-suite.ts'
import { summarySuite } from '../store/summary-suite.ts'
import { trailSuite } from '../store/trail-suite.ts'
import type { OpenedStore, StoreFactory } from '../store/store-factory.ts'

const random = repeatableRandom(7)

async function open(connectionString: string, folder: string): Promise<OpenedStore> {
  const backupFolder = path.join(folder, 'backups')
  const store = await openPostgresStore({ connectionString, folder, backupFolder, random })
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
      return open(connectionString, folder)
    },
    restore: async () => {
      await close()
      const newest = readdirSync(backupFolder).sort().at(-1) ?? 'none'
      const empty = await emptyDatabase()
      await restoreToPostgres(empty, path.join(backupFolder, newest))
      return open(empty, folder)
    },
    storedOps: async (feed) => {
      const { rows } = await sql(connectionString, 'SELECT count(*)::int AS ops FROM op WHERE feed = $1', [feed])
      return (rows[0] as { ops: number }).ops
    },
    verifyTrail: (kept) =>
      verifyTrail(async (statement, ...values) => {
        const { rows } = await sql(connectionString, numbered(statement), values)
        return rows as SqlRow[]
      }, kept),
    tamper: async (statement) => {
      await sql(connectionString, statement)
    },
  }
}

const factory: StoreFactory = {
  name: 'PostgreSQL',
  open: async () => open(await emptyDatabase(), tempFolder()),
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
