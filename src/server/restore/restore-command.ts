/**
 * `npm run restore`: reads what it is told, says in both languages what it did, and answers with the exit code. Without
 * arguments it takes the same folders as the endpoint, so that after a lost data folder one command is enough.
 */
import { parseArgs } from 'node:util'
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { backupFolderOf, readSettings } from '#server/settings.ts'
import { UnsafeSqliteError } from '#server/store/open-store.ts'
import { NotEmptyError } from '#server/store/postgres/restore.ts'
import { UnusableDatabaseError } from '#server/store/unusable-database-error.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import {
  type RestorePlan,
  RestoreRefusedError,
  type RestoreReport,
  restoreInstallation,
} from './restore-installation.ts'

export interface CommandEdges {
  readonly say: (text: string) => void
  readonly env: NodeJS.ProcessEnv
}

const USAGE = `npm run restore -- [--to <thư mục dữ liệu / data folder>] [--from <thư mục sao lưu / backup folder>]
  [--backup <endpoint-…>] [--journal <thư mục nhật ký / journal folder>]
  DATABASE_URL=postgres://…: vào cơ sở dữ liệu trống đó / into that empty database`

const OPTIONS = {
  to: { type: 'string' },
  from: { type: 'string' },
  backup: { type: 'string' },
  journal: { type: 'string' },
} as const

type Places = Omit<RestorePlan, 'driver'>

function readPlaces(args: readonly string[], env: NodeJS.ProcessEnv): Places | null {
  try {
    const { to, from, backup, journal } = parseArgs({ args: [...args], options: OPTIONS }).values
    const settings = readSettings(env)
    const dataDir = to ?? settings.dataDir
    const backupDir = from ?? (to === undefined ? settings.backupDir : backupFolderOf(to, env.SOTAY_BACKUPS))
    return { dataDir, backupDir, journalDir: journal ?? settings.journalDir ?? null, ...(backup && { backup }) }
  } catch {
    return null
  }
}

function sayDone(say: CommandEdges['say'], { dataDir }: Places, report: RestoreReport): void {
  for (const name of report.damaged) say(`Bản sao lưu hỏng, bỏ qua / damaged backup passed over: ${name}`)
  say(`Đã khôi phục vào / restored to: ${dataDir}`)
  say(`  bản sao lưu / backup: ${report.backup ?? '– (chỉ từ nhật ký / from the journal alone)'}`)
  say(`  thao tác lấy thêm từ nhật ký / operations added from the journal: ${report.opsFromJournal}`)
  if (report.torn > 0) say(`  dòng nhật ký dở dang / torn lines of the journal: ${report.torn}`)
  say(`  ảnh / photos: ${report.photos}; còn thiếu / missing: ${report.photosMissing}`)
  say('Khởi động lại như thường; các máy sẽ tự gửi lại phần còn thiếu.')
  say('Start as usual; the devices send again what is missing.')
}

function explain(error: unknown, { dataDir, backupDir }: Places): string {
  if (error instanceof NewerStoreError)
    return 'Bản sao lưu thuộc phiên bản mới hơn; hãy cập nhật phần mềm.\nThe backup belongs to a newer version; update the software.'
  if (error instanceof UnsafeSqliteError) return `SQLite: ${error.found.join(', ')}`
  if (error instanceof UnusableDatabaseError)
    return `Không dùng được PostgreSQL: ${error.message} / PostgreSQL cannot be used: ${error.message}`
  if (error instanceof NotEmptyError) return 'Cơ sở dữ liệu đích không trống. / The target database is not empty.'
  if (!(error instanceof RestoreRefusedError)) return error instanceof Error ? String(error.stack) : String(error)
  return error.reason === 'not-empty'
    ? `Trong "${dataDir}" đã có dữ liệu; chuyển thư mục đó đi rồi chạy lại.\nThere is data in "${dataDir}"; move that folder away and run again.`
    : `Không có bản sao lưu nào dùng được trong "${backupDir}" và không có nhật ký.\nNo usable backup in "${backupDir}", and no journal.`
}

/** A database is restored from its own kind of backup. */
async function restoreToDatabase(databaseUrl: string, places: Places, say: CommandEdges['say']): Promise<void> {
  const { restoreDatabase } = await import('./restore-database.ts')
  const { backup, damaged, ops, photos, photosMissing } = await restoreDatabase({ ...places, databaseUrl })
  for (const name of damaged) say(`Bản sao lưu hỏng, bỏ qua / damaged backup passed over: ${name}`)
  say(`Đã khôi phục ${ops} thao tác từ / operations restored from: ${backup}`)
  say(`  ảnh / photos: ${photos}; còn thiếu / missing: ${photosMissing}`)
  say('Khởi động lại như thường; các máy sẽ tự gửi lại phần còn thiếu.')
  say('Start as usual; the devices send again what is missing.')
}

async function restoreFiles(places: Places, say: CommandEdges['say']): Promise<void> {
  const driver = await findSqlite()
  if (!driver.ok) throw new UnsafeSqliteError(driver.error)
  sayDone(say, places, await restoreInstallation({ ...places, driver: driver.value }))
}

export async function runRestore(args: readonly string[], { say, env }: CommandEdges): Promise<number> {
  const places = readPlaces(args, env)
  if (!places) {
    say(USAGE)
    return 2
  }
  const { databaseUrl } = readSettings(env)
  try {
    await (databaseUrl ? restoreToDatabase(databaseUrl, places, say) : restoreFiles(places, say))
    return 0
  } catch (error) {
    say(explain(error, places))
    return 1
  }
}
