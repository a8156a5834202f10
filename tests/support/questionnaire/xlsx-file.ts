// Workbooks as real files: written and read by the two libraries that the app uses.
import readExcelFile from 'read-excel-file/universal'
import writeExcelFile from 'write-excel-file/universal'
import { cellText, type SheetCell, type SheetRows, type Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

export async function writeXlsx(workbook: Workbook): Promise<ArrayBuffer> {
  const sheets = Object.entries(workbook).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((cell) => (cellText(cell) === '' ? null : { value: cellText(cell), type: String })),
    ),
  }))
  return (await writeExcelFile(sheets).toBlob()).arrayBuffer()
}

export async function readXlsx(file: ArrayBuffer): Promise<Workbook> {
  const sheets = await readExcelFile(file)
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => [sheet, data as unknown as readonly (readonly SheetCell[])[]]),
  )
}

/** A table beside a form, as comma-separated text is split. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): SheetRows => [head, ...rows]
