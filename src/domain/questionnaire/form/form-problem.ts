/**
 * What can be wrong with a form, each kind under a code that has its sentence in `locales/<language>/forms.json`.
 * A problem says where: by sheet, row and column when the form came from a workbook.
 */

/** Sorted; the sentences are `forms:problem.<code>`. */
export const formProblemCodes = [
  'cell-error',
  'cell-far',
  'cell-idle',
  'cell-unfit',
  'cell-yes-no',
  'choice-twice',
  'column-absent',
  'column-missing',
  'column-twice',
  'column-unknown',
  'cycle',
  'expression-deep',
  'expression-unreadable',
  'file-missing',
  'file-too-large',
  'function-arguments',
  'function-unknown',
  'group-not-begun',
  'group-not-ended',
  'heading-missing',
  'item-long',
  'item-unfit',
  'items-missing',
  'items-too-many',
  'label-missing',
  'list-missing',
  'list-name-missing',
  'list-unnamed',
  'name-missing',
  'name-twice',
  'name-unfit',
  'needs-other-column',
  'not-supported',
  'pattern-unreadable',
  'reference-several',
  'reference-unknown',
  'settings-rows',
  'sheet-empty',
  'sheet-missing',
  'sheet-unknown',
  'too-large',
  'type-missing',
  'type-unknown',
  'workbook-unreadable',
] as const

export type FormProblemCode = (typeof formProblemCodes)[number]

export interface FormProblem {
  readonly code: FormProblemCode
  /** Name of the sheet, or empty where there is none. */
  readonly sheet: string
  /** Row in the workbook counted from 1 (the heading is 1), or 0 when it concerns the whole sheet. */
  readonly row: number
  /** Heading of the column, or empty. */
  readonly column: string
  /** The word the problem is about. */
  readonly word: string
}
