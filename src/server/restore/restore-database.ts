/**
 * Fills an empty PostgreSQL database from what is left when the old one, the data folder or both are gone: the newest
 * backup that is whole, and the copies of the photos (END-54). Photos that are still in the data folder stay there.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { BlobFiles } from '#server/photo/blob-files.ts'
import { readCopyFile } from '#server/store/copy/copy-file.ts'
import { summarise } from '#server/store/copy/copy-summary.ts'
import { COPY_ENDING } from '#server/store/postgres/backup.ts'
import { restoreToPostgres, type SettlePhotos } from '#server/store/postgres/restore.ts'
import { bringBackArchive } from './bring-back-archive.ts'
import { bringBackUnlisted } from './unlisted-photos.ts'
import { type RestorePlan, RestoreRefusedError } from './restore-installation.ts'

export interface DatabasePlan extends Pick<RestorePlan, 'dataDir' | 'backupDir' | 'backup'> {
  readonly databaseUrl: string
}

export interface DatabaseReport {
  readonly backup: string
  /** Backups that were found damaged and passed over. */
  readonly damaged: readonly string[]
  readonly ops: number
  /** Brought back from their copies. */
  readonly photos: number
  readonly photosMissing: number
}

async function isWhole(file: string): Promise<boolean> {
  try {
    await summarise(readCopyFile(file))
    return true
  } catch {
    return false
  }
}

async function chooseBackup({ backupDir, backup }: DatabasePlan, damaged: string[]): Promise<string> {
  const names = existsSync(backupDir) ? readdirSync(backupDir) : []
  const candidates = names.filter((name) => name.startsWith('endpoint-') && name.endsWith(COPY_ENDING))
  for (const name of candidates
    .filter((one) => backup === undefined || one === backup)
    .sort()
    .reverse()) {
    if (await isWhole(path.join(backupDir, name))) return name
    damaged.push(name)
  }
  throw new RestoreRefusedError('nothing-to-restore')
}

export async function restoreDatabase(plan: DatabasePlan): Promise<DatabaseReport> {
  const { dataDir, backupDir, databaseUrl } = plan
  const damaged: string[] = []
  const backup = await chooseBackup(plan, damaged)
  const [live, copies] = [new BlobFiles(dataDir), new BlobFiles(backupDir)]
  let [photos, photosMissing] = [0, 0]
  const settlePhotos: SettlePhotos = async (sha256s) => {
    const lost: string[] = []
    const found = await bringBackUnlisted(live, copies, new Set(sha256s))
    photos += found.length
    for (const sha256 of sha256s) {
      if (live.has(sha256)) continue
      if (await live.copyFrom(copies, sha256)) photos++
      else lost.push(sha256)
    }
    photosMissing = lost.length
    return { lost, found }
  }
  bringBackArchive(dataDir, backupDir)
  const ops = await restoreToPostgres(databaseUrl, path.join(backupDir, backup), settlePhotos)
  return { backup, damaged, ops, photos, photosMissing }
}
