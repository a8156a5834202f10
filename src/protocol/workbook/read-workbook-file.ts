/**
 * A spreadsheet file as sheets of rows, the same way on a device and at the endpoint. The library takes a file whole, so
 * it is first asked of the archive's own list how much it would unpack to: a file of a few kilobytes can claim gigabytes.
 */
import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import { columnLetters, type SheetCell, type Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { type Extent, extentOf } from './sheet-extent.ts'
import { sheetParts } from './sheet-parts.ts'

/** Bytes of the file, and of all in it that is read. A list of 200,000 choices has about half of it. */
export const MOST_OF_FILE = 20_000_000
const MOST_UNPACKED = 150_000_000

/** Places up to the farthest cell of one sheet: 200,000 choices with 50 columns. */
const MOST_PLACES = 10_000_000

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

type Extents = readonly { readonly sheet: string; readonly extent: Extent }[]

/** A sheet whose cells stand too far apart, told by the corner they reach. */
function farApart(extents: Extents): FormProblem | null {
  for (const { sheet, extent } of extents) {
    const { row, column } = extent
    const letters = column === 0 ? '' : columnLetters(column - 1)
    if (row * column > MOST_PLACES) return { code: 'cell-far', sheet, row, column: letters, word: `${letters}${row}` }
  }
  return null
}

/** The library leaves a cell empty whose formula went wrong: a rule would be gone without a word. */
function withErrors(rows: Rows, { errors }: Extent): Rows {
  if (errors.length === 0) return rows
  const shown = rows.map((cells) => [...cells])
  for (const { row, column, shows } of errors) {
    while (shown.length < row) shown.push([])
    const cells = shown[row - 1] ?? []
    while (cells.length < column) cells.push(null)
    cells[column - 1] = shows
  }
  return shown
}

type Rows = readonly (readonly SheetCell[])[]

type Sheets = readonly { readonly sheet: string; readonly data: unknown }[]

/**
 * Rule LIB-1. `name` is that of the file, for the problem; with `showsErrors` a cell whose formula went wrong has the
 * text it shows, `#REF!`, and is empty otherwise.
 */
export async function readWorkbookFile(
  bytes: ArrayBuffer,
  name: string,
  showsErrors = false,
): Promise<Result<Workbook, FormProblem>> {
  if (bytes.byteLength > MOST_OF_FILE) return err(tooLarge(bytes.byteLength))
  try {
    const unpacked = sizeUnpacked(new Uint8Array(bytes))
    if (unpacked > MOST_UNPACKED) return err(tooLarge(unpacked))
    const extents = sheetParts(new Uint8Array(bytes)).map(({ sheet, xml }) => ({ sheet, extent: extentOf(xml) }))
    const far = farApart(extents)
    if (far !== null) return err(far)
    const sheets = (await readExcelFile(bytes)) as Sheets
    const extentByName = new Map(extents.map(({ sheet, extent }) => [sheet, extent]))
    const rowsByName = sheets.map(({ sheet, data }) => {
      const extent = showsErrors ? extentByName.get(sheet) : undefined
      return [sheet, extent === undefined ? (data as Rows) : withErrors(data as Rows, extent)] as const
    })
    return ok(Object.fromEntries(rowsByName))
  } catch {
    // The library tells what is wrong in a dozen ways; for whoever chose the file they are one.
    return err(problem('workbook-unreadable', name))
  }
}
