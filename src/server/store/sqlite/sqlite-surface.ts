/**
 * The part of the `node:sqlite` surface that the store uses. Node has it built in from 22.5 on; older ones get the
 * same surface from `@photostructure/sqlite` (decision D18). Versions before 3.51.3 can damage a write-ahead log
 * with two connections, so the endpoint does not start on them (END-13).
 */
import { createRequire } from 'node:module'
import process from 'node:process'
import { err, ok, type Result } from '#domain/kernel/result.ts'

export type SqlValue = string | number | null

export interface SqlRow {
  readonly [column: string]: SqlValue
}

export interface Statement {
  run(...values: readonly SqlValue[]): { readonly changes: number | bigint }
  get(...values: readonly SqlValue[]): SqlRow | undefined
  all(...values: readonly SqlValue[]): SqlRow[]
  iterate(...values: readonly SqlValue[]): Iterable<SqlRow>
}

export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

export type OpenDatabase = (file: string, options?: { readonly readOnly?: boolean }) => Database

export interface SqliteDriver {
  readonly name: string
  readonly version: string
  /** By which a thread of this process loads the same SQLite. */
  readonly module: string
  readonly open: OpenDatabase
}

interface SqliteModule {
  readonly DatabaseSync: new (file: string, options?: { readOnly?: boolean }) => Database
}

export const LOWEST_SQLITE = '3.51.3'

/** Whether `version` is at least `lowest`, compared number by number. */
export function isAtLeast(version: string, lowest: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, low] of lowest.split('.').map(Number).entries()) {
    const part = parts[i] ?? 0
    if (part !== low) return part > low
  }
  return true
}

function driverOf(name: string, module: string, { DatabaseSync }: SqliteModule): SqliteDriver {
  const open: OpenDatabase = (file, options = {}) => new DatabaseSync(file, options)
  const memory = open(':memory:')
  const version = String(memory.prepare('SELECT sqlite_version() AS version').get()?.version ?? '0')
  memory.close()
  return { name, version, module, open }
}

const builtIn = (): SqliteModule | undefined => process.getBuiltinModule?.('node:sqlite') as SqliteModule | undefined

/** The first candidate that is new enough; otherwise what was found. Rule END-13. */
export function chooseDriver(candidates: readonly SqliteDriver[]): Result<SqliteDriver, readonly string[]> {
  const chosen = candidates.find(({ version }) => isAtLeast(version, LOWEST_SQLITE))
  return chosen ? ok(chosen) : err(candidates.map(({ name, version }) => `${name} ${version}`))
}

export async function findSqlite(): Promise<Result<SqliteDriver, readonly string[]>> {
  const own = builtIn()
  const first = own ? [driverOf('node:sqlite', 'node:sqlite', own)] : []
  const fromNode = chooseDriver(first)
  if (fromNode.ok) return fromNode
  const packaged = (await import('@photostructure/sqlite')) as unknown as SqliteModule
  const module = createRequire(import.meta.url).resolve('@photostructure/sqlite')
  return chooseDriver([...first, driverOf('@photostructure/sqlite', module, packaged)])
}
