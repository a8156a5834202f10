/**
 * `npm run verify-trail`: reads the data of an installation without changing anything, also while the endpoint runs,
 * and says in both languages whether the trail holds, and if not, where it breaks first. 0 holds, 1 broken, 2 could not
 * be checked.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '#server/settings.ts'
import { FILE } from '#server/store/sqlite/sqlite-store.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import type { TrailRoot } from '#domain/trail/trail-link.ts'
import { readRoots, rootFileIn } from './root-file.ts'
import { type ArchiveReport, verifyArchive } from '#server/archive/verify-archive.ts'
import { archiveFolderIn } from '#server/archive/archive-files.ts'
import { numbered, type Rows } from './trail-queries.ts'
import type { BreakReason, TrailBreak } from './verify-chain.ts'
import { type TrailNotice, type TrailReport, verifyTrail } from './verify-trail.ts'

export interface CommandEdges {
  readonly say: (text: string) => void
  readonly env: NodeJS.ProcessEnv
}

const USAGE = `npm run verify-trail -- [--data <thư mục dữ liệu / data folder>] [--roots <trail-roots.ndjson>]
  DATABASE_URL=postgres://…: cơ sở dữ liệu đó / that database`

const why: Readonly<Record<BreakReason, string>> = {
  'link-missing': 'mất mắt xích / a link is missing',
  'link-changed': 'mắt xích bị sửa / the link was changed',
  'link-out-of-order': 'mắt xích không nối với mắt xích trước / the link does not follow the one before',
  'operations-changed': 'thao tác bị sửa, xóa, chèn hoặc đổi chỗ / operations were changed, removed, inserted or moved',
  'operations-uncovered': 'có thao tác không được ghi vết / there are operations without a link',
  'detail-changed': 'chi tiết bị sửa / the detail was changed',
  'detail-missing': 'chi tiết bị xóa ngoài quy trình / the detail was emptied outside the procedure',
  'tail-missing': 'phần cuối bị cắt / the tail was cut off',
  'root-changed': 'dấu gốc bị sửa / the root was changed',
  'root-missing': 'mất dấu gốc / a root is missing',
}

const when = (ms: number): string => (ms === 0 ? '–' : new Date(ms).toISOString())

const breakLine = ({ chain, num, atMs, reason }: TrailBreak): string =>
  `  ${chain} · số/number ${num} · ${when(atMs)} · ${why[reason]}`

function noticeLine(notice: TrailNotice): string {
  switch (notice.type) {
    case 'restored':
      return `  khôi phục dữ liệu / data restored: ${when(notice.atMs)}`
    case 'lost-by-restoration':
      return `  mất khi khôi phục / lost by the restoration: ${notice.chain} · số/number ${notice.num}`
    case 'founded':
      return `  tiếp nhận dữ liệu có từ trước / taken over from before the trail: ${notice.chain} · ${when(notice.atMs)}`
    case 'refounded':
      return `  lập lại chuỗi sau khi khôi phục từ nhật ký / chain made again from the journal: ${notice.chain} · số/number ${notice.num} · ${when(notice.atMs)}`
  }
}

function sayReport({ say }: CommandEdges, report: TrailReport, unreadable: number): number {
  const { chains, links, ops, roots, broken, notices } = report
  say(`Chuỗi / chains: ${chains}; mắt xích / links: ${links}; thao tác / operations: ${ops}; dấu gốc / roots: ${roots}`)
  if (unreadable > 0)
    say(`Dòng không đọc được trong tệp dấu gốc / unreadable lines in the file of roots: ${unreadable}`)
  if (notices.length > 0) say(`Cần biết / to know:\n${notices.map(noticeLine).join('\n')}`)
  if (broken.length === 0) {
    say('Dấu vết nguyên vẹn. / The trail holds.')
    return 0
  }
  say(`DẤU VẾT BỊ ĐỨT / THE TRAIL IS BROKEN:\n${broken.map(breakLine).join('\n')}`)
  return 1
}

function sayArchive({ say }: CommandEdges, { ops, missing, changed }: ArchiveReport): number {
  if (ops > 0)
    say(
      `Kho lưu trữ / archive: ${ops} thao tác / operations; thiếu / missing: ${missing}; bị sửa / changed: ${changed}`,
    )
  return missing + changed === 0 ? 0 : 1
}

interface Verified {
  readonly trail: TrailReport
  readonly archive: ArchiveReport
}

const verifyAll = async (rows: Rows, kept: readonly TrailRoot[], archive: string): Promise<Verified> => ({
  trail: await verifyTrail(rows, kept),
  archive: await verifyArchive(rows, archive),
})

async function verifySqlite(file: string, kept: readonly TrailRoot[], archive: string): Promise<Verified> {
  const driver = await findSqlite()
  if (!driver.ok) throw new Error(`SQLite: ${driver.error.join(', ')}`)
  const database = driver.value.open(file, { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 10000; BEGIN')
    return await verifyAll(async (sql, ...values) => database.prepare(sql).all(...values), kept, archive)
  } finally {
    database.close()
  }
}

async function verifyPostgres(url: string, kept: readonly TrailRoot[], archive: string): Promise<Verified> {
  const { PostgresDatabase } = await import('#server/store/postgres/database.ts')
  const db = new PostgresDatabase(url)
  try {
    return await db.transaction(
      (queries) => verifyAll((sql, ...values) => queries.rows(numbered(sql), ...values), kept, archive),
      'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    )
  } finally {
    await db.close()
  }
}

function readPlaces(args: readonly string[], env: NodeJS.ProcessEnv) {
  const options = { data: { type: 'string' }, roots: { type: 'string' } } as const
  const { data, roots } = parseArgs({ args: args.filter((arg) => arg !== '--'), options }).values
  const settings = readSettings({ ...env, ...(data !== undefined && { SOTAY_DATA: data }) })
  return { ...settings, roots: roots ?? rootFileIn(settings.backupDir) }
}

export async function runVerifyTrail(args: readonly string[], edges: CommandEdges): Promise<number> {
  const { say, env } = edges
  try {
    const { dataDir, databaseUrl, roots: file } = readPlaces(args, env)
    const database = path.join(dataDir, FILE)
    if (!databaseUrl && !existsSync(database)) {
      say(`Không có ${database}. / There is no ${database}.\n${USAGE}`)
      return 2
    }
    const { roots, unreadable } = readRoots(file)
    say(
      roots.length > 0
        ? `Dấu gốc lưu ngoài / roots kept outside: ${roots.length} (${file})`
        : `Không có dấu gốc lưu ngoài: không thể phát hiện phần cuối bị cắt. / No roots kept outside: a cut tail may go unnoticed. (${file})`,
    )
    const archive = archiveFolderIn(dataDir)
    const found = await (databaseUrl
      ? verifyPostgres(databaseUrl, roots, archive)
      : verifySqlite(database, roots, archive))
    return Math.max(sayReport(edges, found.trail, unreadable), sayArchive(edges, found.archive))
  } catch (error) {
    say(
      `Không kiểm tra được. / Could not be checked.\n${error instanceof Error ? error.message : String(error)}\n${USAGE}`,
    )
    return 2
  }
}
