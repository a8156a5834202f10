/** Reading all rows of a SQLite database, within a transaction of the caller's. */
import type { Database } from '#server/store/sqlite/sqlite-surface.ts'
import { text } from '#server/store/sqlite/connection.ts'
import { type CopiedRow, ROWS_AT_ONCE, type RowBatch, selectOf, tablesToCopy } from './copied-tables.ts'

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`

export async function* readSqlite(database: Database): AsyncGenerator<RowBatch> {
  const existing = database.prepare(TABLES).all()
  for (const table of tablesToCopy(existing.map((row) => text(row, 'name')))) {
    const columns = database
      .prepare(`SELECT name FROM pragma_table_info('${table.name}') ORDER BY cid`)
      .all()
      .map((row) => text(row, 'name'))
    let rows: CopiedRow[] = []
    for (const row of database.prepare(selectOf(table, columns)).iterate()) {
      rows.push(columns.map((name) => row[name] ?? null))
      if (rows.length < ROWS_AT_ONCE) continue
      yield { table: table.name, columns, rows }
      rows = []
    }
    yield { table: table.name, columns, rows }
  }
}
