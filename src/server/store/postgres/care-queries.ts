/** What an administrator looks at, the backup, and what only one endpoint at a time may do. */
import type { CareStore, StoreFacts } from '#server/store/store-contract.ts'
import { whole } from '#server/store/sqlite/connection.ts'
import { WRITTEN_BESIDE } from '#server/store/written-beside-mark.ts'
import { quarantineOfRow } from '#server/store/sqlite/decision-queries.ts'
import { whileLocked } from './advisory-lock.ts'
import { backUp, lastBackup } from './backup.ts'
import type { PostgresDatabase } from './database.ts'
import type { Home } from './home.ts'

const COUNTS = `SELECT (SELECT count(*) FROM op) AS ops, (SELECT count(*) FROM archived_op) AS archived,
   (SELECT count(*) FROM feed) AS feeds,
  (SELECT count(*) FROM ent) AS entities, (SELECT count(*) FROM conflict WHERE closed_seq IS NULL) AS conflicts,
  (SELECT count(*) FROM quarantine WHERE decided_ms IS NULL) AS quarantined, (SELECT count(*) FROM blob) AS blobs`
const QUARANTINE = 'SELECT * FROM quarantine WHERE decided_ms IS NULL ORDER BY recv_ms DESC, dev, n LIMIT $1'

async function facts(db: PostgresDatabase, version: string): Promise<StoreFacts> {
  const row = (await db.row(COUNTS)) ?? {}
  return {
    engine: `PostgreSQL ${version}`,
    ops: whole(row, 'ops'),
    archivedOps: whole(row, 'archived'),
    feeds: whole(row, 'feeds'),
    entities: whole(row, 'entities'),
    openConflicts: whole(row, 'conflicts'),
    quarantined: whole(row, 'quarantined'),
    blobs: whole(row, 'blobs'),
    lastBackup: await lastBackup(db),
  }
}

export interface CareParts {
  readonly home: Home
  readonly version: string
  readonly backupFolder: string
}

export function createCareQueries(db: PostgresDatabase, { home, version, backupFolder }: CareParts): CareStore {
  return {
    facts: () => facts(db, version),
    quarantine: async (limit) => (await db.rows(QUARANTINE, limit)).map(quarantineOfRow),
    backup: async (nowMs) => {
      const report = await backUp(db, backupFolder, nowMs)
      home.note()
      return report
    },
    alone: (work) => whileLocked(db, 'start', work),
    settleBeside: async () => (await db.run('DELETE FROM meta WHERE key = $1', WRITTEN_BESIDE)) > 0,
    close: async () => {
      home.note()
      await db.close()
    },
  }
}
