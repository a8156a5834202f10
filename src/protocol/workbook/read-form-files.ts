/** The files somebody chose, a workbook and the tables beside it, as a form; or as everything that is wrong with them. */
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import type { SheetRows } from '#domain/questionnaire/xlsform/sheet.ts'
import { readTable } from '#domain/questionnaire/xlsform/table-text.ts'
import { MOST_OF_FILE, readWorkbookFile } from './read-workbook-file.ts'

export interface FormFile {
  readonly name: string
  readonly bytes: ArrayBuffer
}

const ENDING = /\.[^.]*$/
const isTable = ({ name }: FormFile): boolean => /\.csv$/i.test(name)

/** `Phiếu khảo sát 2026.xlsx` is the form `Phiếu-khảo-sát-2026` where the workbook names none. */
const idOfFile = (name: string): string =>
  name
    .replace(ENDING, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 60)

const unreadable = (name: string): readonly FormProblem[] => [
  { code: 'workbook-unreadable', sheet: '', row: 0, column: '', word: name },
]

type Tables = Readonly<Record<string, SheetRows>>

function tablesOf(files: readonly FormFile[], decode: (bytes: ArrayBuffer) => string): Tables {
  const rowsByName = files.filter(isTable).map(({ name, bytes }) => [name, readTable(decode(bytes))] as const)
  return Object.fromEntries(rowsByName)
}

/** Rules LIB-1 and FRM-20. `decode` reads bytes as UTF-8. */
export async function readFormFiles(
  files: readonly FormFile[],
  decode: (bytes: ArrayBuffer) => string,
): Promise<Result<Form, readonly FormProblem[]>> {
  const [book, another] = files.filter((file) => !isTable(file))
  if (book === undefined) return err(unreadable(files[0]?.name ?? ''))
  if (another !== undefined) return err(unreadable(another.name))
  const long = files.find(({ bytes }) => bytes.byteLength > MOST_OF_FILE)
  if (long !== undefined && long !== book) return err(unreadable(long.name))
  const workbook = await readWorkbookFile(book.bytes, book.name, true)
  if (!workbook.ok) return err([workbook.error])
  const imported = importWorkbook(workbook.value, {
    files: tablesOf(files, decode),
    fallbackId: idOfFile(book.name) || 'form',
  })
  return imported.ok ? ok(imported.value.form) : imported
}
