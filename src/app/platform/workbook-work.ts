// What is done with a spreadsheet, wherever it is done: in the worker, or on the page of a browser without one.
import type { Result } from '#domain/kernel/result.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { type FormFile, readFormFiles } from '#protocol/workbook/read-form-files.ts'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'

export type WorkbookTask =
  | { readonly do: 'read'; readonly files: readonly FormFile[] }
  | { readonly do: 'write'; readonly workbook: Workbook }

export type FormReading = Result<Form, readonly FormProblem[]>

const decode = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes)

export const doWorkbookTask = (task: WorkbookTask): Promise<FormReading | Uint8Array<ArrayBuffer>> =>
  task.do === 'read' ? readFormFiles(task.files, decode) : writeWorkbookFile(task.workbook)
