/**
 * Puts a backup into an empty PostgreSQL database. Everything is read once before anything is written, written in one
 * transaction and compared with the file before that ends. The database has no incarnation afterwards: the first
 * endpoint that opens it takes a new one, and devices send again what came after the backup.
 */
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { headOfCopy, readCopyFile } from '#server/store/copy/copy-file.ts'
import { type CopySummary, mustBeSame, opsIn, summarise } from '#server/store/copy/copy-summary.ts'
import { isEmptyPostgres, readPostgres, writePostgres } from '#server/store/copy/postgres-rows.ts'
import { text } from '#server/store/sqlite/connection.ts'
import { SCHEMA_VERSION } from '#server/store/sqlite/schema.ts'
import type { Blob } from '#server/store/blob-contract.ts'
import { PostgresDatabase, type Queries } from './database.ts'
import { HOME_KEY, INCARNATION_KEY } from './home.ts'
import { migrateWithin, schemaVersionOf } from './schema.ts'
import { checkServer } from './server-check.ts'

/** There is data already, and nothing is ever written over it. */
export class NotEmptyError extends Error {}

/** Tables of the version the rows were written with; later steps follow once the rows are in. */
export async function prepareEmpty(queries: Queries, schema: number): Promise<void> {
  if (schema > SCHEMA_VERSION) throw new NewerStoreError(`copy has version ${schema}`)
  const version = await schemaVersionOf(queries)
  if (version > schema || (version > 0 && !(await isEmptyPostgres(queries)))) {
    throw new NotEmptyError('the database is not empty')
  }
  await migrateWithin(queries, schema)
}

async function fill(queries: Queries, file: string, schema: number, expected: CopySummary): Promise<void> {
  await prepareEmpty(queries, schema)
  await writePostgres(queries, readCopyFile(file))
  mustBeSame(expected, await summarise(readPostgres(queries)))
  await queries.run('DELETE FROM meta WHERE key IN ($1, $2)', INCARNATION_KEY, HOME_KEY)
  await queries.run('UPDATE device SET safe_n = last_n')
  await migrateWithin(queries)
}

/** Of the photos the backup names: which have no bytes any more, and are asked of the devices again; and others found. */
export type SettlePhotos = (
  sha256s: readonly string[],
) => Promise<{ readonly lost: readonly string[]; readonly found: readonly Blob[] }>

const ADD = 'INSERT INTO blob (sha, size, mime, stored_ms) VALUES ($1, $2, $3, $4) ON CONFLICT (sha) DO NOTHING'

async function settle(queries: Queries, settlePhotos: SettlePhotos): Promise<void> {
  const known = (await queries.rows('SELECT sha FROM blob ORDER BY sha')).map((row) => text(row, 'sha'))
  const { lost, found } = await settlePhotos(known)
  await queries.run('DELETE FROM blob WHERE sha = ANY ($1::text[])', lost)
  for (const { sha256, size, mime } of found) await queries.run(ADD, sha256, size, mime, Date.now())
}

/** Returns the number of operations restored. A damaged file is found out before the database is touched. */
export async function restoreToPostgres(
  connectionString: string,
  file: string,
  settlePhotos: SettlePhotos = async () => ({ lost: [], found: [] }),
): Promise<number> {
  const { schema } = await headOfCopy(file)
  const expected = await summarise(readCopyFile(file))
  const db = new PostgresDatabase(connectionString)
  try {
    await checkServer(db)
    await db.transaction((queries) => fill(queries, file, schema, expected))
    await settle(db, settlePhotos)
    return opsIn(expected)
  } finally {
    await db.close()
  }
}
