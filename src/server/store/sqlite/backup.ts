/**
 * A backup is a whole copy of the database, opened and counted before it counts: only then does the endpoint tell
 * devices that their operations are safe, and they may forget them. The copy is marked, so that an endpoint started
 * on it notices the restoration by itself, takes a new incarnation, and devices send again what came after it.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { BackupReport } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import type { OpenDatabase } from './sqlite-surface.ts'

const HOURLY_KEPT = 24
const DAILY_KEPT = 7
const NAME = /^endpoint-(\d{8})T\d{6}Z\.sqlite$/
export const RESTORED_MARK = 'restored_from_backup'

const fileName = (nowMs: number): string =>
  `endpoint-${new Date(nowMs).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z.sqlite`

const countOps = (db: Pick<Connection, 'get'>): number => {
  const row = db.get('SELECT count(*) AS ops FROM op')
  return row ? whole(row, 'ops') : 0
}

interface Verified {
  readonly ops: number
  readonly lastNByDevice: ReadonlyMap<string, number>
}

function verifyAndMark(file: string, open: OpenDatabase): Verified {
  const copy = open(file)
  try {
    const check = copy.prepare('PRAGMA integrity_check').get()
    if (check?.integrity_check !== 'ok') throw new Error(`backup is damaged: ${String(check?.integrity_check)}`)
    copy.exec(`INSERT INTO meta (key, value) VALUES ('${RESTORED_MARK}', '1') ON CONFLICT (key) DO NOTHING;
      UPDATE device SET safe_n = last_n;`)
    const rows = copy.prepare('SELECT id, last_n FROM device').all()
    const ops = copy.prepare('SELECT count(*) AS ops FROM op').get()
    return { ops: Number(ops?.ops), lastNByDevice: new Map(rows.map((row) => [text(row, 'id'), whole(row, 'last_n')])) }
  } finally {
    copy.close()
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** Keeps the newest 24, and of the last 7 days with a backup the newest each. */
export function backupsToRemove(names: readonly string[]): readonly string[] {
  const newestFirst = names
    .filter((name) => NAME.test(name))
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

function raiseSafe(db: Connection, { lastNByDevice }: Verified, report: BackupReport): void {
  db.transaction(() => {
    for (const [device, n] of lastNByDevice)
      db.run('UPDATE device SET safe_n = ? WHERE id = ? AND safe_n < ?', n, device, n)
    db.run(
      `INSERT INTO meta (key, value) VALUES ('last_backup', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      JSON.stringify(report),
    )
  })
}

export function backUp(db: Connection, open: OpenDatabase, folder: string, nowMs: number): BackupReport {
  mkdirSync(folder, { recursive: true })
  const [unfinished, name] = [path.join(folder, 'unfinished.sqlite'), fileName(nowMs)]
  rmSync(unfinished, { force: true })
  db.run('VACUUM INTO ?', unfinished)
  const verified = verifyAndMark(unfinished, open)
  if (verified.ops !== countOps(db)) throw new Error('backup holds another number of operations than the store')
  flush(unfinished)
  renameSync(unfinished, path.join(folder, name))
  const report = { file: name, ops: verified.ops, atMs: nowMs }
  raiseSafe(db, verified, report)
  for (const old of backupsToRemove(readdirSync(folder))) rmSync(path.join(folder, old), { force: true })
  return report
}

export function lastBackup(db: Connection): BackupReport | null {
  const row = db.get(`SELECT value FROM meta WHERE key = 'last_backup'`)
  return row ? (JSON.parse(text(row, 'value')) as BackupReport) : null
}
