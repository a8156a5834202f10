/**
 * Makes a data folder out of what is left when the old one is gone: the newest backup that is whole, what the journal
 * has after it, and the copies of the photos (END-54). It writes only where there is nothing. The result knows that it
 * was restored: it takes a new incarnation at its first start, and devices send again what it lacks.
 */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { archiveFolderIn } from '#server/archive/archive-files.ts'
import { makeFolder } from '#server/files/make-folder.ts'
import { type JournalReading, readJournal, tailOfJournal } from '#server/journal/read-journal.ts'
import { BlobFiles } from '#server/photo/blob-files.ts'
import { isBackupName, RESTORED_MARK } from '#server/store/sqlite/backup.ts'
import { Connection, text } from '#server/store/sqlite/connection.ts'
import { Replay } from '#server/store/sqlite/replay.ts'
import { FILE, migrate } from '#server/store/sqlite/sqlite-store.ts'
import type { SqliteDriver } from '#server/store/sqlite/sqlite-surface.ts'
import { refitTrail } from './refit-trail.ts'
import { bringBackArchive } from './bring-back-archive.ts'
import { bringBackUnlisted } from './unlisted-photos.ts'

export interface RestorePlan {
  readonly dataDir: string
  readonly backupDir: string
  readonly journalDir: string | null
  readonly driver: SqliteDriver
  /** File name of the backup to take; the newest that is whole without one. */
  readonly backup?: string
}

export interface RestoreReport {
  /** Null where there was none and everything came from the journal. */
  readonly backup: string | null
  /** Backups that were found damaged and passed over. */
  readonly damaged: readonly string[]
  readonly opsFromJournal: number
  /** Lines of the journal that belong to no whole group: what a cut left. */
  readonly torn: number
  readonly photos: number
  /** Photos a record names and no copy was left of; devices that still have them are asked for them. */
  readonly photosMissing: number
}

export type RestoreRefusal = 'not-empty' | 'nothing-to-restore'

export class RestoreRefusedError extends Error {
  readonly reason: RestoreRefusal

  constructor(reason: RestoreRefusal) {
    super(reason)
    this.reason = reason
  }
}

function isWhole(driver: SqliteDriver, file: string): boolean {
  try {
    const db = driver.open(file)
    try {
      return db.prepare('PRAGMA integrity_check').get()?.integrity_check === 'ok'
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** Puts the newest whole backup in place; null where there is none. */
function putBackup({ backupDir, driver, backup }: RestorePlan, target: string, damaged: string[]): string | null {
  const names = existsSync(backupDir) ? readdirSync(backupDir).filter(isBackupName) : []
  for (const name of names
    .filter((one) => backup === undefined || one === backup)
    .sort()
    .reverse()) {
    copyFileSync(path.join(backupDir, name), target)
    if (isWhole(driver, target)) return name
    damaged.push(name)
    rmSync(target, { force: true })
  }
  return null
}

async function replayJournal(
  db: Connection,
  { folder, archive }: { readonly folder: string; readonly archive: string },
  reading: JournalReading,
): Promise<number> {
  const replay = new Replay(db)
  const { lsn } = replay
  const installation = replay.installation ?? (await tailOfJournal(folder))?.inst
  for await (const group of readJournal(folder, reading))
    if (group.end.inst === installation && group.end.lsn >= lsn) replay.apply(group)
  replay.finish(RESTORED_MARK)
  await refitTrail(db, Date.now(), archive)
  return replay.ops
}

/** Brings the photos back; what no copy is left of is asked of the devices again. */
async function restorePhotos(db: Connection, { dataDir, backupDir }: RestorePlan) {
  const [live, copies] = [new BlobFiles(dataDir), new BlobFiles(backupDir)]
  let [photos, photosMissing] = [0, 0]
  const listed = db.all('SELECT sha FROM blob').map((row) => text(row, 'sha'))
  for (const { sha256, size, mime } of await bringBackUnlisted(live, copies, new Set(listed))) {
    db.run('INSERT INTO blob (sha, size, mime, stored_ms) VALUES (?, ?, ?, ?)', sha256, size, mime, Date.now())
    photos++
  }
  for (const sha256 of listed) {
    if (await live.copyFrom(copies, sha256)) photos++
    else {
      db.run('DELETE FROM blob WHERE sha = ?', sha256)
      photosMissing++
    }
  }
  return { photos, photosMissing }
}

/** A connection may keep its logs until it is collected; after closing they are empty, and must not be left behind. */
function forgetLogs(file: string): void {
  for (const end of ['-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

async function fill(
  plan: RestorePlan,
  file: string,
  hasJournal: boolean,
): Promise<Omit<RestoreReport, 'backup' | 'damaged'>> {
  const db = new Connection(plan.driver.open(file))
  const reading: JournalReading = { torn: 0 }
  try {
    migrate(db)
    const journal = { folder: plan.journalDir ?? '', archive: archiveFolderIn(plan.dataDir) }
    const opsFromJournal = hasJournal ? await replayJournal(db, journal, reading) : 0
    const photos = await restorePhotos(db, plan)
    db.settle()
    return { opsFromJournal, torn: reading.torn, ...photos }
  } finally {
    db.close()
  }
}

export async function restoreInstallation(plan: RestorePlan): Promise<RestoreReport> {
  const place = path.join(plan.dataDir, FILE)
  if (existsSync(place)) throw new RestoreRefusedError('not-empty')
  makeFolder(plan.dataDir)
  const unfinished = `${place}.restoring`
  rmSync(unfinished, { force: true })
  forgetLogs(unfinished)
  const damaged: string[] = []
  const backup = putBackup(plan, unfinished, damaged)
  const hasJournal =
    plan.journalDir !== null && existsSync(plan.journalDir) && (await tailOfJournal(plan.journalDir)) !== null
  if (backup === null && !hasJournal) throw new RestoreRefusedError('nothing-to-restore')
  bringBackArchive(plan.dataDir, plan.backupDir)
  const filled = await fill(plan, unfinished, hasJournal)
  forgetLogs(unfinished)
  renameSync(unfinished, place)
  return { backup, damaged, ...filled }
}
