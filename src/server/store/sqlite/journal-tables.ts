/**
 * Which rows the journal keeps: everything that cannot be computed from something else. The tables and columns are
 * asked of the database itself, so that a column of a later version is kept without anybody thinking of it.
 */
import { type Connection, text, whole } from './connection.ts'

/** Computed from the operations, or worth nothing after a restoration. */
const DERIVED: ReadonlySet<string> = new Set([
  'feed',
  'ent',
  'conflict',
  'blob_ref',
  'session',
  'challenge',
  'once',
  'trail_rooted',
  'archived_op',
  'device_cursor',
])
/** Columns that change with every push and follow from the operations. */
const VOLATILE: Readonly<Record<string, readonly string[]>> = {
  device: ['last_n', 'safe_n', 'hlc_max', 'last_seen_ms'],
}
/** Belong to this copy of the data and not to the installation. */
export const OWN_META: readonly string[] = [
  'incarnation',
  'restored_from_backup',
  'last_backup',
  'journal_lsn',
  'moved_to',
]

export interface JournalTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

export function journalTables(db: Connection): readonly JournalTable[] {
  const names = db.all(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
  return names
    .map((row) => text(row, 'name'))
    .filter((name) => !DERIVED.has(name))
    .map((name) => {
      const columns = db.all(`PRAGMA main.table_info(${name})`)
      const key = columns.filter((row) => whole(row, 'pk') > 0)
      return { name, columns: columns.map((row) => text(row, 'name')), key: key.map((row) => text(row, 'name')) }
    })
}

const object = (columns: readonly string[], from: string): string =>
  `json_object(${columns.map((column) => `'${column}', ${from}.${column}`).join(', ')})`

const ownMeta = OWN_META.map((key) => `'${key}'`).join(', ')
const onlyShared = (table: string, from: string): string =>
  table === 'meta' ? `${from}.key NOT IN (${ownMeta})` : 'true'

const lineOf = ({ name, columns }: JournalTable, from: string): string =>
  `json_object('t', '${name}', 'r', ${object(columns, from)})`

const keyIn = ({ key }: JournalTable, from: string): string => key.map((column) => `${from}.${column}`).join(', ')

/**
 * Rows in the order of their key, as many as asked for, each with its `line` and its key; those after a key where one
 * is given, so that a large table is not read at once.
 */
export function rowsOf(table: JournalTable, isAfterKey: boolean): string {
  const after = `(${keyIn(table, 'one')}) > (${table.key.map(() => '?').join(', ')})`
  return `SELECT ${lineOf(table, 'one')} AS line, ${keyIn(table, 'one')} FROM main.${table.name} AS one
   WHERE ${onlyShared(table.name, 'one')}${isAfterKey ? ` AND ${after}` : ''} ORDER BY ${keyIn(table, 'one')} LIMIT ?`
}

/** The rows after a rowid, as many as asked for, each with its `position`. */
export const rowsAfter = (table: JournalTable): string =>
  `SELECT ${lineOf(table, 'one')} AS line, one.rowid AS position FROM main.${table.name} AS one
   WHERE one.rowid > ? ORDER BY one.rowid LIMIT ?`

/** Notes every change of the table into `temp.journal`, on this connection only and with the transaction. */
export function triggersOf(table: JournalTable): string {
  const { name, columns, key } = table
  const stable = columns.filter((column) => !VOLATILE[name]?.includes(column))
  const note = (event: string, when: string, line: string): string =>
    `CREATE TEMP TRIGGER journal_${name}_${event.slice(0, 6)} AFTER ${event} ON main.${name} WHEN ${when}
     BEGIN INSERT INTO journal (line) VALUES (${line}); END;`
  const removed = `json_object('t', '${name}', 'd', ${object(key, 'OLD')})`
  return [
    note('INSERT', onlyShared(name, 'NEW'), lineOf(table, 'NEW')),
    note(`UPDATE OF ${stable.join(', ')}`, onlyShared(name, 'NEW'), lineOf(table, 'NEW')),
    // Operations leave for the archive only, and a journal holds on to them (END-103).
    ...(name === 'op' ? [] : [note('DELETE', onlyShared(name, 'OLD'), removed)]),
  ].join('\n')
}
