/**
 * `npm run import-form -- phieu.xlsx [bang.csv …] [--as <tên đăng nhập>]`: checks a form's spreadsheet by the same adapter
 * as the app, and with `--as` publishes it under the name of somebody who may. Everything wrong is told at once, with
 * sheet, row, column and reason; nothing is half-imported. It writes as the endpoint does, so the endpoint must be stopped.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import { sizeOfForm } from '#domain/questionnaire/library/form-size.ts'
import { type FormFile, readFormFiles } from '#protocol/workbook/read-form-files.ts'
import { explainStart } from '#server/explain-start.ts'
import { readSettings, type Settings } from '#server/settings.ts'
import { openStore } from '#server/store/open-store.ts'
import { publishForm, type PublishRefusal } from './publish-form.ts'

export interface ImportEdges {
  readonly say: (text: string) => void
  readonly env: NodeJS.ProcessEnv
  /** Sentences of `forms:problem`, by code. */
  readonly sentences: Readonly<Record<string, string>>
  /** Whether an endpoint answers on this port. */
  readonly isRunning: (port: number) => Promise<boolean>
  readonly clock?: Clock
  readonly random?: RandomSource
}

const USAGE = `npm run import-form -- <phieu.xlsx> [bang.csv …] [--as <tên đăng nhập / username>]
  không có --as: chỉ kiểm tra / without --as: checks only`

const RUNNING =
  'Máy chủ đang chạy: dừng máy chủ rồi chạy lại, hoặc nhập trong ứng dụng. / The endpoint is running: stop it first, or import in the app.'

const refusals: Readonly<Record<PublishRefusal, string>> = {
  nobody: 'Không có tài khoản này. / There is no such account.',
  forbidden: 'Tài khoản này không có quyền phát hành biểu mẫu. / This account has no right to publish forms.',
  'key-unfit':
    'Mã phiếu hoặc phiên bản trống hoặc không dùng được. / The id or the version is missing or cannot be used.',
  'version-taken':
    'Phiên bản này đã có; bản sửa cần số khác. / This version exists already; a correction needs another.',
}

interface Wanted {
  readonly files: readonly string[]
  readonly as: string | undefined
}

function readWanted(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { as: { type: 'string' } },
      allowPositionals: true,
    })
    return positionals.length === 0 ? null : { files: positionals, as: values.as?.toLowerCase() }
  } catch {
    return null
  }
}

function fileAt(place: string): FormFile {
  const bytes = readFileSync(place)
  const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  return { name: path.basename(place), bytes: own }
}

/** Cells parted by tabs, so that a spreadsheet takes the lines as a table. */
function tableOf(problems: readonly FormProblem[], sentences: ImportEdges['sentences']): string {
  const lines = problems.map(({ code, sheet, row, column, word }) =>
    [sheet, row || '', column, (sentences[code] ?? code).replaceAll('{{word}}', word)].join('\t'),
  )
  return ['Trang\tDòng\tCột\tLý do', ...lines].join('\n')
}

function summaryOf(form: Form): string {
  const { questions, choices, languages } = sizeOfForm(form)
  const title = Object.values(form.title)[0] ?? form.id
  return `${title} (${formKey(form)}): ${questions} câu hỏi, ${choices} lựa chọn, ${languages.join(', ')}`
}

const systemClock: Clock = { now: () => Date.now() }
const systemRandom: RandomSource = { bytes: (length) => new Uint8Array(randomBytes(length)) }

async function publishIn(settings: Settings, form: Form, username: string, edges: ImportEdges): Promise<number> {
  const { say, clock = systemClock, random = systemRandom } = edges
  const { dataDir, databaseUrl, backupDir, journalDir } = settings
  try {
    const place = { dataDir, databaseUrl, backupDir, journalDir, clock, onTrouble: () => undefined }
    const store = await openStore(place, random)
    try {
      const published = await store.alone(() => publishForm({ store, clock, random }, form, username))
      say(published.ok ? `Đã phát hành / published: ${published.value}` : refusals[published.error])
      return published.ok ? 0 : 1
    } finally {
      await store.close()
    }
  } catch (error) {
    say(explainStart(error, settings))
    return 1
  }
}

/** Answers with the exit code. Rules LIB-1 and LIB-11. */
export async function runImportForm(args: readonly string[], edges: ImportEdges): Promise<number> {
  const { say, env, sentences, isRunning } = edges
  const wanted = readWanted(args)
  if (wanted === null) {
    say(USAGE)
    return 2
  }
  const read = await readFormFiles(wanted.files.map(fileAt), (bytes) => Buffer.from(bytes).toString('utf8'))
  if (!read.ok) {
    say(tableOf(read.error, sentences))
    return 1
  }
  say(summaryOf(read.value))
  if (wanted.as === undefined) return 0
  const settings = readSettings(env)
  if (await isRunning(settings.port)) {
    say(RUNNING)
    return 1
  }
  return publishIn(settings, read.value, wanted.as, edges)
}
