/**
 * A journal of years is needed only as far as no backup holds what is in it. A month goes when the oldest backup that is
 * still kept was made in a later one, is whole, and itself says that it holds the last transaction of that month; then
 * the file is moved (copied, flushed and compared first) or removed, the oldest first (END-105).
 */
import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { journalFiles } from '#server/journal/journal-file.ts'
import type { Mark } from '#server/journal/journal-line.ts'
import { tailOfFile } from '#server/journal/read-journal.ts'
import { isBackupName } from '#server/store/sqlite/backup.ts'
import { text } from '#server/store/sqlite/connection.ts'
import type { Database, OpenDatabase } from '#server/store/sqlite/sqlite-surface.ts'
import type { CareSettings } from './care-settings.ts'

export interface OldJournalParts {
  readonly folder: string
  readonly backupDir: string
  readonly open: OpenDatabase
  readonly rule: CareSettings['oldJournal']
}

const MONTH = /ops-(\d{6})\.ndjson$/
/** `endpoint-YYYYMM…`: the month a backup was made in. */
const monthOfBackup = (name: string): string => name.slice('endpoint-'.length, 'endpoint-YYYYMM'.length)

/** What a backup says of itself, or null where it is not whole. */
function readBackup(file: string, openFile: OpenDatabase): Pick<Mark, 'inst' | 'lsn'> | null {
  let db: Database | undefined
  try {
    db = openFile(file, { readOnly: true })
    if (db.prepare('PRAGMA integrity_check').get()?.integrity_check !== 'ok') return null
    const valueOf = (key: string): string =>
      text(db?.prepare('SELECT value FROM meta WHERE key = ?').get(key) ?? { value: '' }, 'value')
    return { inst: valueOf('installation'), lsn: Number(valueOf('journal_lsn')) }
  } catch {
    return null
  } finally {
    db?.close()
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Across disks a rename is not possible; the original goes only when the copy is proved. */
async function moveProved(file: string, folder: string): Promise<void> {
  const target = path.join(folder, path.basename(file))
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  copyFileSync(file, unfinished)
  const handle = await open(unfinished, 'r+')
  await handle.sync()
  await handle.close()
  if ((await digestOf(unfinished)) !== (await digestOf(file))) throw new Error(`${unfinished} is not a whole copy`)
  renameSync(unfinished, target)
  rmSync(file)
}

/** Months that every kept backup is younger than. */
function oldMonths(folder: string, oldestBackup: string): readonly string[] {
  const month = monthOfBackup(oldestBackup)
  return journalFiles(folder).filter((file) => (MONTH.exec(file)?.[1] ?? month) < month)
}

/** File names that went. */
export async function shrinkJournal({ folder, backupDir, open, rule }: OldJournalParts): Promise<readonly string[]> {
  // A folder that is not there may be a disk that is not plugged in: nothing is written in its place.
  if (rule === 'keep' || (rule !== 'remove' && !existsSync(rule.folder))) return []
  const [oldest] = readdirSync(backupDir).filter(isBackupName).sort()
  const months = oldest === undefined ? [] : oldMonths(folder, oldest)
  const held = months.length > 0 && oldest !== undefined ? readBackup(path.join(backupDir, oldest), open) : null
  const gone: string[] = []
  for (const file of held ? months : []) {
    const tail = await tailOfFile(file)
    if (tail && (tail.inst !== held?.inst || tail.lsn > held.lsn)) break
    if (rule === 'remove') rmSync(file)
    else await moveProved(file, rule.folder)
    gone.push(path.basename(file))
  }
  return gone
}
