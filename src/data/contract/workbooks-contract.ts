/** Spreadsheet files on this device: read and written away from the page, without a network. */
import type { Result } from '#domain/kernel/result.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

export interface Workbooks {
  /** A workbook with the tables beside it; everything that is wrong with them together (FRM-20). */
  readForm(files: readonly File[]): Promise<Result<Form, readonly FormProblem[]>>
  /** All sheets of a workbook as they stand, or why it cannot be read (`workbook-unreadable`, `file-too-large`). */
  readSheets(file: File): Promise<Result<Workbook, FormProblem>>
  write(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>>
}
