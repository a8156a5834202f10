/**
 * The same tables as on SQLite, made by the same steps: only the names of two types differ, and text is compared byte
 * by byte, so that "in the order of ids" means the same on both. Several endpoints may start at once; the first one
 * brings the database up to date while the others wait.
 */
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { migrations, SCHEMA_VERSION } from '#server/store/sqlite/schema.ts'
import { whole } from '#server/store/sqlite/connection.ts'
import { lockInTransaction } from './advisory-lock.ts'
import type { PostgresDatabase, Queries } from './database.ts'

export const VERSION_KEY = 'schema_version'

export const toPostgres = (sql: string): string =>
  sql
    .replaceAll(/\bWITHOUT ROWID\b/g, '')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT')
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')

/** 0 where there are no tables of ours yet. */
export async function schemaVersionOf(queries: Queries): Promise<number> {
  const table = await queries.row(`SELECT count(*) AS tables FROM pg_class
    WHERE relname = 'meta' AND relnamespace = current_schema()::regnamespace`)
  if (!table || whole(table, 'tables') === 0) return 0
  const row = await queries.row('SELECT value FROM meta WHERE key = $1', VERSION_KEY)
  return row ? whole(row, 'value') : 0
}

/** Inside one transaction: a step that fails leaves the database as it was. */
export async function migrateWithin(queries: Queries, target = SCHEMA_VERSION): Promise<void> {
  await lockInTransaction(queries, 'schema')
  const version = await schemaVersionOf(queries)
  if (version > SCHEMA_VERSION) throw new NewerStoreError(`store has version ${version}`)
  if (version >= target) return
  for (const step of migrations.slice(version, target)) await queries.exec(toPostgres(step))
  await queries.run(
    'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    VERSION_KEY,
    String(target),
  )
}

export const migrate = (db: PostgresDatabase): Promise<void> => db.transaction((queries) => migrateWithin(queries))
