// Workbooks as real files, by the adapter that the app and the endpoint use.
import type { SheetRows, Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { readWorkbookFile } from '#protocol/workbook/read-workbook-file.ts'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'

export const writeXlsx = async (workbook: Workbook): Promise<ArrayBuffer> => (await writeWorkbookFile(workbook)).buffer

export async function readXlsx(file: ArrayBuffer): Promise<Workbook> {
  const read = await readWorkbookFile(file, 'phieu.xlsx')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

/** A table beside a form, as comma-separated text is split. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): SheetRows => [head, ...rows]
