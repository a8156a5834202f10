/**
 * A spreadsheet file as sheets of rows, the same way on a device and at the endpoint. The library takes a file whole, so
 * it is first asked of the archive's own list how much it would unpack to: a file of a few kilobytes can claim gigabytes.
 */
import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { SheetCell, Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

/** Bytes of the file, and of all in it that is read. A list of 200,000 choices has about half of it. */
export const MOST_OF_FILE = 20_000_000
const MOST_UNPACKED = 150_000_000

const MEGABYTE = 1_000_000

const problem = (code: FormProblem['code'], word: string): FormProblem => ({
  code,
  sheet: '',
  row: 0,
  column: '',
  word,
})

const tooLarge = (bytes: number): FormProblem => problem('file-too-large', String(Math.ceil(bytes / MEGABYTE)))

/** What the archive says of itself; the library reads no more than that of any part. */
function sizeUnpacked(bytes: Uint8Array): number {
  let sum = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize
      return false
    },
  })
  return sum
}

type Sheets = readonly { readonly sheet: string; readonly data: unknown }[]

/** Rule LIB-1. `name` is that of the file, for the problem. */
export async function readWorkbookFile(bytes: ArrayBuffer, name: string): Promise<Result<Workbook, FormProblem>> {
  if (bytes.byteLength > MOST_OF_FILE) return err(tooLarge(bytes.byteLength))
  try {
    const unpacked = sizeUnpacked(new Uint8Array(bytes))
    if (unpacked > MOST_UNPACKED) return err(tooLarge(unpacked))
    const sheets = (await readExcelFile(bytes)) as Sheets
    const rowsByName = sheets.map(({ sheet, data }) => [sheet, data as readonly (readonly SheetCell[])[]] as const)
    return ok(Object.fromEntries(rowsByName))
  } catch {
    // The library tells what is wrong in a dozen ways; for whoever chose the file they are one.
    return err(problem('workbook-unreadable', name))
  }
}
