/** Reading and writing all rows of a PostgreSQL database, within a transaction of the caller's. */
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import { text } from '#server/store/sqlite/connection.ts'
import type { PostgresValue, Queries } from '#server/store/postgres/database.ts'
import { ROWS_AT_ONCE, type RowBatch, selectOf, tablesToCopy } from './copied-tables.ts'

const COLUMNS = `SELECT table_name, column_name, data_type FROM information_schema.columns
  WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`

async function columnsByTable(queries: Queries): Promise<Map<string, SqlRow[]>> {
  const columns = new Map<string, SqlRow[]>()
  for (const row of await queries.rows(COLUMNS))
    columns.set(text(row, 'table_name'), [...(columns.get(text(row, 'table_name')) ?? []), row])
  return columns
}

/** In small steps by a cursor: memory stays small however large the database is. */
export async function* readPostgres(queries: Queries): AsyncGenerator<RowBatch> {
  const columnsOf = await columnsByTable(queries)
  for (const table of tablesToCopy([...columnsOf.keys()])) {
    const columns = (columnsOf.get(table.name) ?? []).map((row) => text(row, 'column_name'))
    await queries.exec(`DECLARE copied NO SCROLL CURSOR FOR ${selectOf(table, columns)}`)
    let rows: SqlRow[]
    do {
      rows = await queries.rows(`FETCH ${ROWS_AT_ONCE} FROM copied`)
      yield { table: table.name, columns, rows: rows.map((row) => columns.map((name) => row[name] ?? null)) }
    } while (rows.length === ROWS_AT_ONCE)
    await queries.exec('CLOSE copied')
  }
}

export async function isEmptyPostgres(queries: Queries): Promise<boolean> {
  for (const table of tablesToCopy([...(await columnsByTable(queries)).keys()])) {
    const found = await queries.row(`SELECT 1 AS found FROM (${selectOf(table, ['1'])}) AS rows LIMIT 1`)
    if (found) return false
  }
  return true
}

function insertOf(table: string, columns: readonly string[], types: ReadonlyMap<string, string>): string {
  const arrays = columns.map((name, i) => `$${i + 1}::${types.get(name) ?? 'text'}[]`).join(', ')
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${arrays})`
}

export async function writePostgres(queries: Queries, batches: AsyncIterable<RowBatch>): Promise<void> {
  const columnsOf = await columnsByTable(queries)
  for await (const { table, columns, rows } of batches) {
    const known = columnsOf.get(table)
    if (!known) throw new Error(`no such table: ${table}`)
    const types = new Map(known.map((row) => [text(row, 'column_name'), text(row, 'data_type')]))
    const values = columns.map((_, i): PostgresValue => rows.map((row) => row[i] ?? null))
    if (rows.length > 0) await queries.run(insertOf(table, columns, types), ...values)
  }
}
