/**
 * Moves an office from SQLite to PostgreSQL. All of it is one moment: the SQLite file is locked against writes, its
 * rows go over in the order of their keys in one transaction, are read back there and compared table by table and
 * feed by feed, then the file is sealed, and only then does the transaction end. Whenever it is cut, either the file
 * is as before, or it is sealed and the same command finishes the move; there are never two that take writes (END-45).
 */
import { randomBytes } from 'node:crypto'
import { type CopySummary, mustBeSame, summarise, Summariser, summarised } from '#server/store/copy/copy-summary.ts'
import { isEmptyPostgres, readPostgres, writePostgres } from '#server/store/copy/postgres-rows.ts'
import { readSqlite } from '#server/store/copy/sqlite-rows.ts'
import { PostgresDatabase, type Queries } from '#server/store/postgres/database.ts'
import { INCARNATION_KEY, saveHome } from '#server/store/postgres/home.ts'
import { NotEmptyError, prepareEmpty } from '#server/store/postgres/restore.ts'
import { migrateWithin, schemaVersionOf } from '#server/store/postgres/schema.ts'
import { checkServer } from '#server/store/postgres/server-check.ts'
import { RESTORED_MARK } from '#server/store/sqlite/backup.ts'
import { whole } from '#server/store/sqlite/connection.ts'
import type { Database } from '#server/store/sqlite/sqlite-surface.ts'
import { sealOf, sealUp } from './sqlite-seal.ts'

export type MoveOutcome =
  | { readonly type: 'moved'; readonly summary: CopySummary }
  /** An earlier run was cut after everything had arrived. */
  | { readonly type: 'already-there' }

const ARRIVAL_KEY = 'moved_from'

async function arrivalOf(queries: Queries): Promise<string | null> {
  if ((await schemaVersionOf(queries)) === 0) return null
  const row = await queries.row('SELECT value FROM meta WHERE key = $1', ARRIVAL_KEY)
  return row ? String(row.value) : null
}

const schemaOf = (source: Database): number => whole(source.prepare('PRAGMA user_version').get() ?? {}, 'user_version')

const isPutBack = (source: Database): boolean =>
  source.prepare('SELECT 1 AS found FROM meta WHERE key = ?').get(RESTORED_MARK) !== undefined

async function copyAll(source: Database, queries: Queries): Promise<CopySummary> {
  const summariser = new Summariser()
  await writePostgres(queries, summarised(readSqlite(source), summariser))
  const summary = summariser.end()
  mustBeSame(summary, await summarise(readPostgres(queries)))
  return summary
}

async function moveWithin(source: Database, queries: Queries): Promise<MoveOutcome> {
  const sealed = sealOf((sql) => source.prepare(sql).get())
  const arrived = await arrivalOf(queries)
  if (sealed !== null && arrived === sealed) return { type: 'already-there' }
  if (arrived !== null) throw new NotEmptyError('another office is there already')
  await prepareEmpty(queries, schemaOf(source))
  if (!(await isEmptyPostgres(queries))) throw new NotEmptyError('the database is not empty')
  const summary = await copyAll(source, queries)
  const seal = sealed ?? randomBytes(12).toString('base64url')
  await queries.run('INSERT INTO meta (key, value) VALUES ($1, $2)', ARRIVAL_KEY, seal)
  // A backup put back and not opened since has no incarnation of its own yet.
  if (isPutBack(source)) await queries.run('DELETE FROM meta WHERE key = $1', INCARNATION_KEY)
  else await saveHome(queries)
  await migrateWithin(queries)
  if (sealed === null) sealUp(source, seal)
  return { type: 'moved', summary }
}

export async function moveToPostgres(source: Database, connectionString: string): Promise<MoveOutcome> {
  const target = new PostgresDatabase(connectionString)
  source.exec('PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE')
  let isOpen = true
  try {
    await checkServer(target)
    return await target.transaction(async (queries) => {
      const outcome = await moveWithin(source, queries)
      // First the seal, then the arrival: cut between the two, nobody takes writes until the command is run again.
      source.exec('COMMIT')
      isOpen = false
      return outcome
    })
  } finally {
    if (isOpen) source.exec('ROLLBACK')
    await target.close()
  }
}
