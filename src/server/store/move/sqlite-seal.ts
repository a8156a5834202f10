/**
 * Once an office has moved, its SQLite file must never take a write again, or its devices would be told "stored" by a
 * database nobody reads any more. The seal is in the file itself: an endpoint that still runs on it cannot write, one
 * that is started on it says where the data is (END-45).
 */
import { MovedStoreError } from '#server/store/moved-store-error.ts'
import { text } from '#server/store/sqlite/connection.ts'
import type { Database, SqlRow } from '#server/store/sqlite/sqlite-surface.ts'

const SEAL_KEY = 'moved_to'
const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`

type ReadRow = (sql: string) => SqlRow | undefined

/** The seal of the move, or null. */
export function sealOf(get: ReadRow): string | null {
  const row = get(`SELECT value FROM meta WHERE key = '${SEAL_KEY}'`)
  return row ? text(row, 'value') : null
}

/** Within a transaction of the caller's. */
export function sealUp(database: Database, seal: string): void {
  database.prepare(`INSERT INTO meta (key, value) VALUES ('${SEAL_KEY}', ?)`).run(seal)
  const tables = database.prepare(TABLES).all()
  for (const table of tables.map((row) => text(row, 'name'))) {
    for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
      database.exec(`CREATE TRIGGER moved_${table}_${change} BEFORE ${change} ON ${table}
        BEGIN SELECT RAISE(ABORT, 'this office has moved to PostgreSQL'); END`)
    }
  }
}

/** To be called before anything is written to a file that holds data already. */
export function refuseMoved(get: ReadRow): void {
  const hasData = get(`SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = 'meta'`) !== undefined
  if (hasData && sealOf(get) !== null) throw new MovedStoreError('this office has moved to PostgreSQL')
}
