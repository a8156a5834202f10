/**
 * Brings every row of a store from clear to sealed, or back, a few at a time and each few in one transaction. It may be
 * killed at any moment and begun again: rows that have the wanted form are left as they are, both forms can be read
 * meanwhile, and what others write beside it has the wanted form already (rule DAT-31).
 */
import type { Table } from 'dexie'
import { writeIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { isSealedBox, type Sealer } from './sealer.ts'

interface Boxed {
  readonly box?: unknown
}

/** Photos one by one: a hundred of them would not fit into a phone's memory. */
const AT_ONCE: Readonly<Record<string, number>> = { blob: 2, relaydata: 2 }
const ROWS_AT_ONCE = 100

export interface Rewriting {
  /** A connection that hands boxes on as they lie there (`blindSealer`). */
  readonly db: LocalDatabase
  readonly sealer: Sealer
  readonly to: 'sealed' | 'clear'
  readonly shouldStop: () => boolean
}

const keyOf = (table: Table, row: Boxed): unknown => {
  const path = table.schema.primKey.keyPath as string | string[]
  const at = (name: string): unknown => (row as Readonly<Record<string, unknown>>)[name]
  return Array.isArray(path) ? path.map(at) : at(path)
}

/** The box in its wanted form. */
function turned({ sealer, to }: Rewriting, table: Table, row: Boxed): Boxed {
  const key = keyOf(table, row)
  const box = to === 'sealed' ? sealer.seal(table.name, key, row.box) : sealer.open(table.name, key, row.box)
  return { ...row, box }
}

/** Answers the last key looked at, or undefined behind the last row. */
async function rewriteSome(parts: Rewriting, table: Table, after: unknown): Promise<unknown> {
  const { db, to } = parts
  const limit = AT_ONCE[table.name] ?? ROWS_AT_ONCE
  // With `own` among the tables the transaction is strict: what was once told as sealed is sealed on the disk.
  return writeIn(db, [table, db.own], async () => {
    const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after)
    const rows = (await from.limit(limit).toArray()) as Boxed[]
    const wrong = rows.filter(({ box }) => isSealedBox(box) !== (to === 'sealed'))
    if (wrong.length > 0) await table.bulkPut(wrong.map((row) => turned(parts, table, row)))
    const last = rows.at(-1)
    return rows.length < limit || last === undefined ? undefined : keyOf(table, last)
  })
}

/** False where it was stopped before the end. */
export async function rewriteRows(parts: Rewriting): Promise<boolean> {
  for (const table of parts.db.tables) {
    let after: unknown
    do {
      if (parts.shouldStop()) return false
      after = await rewriteSome(parts, table, after)
    } while (after !== undefined)
  }
  return true
}
