/** The archive beside the backups comes back to the data folder, file by file; what is there already stays (END-103). */
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { archiveFiles, archiveFolderIn } from '#server/archive/archive-files.ts'
import { makeFolder } from '#server/files/make-folder.ts'

export function bringBackArchive(dataDir: string, backupDir: string): number {
  const [live, kept] = [archiveFolderIn(dataDir), archiveFiles(archiveFolderIn(backupDir))]
  if (kept.length === 0) return 0
  makeFolder(live)
  const there = new Set(existsSync(live) ? readdirSync(live) : [])
  const missing = kept.filter((file) => !there.has(path.basename(file)))
  for (const file of missing) copyFileSync(file, path.join(live, path.basename(file)))
  return missing.length
}
