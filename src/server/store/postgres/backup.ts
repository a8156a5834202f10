/**
 * A backup of a PostgreSQL database: all rows of one moment as a file that needs no tool of the database's, written,
 * read back and compared before it counts. Only then does the endpoint tell devices that their operations are safe,
 * and they may forget them. Of several endpoints one makes it; the others wait and take its report.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { readCopyFile, writeCopyFile } from '#server/store/copy/copy-file.ts'
import {
  type CopySummary,
  mustBeSame,
  opsIn,
  summarise,
  Summariser,
  summarised,
} from '#server/store/copy/copy-summary.ts'
import { readPostgres } from '#server/store/copy/postgres-rows.ts'
import { backupName, backupsToRemove } from '#server/store/sqlite/backup.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { SCHEMA_VERSION } from '#server/store/sqlite/schema.ts'
import type { BackupReport } from '#server/store/store-contract.ts'
import { whileLocked } from './advisory-lock.ts'
import type { PostgresDatabase, Queries } from './database.ts'

export const COPY_ENDING = '.ndjson.gz'
const ONE_MOMENT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
const RAISE = `UPDATE device SET safe_n = held.n FROM unnest($1::text[], $2::bigint[]) AS held (id, n)
  WHERE device.id = held.id AND safe_n < held.n`
const SAVE_REPORT = `INSERT INTO meta (key, value) VALUES ('last_backup', $1)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value`

interface Written {
  readonly summary: CopySummary
  readonly devices: readonly string[]
  readonly lastNs: readonly number[]
}

async function writeMoment(queries: Queries, file: string, nowMs: number): Promise<Written> {
  const devices = await queries.rows('SELECT id, last_n FROM device')
  const summariser = new Summariser()
  const head = { schema: SCHEMA_VERSION, madeMs: nowMs }
  await writeCopyFile(file, head, summarised(readPostgres(queries), summariser))
  return {
    summary: summariser.end(),
    devices: devices.map((row) => text(row, 'id')),
    lastNs: devices.map((row) => whole(row, 'last_n')),
  }
}

/** A renamed file is there after a power cut only once its folder is on the disk too. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

async function makeBackup(db: PostgresDatabase, folder: string, nowMs: number): Promise<BackupReport> {
  mkdirSync(folder, { recursive: true })
  const [unfinished, name] = [path.join(folder, `unfinished${COPY_ENDING}`), backupName(nowMs, COPY_ENDING)]
  const { summary, devices, lastNs } = await db.transaction((q) => writeMoment(q, unfinished, nowMs), ONE_MOMENT)
  mustBeSame(summary, await summarise(readCopyFile(unfinished)))
  renameSync(unfinished, path.join(folder, name))
  flushFolder(folder)
  const report = { file: name, ops: opsIn(summary), atMs: nowMs }
  await db.transaction(async (queries) => {
    await queries.run(RAISE, devices, lastNs)
    await queries.run(SAVE_REPORT, JSON.stringify(report))
  })
  for (const old of backupsToRemove(readdirSync(folder), COPY_ENDING)) rmSync(path.join(folder, old), { force: true })
  return report
}

export async function lastBackup(queries: Queries): Promise<BackupReport | null> {
  const row = await queries.row(`SELECT value FROM meta WHERE key = 'last_backup'`)
  return row ? (JSON.parse(text(row, 'value')) as BackupReport) : null
}

export async function backUp(db: PostgresDatabase, folder: string, nowMs: number): Promise<BackupReport> {
  const before = JSON.stringify(await lastBackup(db))
  return whileLocked(db, 'backup', async () => {
    const now = await lastBackup(db)
    return now && JSON.stringify(now) !== before ? now : makeBackup(db, folder, nowMs)
  })
}
