// A form as files: the workbook, and each table beside it.
import type { Workbooks } from '#data/contract/workbooks-contract.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { writeTable } from '#domain/questionnaire/xlsform/table-text.ts'
import { SHEET_MIME, saveFile } from './save-file.ts'

export async function exportForm(form: Form, workbooks: Workbooks): Promise<void> {
  const { workbook, files } = exportWorkbook(form)
  saveFile(`${form.id}-${form.version}.xlsx`, await workbooks.write(workbook), SHEET_MIME)
  for (const [name, rows] of Object.entries(files)) saveFile(name, writeTable(rows), 'text/csv')
}
