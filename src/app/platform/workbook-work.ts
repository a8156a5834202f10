// What is done with a spreadsheet, wherever it is done: in the worker, or on the page of a browser without one.
import type { Result } from '#domain/kernel/result.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { type FormFile, readFormFiles } from '#protocol/workbook/read-form-files.ts'
import { readWorkbookFile } from '#protocol/workbook/read-workbook-file.ts'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'

export type WorkbookTask =
  | { readonly do: 'read'; readonly files: readonly FormFile[] }
  | { readonly do: 'read-sheets'; readonly file: FormFile }
  | { readonly do: 'write'; readonly workbook: Workbook }

export type FormReading = Result<Form, readonly FormProblem[]>
export type SheetsReading = Result<Workbook, FormProblem>

const decode = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes)

export function doWorkbookTask(task: WorkbookTask): Promise<FormReading | SheetsReading | Uint8Array<ArrayBuffer>> {
  switch (task.do) {
    case 'read':
      return readFormFiles(task.files, decode)
    case 'read-sheets':
      return readWorkbookFile(task.file.bytes, task.file.name)
    case 'write':
      return writeWorkbookFile(task.workbook)
  }
}
