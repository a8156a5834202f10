/**
 * A backup is a whole copy of the database, opened and counted before it counts: only then does the endpoint tell
 * devices that their operations are safe, and they may forget them. The copy is marked, so that an endpoint started
 * on it notices the restoration by itself, takes a new incarnation, and devices send again what came after it.
 */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { makeFolder } from '#server/files/make-folder.ts'
import type { BackupReport } from '#server/store/store-contract.ts'
import type { Copier, CopyReport } from './backup-copy.ts'
import { type Connection, text } from './connection.ts'

const HOURLY_KEPT = 24
const DAILY_KEPT = 30
const NAME = /^endpoint-(\d{8})T\d{6}Z(\.[a-z.]+)$/
const ENDING = '.sqlite'
export const RESTORED_MARK = 'restored_from_backup'

export const backupName = (nowMs: number, ending = ENDING): string =>
  `endpoint-${new Date(nowMs).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z${ending}`

/** Keeps the newest 24, and of the last 30 days with a backup the newest each. Files of another ending stay. */
export function backupsToRemove(names: readonly string[], ending = ENDING): readonly string[] {
  const newestFirst = names
    .filter((name) => NAME.exec(name)?.[2] === ending)
    .sort()
    .reverse()
  const newestOfDay = new Map<string, string>()
  for (const name of newestFirst) {
    const day = NAME.exec(name)?.[1] ?? ''
    if (!newestOfDay.has(day)) newestOfDay.set(day, name)
  }
  const kept = new Set([...newestFirst.slice(0, HOURLY_KEPT), ...[...newestOfDay.values()].slice(0, DAILY_KEPT)])
  return newestFirst.filter((name) => !kept.has(name))
}

export const isBackupName = (name: string): boolean => NAME.exec(name)?.[2] === ENDING

function raiseSafe(db: Connection, { lastNs }: CopyReport, report: BackupReport): void {
  db.transaction(() => {
    for (const [device, n] of lastNs) db.run('UPDATE device SET safe_n = ? WHERE id = ? AND safe_n < ?', n, device, n)
    db.run(
      `INSERT INTO meta (key, value) VALUES ('last_backup', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      JSON.stringify(report),
    )
  })
}

/** A renamed file is there after a power cut only once its folder is on the disk too. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

export interface BackupPlan {
  readonly db: Connection
  /** File of the database. */
  readonly source: string
  readonly folder: string
  readonly copy: Copier
}

export async function backUp({ db, source, folder, copy }: BackupPlan, nowMs: number): Promise<BackupReport> {
  makeFolder(folder)
  const [target, name] = [path.join(folder, 'unfinished.sqlite'), backupName(nowMs)]
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(target + end, { force: true })
  const proved = await copy({ source, target, mark: RESTORED_MARK })
  renameSync(target, path.join(folder, name))
  flushFolder(folder)
  const report = { file: name, ops: proved.ops, atMs: nowMs }
  raiseSafe(db, proved, report)
  for (const old of backupsToRemove(readdirSync(folder))) rmSync(path.join(folder, old), { force: true })
  return report
}

export function lastBackup(db: Connection): BackupReport | null {
  const row = db.get(`SELECT value FROM meta WHERE key = 'last_backup'`)
  return row ? (JSON.parse(text(row, 'value')) as BackupReport) : null
}
