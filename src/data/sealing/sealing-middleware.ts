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
  open<T extends BoxedRow | undefined>(row: T): T
}

export const sealingMiddleware = (sealer: Sealer): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'sealing',
  create: (down) => ({
    ...down,
    table: (name) => sealTable(down.table(name), createRowSealer(name, sealer)),
  }),
})

function createRowSealer(table: string, sealer: Sealer): RowSealer {
  const allowed = new Set([...(clearFields[table] ?? []), 'box'])
  return {
    close: (row) => {
      for (const field of Object.keys(row))
        if (!allowed.has(field)) throw new Error(`${table}.${field} would be stored in clear`)
      return replaceBox(row, sealer.seal(table, row.box))
    },
    open: (row) => (row === undefined || row === null ? row : replaceBox(row, sealer.open(table, row.box))),
  }
}

/** The same object where nothing changes: an open store pays nothing for being sealable. */
const replaceBox = <T extends BoxedRow>(row: T, box: unknown): T => (box === row.box ? row : { ...row, box })

function sealTable(table: DBCoreTable, rows: RowSealer): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      request.type === 'add' || request.type === 'put'
        ? table.mutate({ ...request, values: request.values.map(rows.close) })
        : table.mutate(request),
    get: (request) => table.get(request).then(rows.open),
    getMany: (request) => table.getMany(request).then((found) => found.map(rows.open)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(rows.open) } : answer)),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor && request.values ? openCursorValues(cursor, rows) : cursor)),
  }
}

/** A browser's cursor answers only for itself ("Illegal invocation" otherwise), so each of its own fields is passed on. */
const openCursorValues = (cursor: DBCoreCursor, rows: RowSealer): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => rows.open(cursor.value as BoxedRow | undefined) },
  }) as DBCoreCursor
