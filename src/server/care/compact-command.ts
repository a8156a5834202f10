/**
 * `npm run compact`: what the endpoint does for its size once a day, now: a backup that is proved, then operations that
 * later ones replaced move to the archive (END-100). On SQLite the endpoint must be stopped, because the files of the
 * archive have one writer; on PostgreSQL the database says who does it. 0 done, 1 failed, 2 not asked rightly.
 */
import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { archiveOf } from '#server/archive/archive-files.ts'
import { explainStart } from '#server/explain-start.ts'
import { backupFolderOf, readSettings, type Settings } from '#server/settings.ts'
import { openStore } from '#server/store/open-store.ts'
import { FILE } from '#server/store/sqlite/sqlite-store.ts'

export interface CompactEdges {
  readonly say: (text: string) => void
  readonly env: NodeJS.ProcessEnv
  /** Whether an endpoint answers on this port. */
  readonly isRunning: (port: number) => Promise<boolean>
  readonly nowMs?: number
}

const DAY_MS = 24 * 60 * 60_000
const USAGE = `npm run compact -- [--days <số ngày / days>]
  không có --days: theo SOTAY_ARCHIVE_AFTER_DAYS / without --days: as SOTAY_ARCHIVE_AFTER_DAYS says`
const RUNNING =
  'Máy chủ đang chạy và tự dọn mỗi ngày: dừng máy chủ rồi chạy lại. / The endpoint is running and does this every day: stop it first.'

/** Undefined where it was asked wrongly; null where nothing is ever to move. */
function daysIn(args: readonly string[], usual: number | null): number | null | undefined {
  try {
    const { values } = parseArgs({ args: args.filter((arg) => arg !== '--'), options: { days: { type: 'string' } } })
    if (values.days === undefined) return usual
    const days = Number(values.days)
    return Number.isInteger(days) && days > 0 ? days : undefined
  } catch {
    return undefined
  }
}

async function compact(settings: Settings, days: number, nowMs: number) {
  const { dataDir, databaseUrl, care } = settings
  const backupDir = backupFolderOf(dataDir, settings.backupDir)
  const random: RandomSource = { bytes: (length) => new Uint8Array(randomBytes(length)) }
  const place = { dataDir, databaseUrl, backupDir, journalDir: settings.journalDir, clock: { now: () => nowMs } }
  const store = await openStore({ ...place, onTrouble: () => undefined }, random)
  try {
    const { file } = await store.backup(nowMs)
    const order = { nowMs, olderThanMs: days * DAY_MS, activeMs: care.activeDays * DAY_MS }
    return { file, ...(await store.compact({ ...order, keep: archiveOf(dataDir, backupDir).keep })) }
  } finally {
    await store.close()
  }
}

export async function runCompact(args: readonly string[], edges: CompactEdges): Promise<number> {
  const { say, env, isRunning, nowMs = Date.now() } = edges
  const settings = readSettings(env)
  const days = daysIn(args, settings.care.archiveAfterDays)
  const isSqlite = (settings.databaseUrl ?? '') === ''
  if (days === undefined || days === null) {
    say(days === null ? `SOTAY_ARCHIVE_AFTER_DAYS=0\n${USAGE}` : USAGE)
    return 2
  }
  const database = path.join(settings.dataDir, FILE)
  if (isSqlite && !existsSync(database)) {
    say(`Không có ${database}. / There is no ${database}.\n${USAGE}`)
    return 2
  }
  if (isSqlite && (await isRunning(settings.port))) {
    say(RUNNING)
    return 2
  }
  try {
    const { ops, feeds, file } = await compact(settings, days, nowMs)
    say(`Sao lưu / backup: ${path.basename(file)}`)
    say(`Chuyển vào kho lưu trữ / moved to the archive: ${ops} thao tác / operations, ${feeds} luồng / feeds`)
    return 0
  } catch (error) {
    say(explainStart(error, settings))
    return 1
  }
}
