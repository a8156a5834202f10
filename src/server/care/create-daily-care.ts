/** Puts the daily care of an installation together out of its folders and settings. */
import type { Clock } from '#domain/kernel/clock.ts'
import { archiveOf } from '#server/archive/archive-files.ts'
import { backupFolderOf } from '#server/settings.ts'
import type { CompactionStore } from '#server/store/compaction-contract.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import type { CareSettings } from './care-settings.ts'
import { DailyCare } from './daily-care.ts'
import { shrinkJournal } from './old-journal.ts'
import type { TroubleLog } from './trouble-log.ts'

export interface CaredFor {
  readonly dataDir: string
  readonly backupDir?: string | undefined
  readonly journalDir?: string | undefined
  readonly databaseUrl?: string | undefined
  readonly care: CareSettings
}

interface Inside {
  readonly store: Pick<CompactionStore, 'compact'>
  readonly clock: Clock
  readonly trouble: TroubleLog
}

/** Backups of PostgreSQL have no journal that they could stand for. */
async function journalCare({ dataDir, backupDir, journalDir, databaseUrl = '', care }: CaredFor) {
  if (journalDir === undefined || databaseUrl !== '' || care.oldJournal === 'keep') return undefined
  const driver = await findSqlite()
  if (!driver.ok) return undefined
  const { open } = driver.value
  const parts = { folder: journalDir, backupDir: backupFolderOf(dataDir, backupDir), open, rule: care.oldJournal }
  return () => shrinkJournal(parts)
}

export async function createDailyCare(
  installation: CaredFor,
  { store, clock, trouble }: Inside,
): Promise<(nowMs: number) => Promise<void>> {
  const { dataDir, backupDir, care: settings } = installation
  const archive = archiveOf(dataDir, backupFolderOf(dataDir, backupDir))
  const parts = { store, archive, settings, shrinkJournal: await journalCare(installation), onError: trouble.report }
  const care = new DailyCare(parts, clock.now())
  return (nowMs) => care.afterBackup(nowMs)
}
