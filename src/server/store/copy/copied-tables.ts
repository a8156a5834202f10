/**
 * What a copy of an endpoint's data consists of, in an order in which every row finds what it refers to. A copy goes
 * table by table in the order of the key, so that two copies of the same data are the same byte for byte whichever
 * database they were read from. A table that is not in this list stops a copy: nothing is left out by oversight.
 */
import type { SqlValue } from '#server/store/sqlite/sqlite-surface.ts'

export interface CopiedTable {
  readonly name: string
  readonly key: readonly string[]
}

export const COPIED_TABLES: readonly CopiedTable[] = [
  { name: 'meta', key: ['key'] },
  { name: 'scope', key: ['id'] },
  { name: 'succession', key: ['predecessor', 'successor'] },
  { name: 'account', key: ['id'] },
  { name: 'invitation', key: ['hash'] },
  { name: 'grant_', key: ['account', 'scope', 'role', 'valid_from'] },
  { name: 'device', key: ['id'] },
  { name: 'session', key: ['token_hash'] },
  { name: 'challenge', key: ['hash'] },
  { name: 'passkey', key: ['id'] },
  { name: 'provider_link', key: ['issuer', 'identifier'] },
  { name: 'once', key: ['hash'] },
  { name: 'feed', key: ['id'] },
  { name: 'op', key: ['feed', 'seq'] },
  { name: 'archived_op', key: ['feed', 'seq'] },
  { name: 'device_cursor', key: ['dev'] },
  { name: 'ent', key: ['feed', 'entity'] },
  { name: 'conflict', key: ['feed', 'entity', 'field', 'opened_seq'] },
  { name: 'quarantine', key: ['dev', 'n'] },
  { name: 'blob', key: ['sha'] },
  { name: 'blob_ref', key: ['sha', 'feed', 'entity'] },
  { name: 'trail', key: ['chain', 'num'] },
  { name: 'trail_root', key: ['num'] },
  { name: 'trail_rooted', key: ['chain'] },
]

/** What belongs to one database and not to the data: never copied. */
const NOT_COPIED = ['schema_version', 'home', 'restored_from_backup', 'moved_to']

export type CopiedRow = readonly SqlValue[]

/** Some rows of one table; the tables follow one another. */
export interface RowBatch {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly CopiedRow[]
}

export const ROWS_AT_ONCE = 200

export function selectOf({ name, key }: CopiedTable, columns: readonly string[]): string {
  const quoted = NOT_COPIED.map((word) => `'${word}'`).join(', ')
  const where = name === 'meta' ? ` WHERE key NOT IN (${quoted})` : ''
  return `SELECT ${columns.join(', ')} FROM ${name}${where} ORDER BY ${key.join(', ')}`
}

/** The tables to copy among those that are there; throws where one would be left out. */
export function tablesToCopy(existing: readonly string[]): readonly CopiedTable[] {
  const unknown = existing.filter((name) => !COPIED_TABLES.some((table) => table.name === name))
  if (unknown.length > 0) throw new Error(`tables that no copy knows: ${unknown.join(', ')}`)
  return COPIED_TABLES.filter(({ name }) => existing.includes(name))
}
