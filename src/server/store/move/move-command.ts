/** `npm run move-to-postgres`: reads the arguments, moves, and says what to do next. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { CopyDiffersError, type CopySummary, opsIn } from '#server/store/copy/copy-summary.ts'
import { UnsafeSqliteError } from '#server/store/open-store.ts'
import { NotEmptyError } from '#server/store/postgres/restore.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import { UnusableDatabaseError } from '#server/store/unusable-database-error.ts'
import { moveToPostgres, type MoveOutcome } from './move-to-postgres.ts'

export interface CommandEdges {
  readonly say: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
}

const USAGE = `Cách dùng / usage:
  npm run move-to-postgres -- --to postgres://user:password@host/database [--from .data]
  (--to có thể thay bằng DATABASE_URL / DATABASE_URL instead of --to keeps the password out of the process list)`

const linesOf = (summary: CopySummary): string[] =>
  Object.entries(summary)
    .filter(([name, { rows }]) => rows > 0 && !name.startsWith('op '))
    .map(([name, { rows, sha256 }]) => `  ${name.padEnd(12)} ${String(rows).padStart(9)}  ${sha256.slice(0, 16)}`)

const NEXT = `Từ nay khởi động với DATABASE_URL; giữ nguyên SOTAY_DATA vì ảnh vẫn nằm ở đó. Tệp SQLite đã khóa, không nhận ghi nữa.
From now on start with DATABASE_URL, and with the same SOTAY_DATA: the photos stay there. The SQLite file is sealed.`

function report(outcome: MoveOutcome): string {
  if (outcome.type === 'already-there') return `Đã chuyển xong từ trước. / Everything had arrived already.\n${NEXT}`
  const { summary } = outcome
  const feeds = Object.keys(summary).filter((name) => name.startsWith('op ')).length
  return [
    `Đã chuyển và đối chiếu ${opsIn(summary)} thao tác trong ${feeds} luồng. / Moved and compared ${opsIn(summary)} operations in ${feeds} feeds.`,
    ...linesOf(summary),
    NEXT,
  ].join('\n')
}

function explain(error: unknown): string {
  if (error instanceof NotEmptyError)
    return 'Cơ sở dữ liệu đích không trống; không ghi gì. / The target database is not empty; nothing was written.'
  if (error instanceof CopyDiffersError)
    return `Bản chuyển không khớp (${error.sections.join(', ')}); không ghi gì. / The copy differs; nothing was written.`
  if (error instanceof NewerStoreError) return 'Dữ liệu thuộc phiên bản mới hơn. / The data belongs to a newer version.'
  if (error instanceof UnusableDatabaseError)
    return `Không dùng được PostgreSQL: ${error.message} / PostgreSQL cannot be used: ${error.message}`
  return `Không chuyển được. Chạy lại lệnh này là an toàn. / Could not move. It is safe to run this again.\n${error instanceof Error ? error.stack : String(error)}`
}

async function openSource(file: string) {
  const driver = await findSqlite()
  if (!driver.ok) throw new UnsafeSqliteError(driver.error)
  return driver.value.open(file)
}

function argumentsOf(args: readonly string[], env: CommandEdges['env']) {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { to: { type: 'string' }, from: { type: 'string' } },
  })
  return { to: values.to ?? env.DATABASE_URL, from: values.from ?? env.SOTAY_DATA ?? '.data' }
}

/** Exit code: 0 moved, 1 not moved, 2 asked wrongly. */
export async function runMove(args: readonly string[], { say, env }: CommandEdges): Promise<number> {
  const { to, from } = argumentsOf(args, env)
  const file = path.join(from, 'endpoint.sqlite')
  if (to === undefined || !existsSync(file)) {
    say(to === undefined ? USAGE : `Không có ${file}. / There is no ${file}.\n${USAGE}`)
    return 2
  }
  try {
    const source = await openSource(file)
    try {
      say(report(await moveToPostgres(source, to)))
      return 0
    } finally {
      source.close()
    }
  } catch (error) {
    say(explain(error))
    return 1
  }
}
