/**
 * Closes the box of every row on its way into the database and opens it on its way out, inside Dexie, so that no
 * repository can forget it. A row with a field that is neither listed as clear nor the box is a defect and throws.
 */
import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie'
import { clearFields } from './clear-fields.ts'
import type { Sealer } from './sealer.ts'

interface BoxedRow {
  readonly box?: unknown
}

interface RowSealer {
  close(row: BoxedRow): BoxedRow
  open<T extends BoxedRow | undefined>(row: T, key: unknown): T
  /** Of a row as it lies there: every table has its primary key in clear fields. */
  keyOf(row: BoxedRow): unknown
}

export const sealingMiddleware = (sealer: Sealer): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'sealing',
  create: (down) => ({
    ...down,
    table: (name) => {
      const table = down.table(name)
      return sealTable(table, createRowSealer(table, name, sealer))
    },
  }),
})

function createRowSealer({ schema }: DBCoreTable, table: string, sealer: Sealer): RowSealer {
  const allowed = new Set([...(clearFields[table] ?? []), 'box'])
  const keyOf = (row: BoxedRow): unknown => schema.primaryKey.extractKey?.(row)
  return {
    keyOf,
    close: (row) => {
      for (const field of Object.keys(row))
        if (!allowed.has(field)) throw new Error(`${table}.${field} would be stored in clear`)
      return replaceBox(row, sealer.seal(table, keyOf(row), row.box))
    },
    open: (row, key) => (row === undefined || row === null ? row : replaceBox(row, sealer.open(table, key, row.box))),
  }
}

/** The same object where nothing changes: an open store pays nothing for being sealable. */
const replaceBox = <T extends BoxedRow>(row: T, box: unknown): T => (box === row.box ? row : { ...row, box })

function sealTable(table: DBCoreTable, rows: RowSealer): DBCoreTable {
  const openFound = (row: BoxedRow): BoxedRow => rows.open(row, rows.keyOf(row))
  return {
    ...table,
    mutate: (request) =>
      request.type === 'add' || request.type === 'put'
        ? table.mutate({ ...request, values: request.values.map(rows.close) })
        : table.mutate(request),
    get: (request) => table.get(request).then((row: BoxedRow | undefined) => rows.open(row, request.key)),
    getMany: (request) =>
      table
        .getMany(request)
        .then((found) => found.map((row: BoxedRow | undefined, at) => rows.open(row, request.keys[at]))),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(openFound) } : answer)),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor && request.values ? openCursorValues(cursor, rows) : cursor)),
  }
}

/** A browser's cursor answers only for itself ("Illegal invocation" otherwise), so each of its own fields is passed on. */
const openCursorValues = (cursor: DBCoreCursor, rows: RowSealer): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => rows.open(cursor.value as BoxedRow | undefined, cursor.primaryKey) },
  }) as DBCoreCursor
