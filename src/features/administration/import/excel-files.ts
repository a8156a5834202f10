// The two Excel libraries behind one door, each fetched only when a file is read or written. A formula
// arrives as its last result; one that was never reckoned is an empty cell.
import type { CellValue } from './import-row.ts'

export type SheetReading =
  | { readonly ok: true; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly ok: false; readonly fault: 'unreadable' }

const MOST_BYTES = 10_000_000
export async function readSheetOf(file: Blob): Promise<SheetReading> {
  if (file.size > MOST_BYTES) return { ok: false, fault: 'unreadable' }
  try {
    const { readSheet } = await import('read-excel-file/universal')
    return { ok: true, rows: (await readSheet(await file.arrayBuffer())) as unknown as CellValue[][] }
  } catch {
    return { ok: false, fault: 'unreadable' }
  }
}

export interface ExcelSheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/** A longer cell makes Excel call the file damaged. */
const MOST_IN_CELL = 32_767

/** The library keeps texts by name in an object, which has a few names of its own: those get a space behind them. */
const cellText = (value: string): string => (value in {} ? `${value} ` : value.slice(0, MOST_IN_CELL))

/** Every cell is text, so nothing anybody typed becomes a formula in the office that opens it. */
export async function writeSheets(sheets: readonly ExcelSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const asText = (value: string) => ({ value: cellText(value), type: String, wrap: true })
  const blob = await writeExcelFile(
    sheets.map(({ name, head, rows, widths }) => ({
      sheet: name,
      data: [
        head.map((value) => ({ ...asText(value), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(asText)),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
