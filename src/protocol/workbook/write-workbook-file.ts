/** Sheets of rows as a spreadsheet file. Every cell is text: nothing anybody typed becomes a formula elsewhere. */
import writeExcelFile from 'write-excel-file/universal'
import { cellText, type SheetCell, type Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

/** A longer cell makes Excel call the file damaged. */
const MOST_IN_CELL = 32_767

/** The library keeps texts by name in an object, which has a few names of its own: those get a space behind them. */
const written = (text: string): string => (text in {} ? `${text} ` : text.slice(0, MOST_IN_CELL))

function cellOf(cell: SheetCell) {
  const text = cellText(cell)
  return text === '' ? null : { value: written(text), type: String }
}

interface Written {
  arrayBuffer(): Promise<ArrayBuffer>
}

/** Rule LIB-9. */
export async function writeWorkbookFile(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = Object.entries(workbook).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)),
    stickyRowsCount: 1,
  }))
  const file = (await writeExcelFile(sheets).toBlob()) as Written
  return new Uint8Array(await file.arrayBuffer())
}
