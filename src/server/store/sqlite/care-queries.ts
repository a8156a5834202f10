/** What an administrator looks at, and the backup. */
import type { CareStore, StoreFacts } from '#server/store/store-contract.ts'
import { backUp, type BackupPlan, lastBackup } from './backup.ts'
import { type Connection, whole } from './connection.ts'
import type { SqliteDriver } from './sqlite-surface.ts'
import type { StoreJournal } from './store-journal.ts'
import type { WriteQueue } from './write-queue.ts'
import { quarantineOfRow } from './decision-queries.ts'
import { settleBeside } from './written-beside.ts'

const COUNTS = `SELECT (SELECT count(*) FROM op) AS ops, (SELECT count(*) FROM archived_op) AS archived,
   (SELECT count(*) FROM feed) AS feeds,
  (SELECT count(*) FROM ent) AS entities, (SELECT count(*) FROM conflict WHERE closed_seq IS NULL) AS conflicts,
  (SELECT count(*) FROM quarantine WHERE decided_ms IS NULL) AS quarantined, (SELECT count(*) FROM blob) AS blobs`

function facts(db: Connection, driver: SqliteDriver): StoreFacts {
  const row = db.get(COUNTS) ?? {}
  return {
    engine: `SQLite ${driver.version} (${driver.name})`,
    ops: whole(row, 'ops'),
    archivedOps: whole(row, 'archived'),
    feeds: whole(row, 'feeds'),
    entities: whole(row, 'entities'),
    openConflicts: whole(row, 'conflicts'),
    quarantined: whole(row, 'quarantined'),
    blobs: whole(row, 'blobs'),
    lastBackup: lastBackup(db),
  }
}

export interface CareParts {
  readonly driver: SqliteDriver
  readonly plan: BackupPlan
  readonly queue: WriteQueue
  readonly journal: StoreJournal | undefined
}

/** Everything that waits is committed first, and what was committed reaches the journal. */
async function close(db: Connection, { queue, journal }: CareParts): Promise<void> {
  queue.flush()
  await journal?.close()
  db.close()
}

export function createCareQueries(db: Connection, parts: CareParts): CareStore {
  return {
    facts: async () => facts(db, parts.driver),
    quarantine: async (limit) =>
      db
        .all('SELECT * FROM quarantine WHERE decided_ms IS NULL ORDER BY recv_ms DESC, dev, n LIMIT ?', limit)
        .map(quarantineOfRow),
    backup: (nowMs) => backUp(parts.plan, nowMs),
    alone: (work) => work(),
    settleBeside: async () => settleBeside(db),
    close: () => close(db, parts),
  }
}
