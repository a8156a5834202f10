// Forms as an author writes them: rows by heading. A test says only the columns it is about.
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import { FormSession, type SessionOptions } from '#domain/questionnaire/session/form-session.ts'
import { type ImportOptions, importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import type { SheetRows, Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

export type RowByHeading = Readonly<Record<string, string>>

function sheetOf(rows: readonly RowByHeading[]): SheetRows {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))]
}

const NEEDS_LABEL = /^(calculate|hidden|start|end|today|deviceid|username|end[ _].*)$/

/** `type name` and further columns; a label is added where one is needed. */
export const q = (type: string, name: string, more: RowByHeading = {}): RowByHeading => ({
  type,
  name,
  ...(NEEDS_LABEL.test(type) || Object.keys(more).some((key) => key.startsWith('label')) ? {} : { label: name }),
  ...more,
})

export const endOf = (what: 'group' | 'repeat'): RowByHeading => ({ type: `end ${what}` })

export const c = (list: string, name: string, more: RowByHeading = {}): RowByHeading => ({
  list_name: list,
  name,
  label: name,
  ...more,
})

export const aWorkbook = (
  survey: readonly RowByHeading[],
  choices: readonly RowByHeading[] = [],
  settings: RowByHeading = { form_id: 'phieu', version: '1' },
): Workbook => ({ survey: sheetOf(survey), choices: sheetOf(choices), settings: sheetOf([settings]) })

export function aForm(
  survey: readonly RowByHeading[],
  choices: readonly RowByHeading[] = [],
  options: ImportOptions = {},
): CompiledForm {
  const imported = importWorkbook(aWorkbook(survey, choices), options)
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  return imported.value
}

export function problemsOf(workbook: Workbook, options: ImportOptions = {}): readonly FormProblem[] {
  const imported = importWorkbook(workbook, options)
  return imported.ok ? [] : imported.error
}

/** 21/11/2026, 08:30 in Vietnam. */
export const NOON = Date.UTC(2026, 10, 21, 1, 30)

export const aSession = (
  survey: readonly RowByHeading[],
  choices: readonly RowByHeading[] = [],
  options: Partial<SessionOptions> = {},
): FormSession => new FormSession(aForm(survey, choices), { clock: { now: () => NOON }, ...options })

/** The value of one expression, with answers of text questions by name. */
export function valueOf(calculation: string, answers: Readonly<Record<string, string>> = {}): string {
  const names = Object.keys(answers)
  const session = aSession([...names.map((name) => q('text', name)), q('calculate', 'result', { calculation })])
  for (const [name, text] of Object.entries(answers)) session.answer(`/${name}`, text)
  return session.state('/result')?.value ?? 'no such place'
}
