// The refusals of a file as rows of text: the same for the screen, the clipboard and the saved file.
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'

type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

export interface ProblemLine {
  readonly key: string
  readonly sheet: string
  readonly row: string
  readonly column: string
  readonly reason: string
}

export const problemLines = (problems: readonly FormProblem[], t: Translate): readonly ProblemLine[] =>
  problems.map(({ code, sheet, row, column, word }, at) => ({
    key: `${at}`,
    sheet,
    row: row === 0 ? '' : String(row),
    column,
    // An expression that breaks off has no word to point at.
    reason:
      code === 'expression-unreadable' && word === '' ? t('problem.brokenOff') : t(`forms:problem.${code}`, { word }),
  }))

const headOf = (t: Translate): readonly string[] =>
  ['sheet', 'row', 'column', 'reason'].map((key) => t(`problem.${key}`))

export const problemRows = (lines: readonly ProblemLine[], t: Translate): readonly (readonly string[])[] => [
  headOf(t),
  ...lines.map(({ sheet, row, column, reason }) => [sheet, row, column, reason]),
]

/** For a spreadsheet or a letter: cells parted by tabs. */
export const problemText = (lines: readonly ProblemLine[], t: Translate): string =>
  problemRows(lines, t)
    .map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n')
