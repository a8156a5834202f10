/**
 * A sheet of a workbook as rows under headings, whatever program wrote it. Cells come as text, number, yes/no or date;
 * everything is read as the text a person sees, because a form is text.
 */
import type { FormProblem, FormProblemCode } from '../form/form-problem.ts'

export type SheetCell = string | number | boolean | Date | null | undefined

/** Rows of cells; the first row holds the headings. */
export type SheetRows = readonly (readonly SheetCell[])[]

/** Sheets by name. */
export type Workbook = Readonly<Record<string, SheetRows>>

export function cellText(cell: SheetCell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return String(cell).trim()
}

/** A heading taken apart: `label::Vietnamese (vi)` is the column `label` in a language. */
export interface Heading {
  readonly at: number
  /** As it stands in the sheet. */
  readonly written: string
  /** The column it means, in one spelling. */
  readonly column: string
  readonly language: string
}

const TRANSLATED = new Set(['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message', 'form_title'])

const SPELLINGS: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  readonly: 'read_only',
  calculate: 'calculation',
  constraint_msg: 'constraint_message',
  constraining_message: 'constraint_message',
  required_msg: 'required_message',
  title: 'form_title',
  id_string: 'form_id',
  value: 'name',
  caption: 'label',
}

/** In the sheet of choices a heading is a name of the author's unless it is one of these. */
const spelled = (word: string): string => {
  const plain = word.trim().toLowerCase().replace(/[ -]+/g, '_')
  return SPELLINGS[plain] ?? plain
}

function headingOf(cell: SheetCell, at: number): Heading {
  const written = cellText(cell)
  const [first = '', ...rest] = written.includes('::') ? written.split('::') : written.split(':')
  const column = spelled(first)
  const isTranslated = rest.length > 0 && TRANSLATED.has(column)
  if (isTranslated) return { at, written, column, language: rest.join('::').trim() }
  return { at, written, column: rest.length > 0 ? written.trim() : column, language: '' }
}

export interface SheetRow {
  /** Row in the workbook, counted from 1. */
  readonly row: number
  /** The text under a heading, or empty. */
  text(column: string): string
  /** The texts of a translated column by language, those that are not empty. */
  texts(column: string): Readonly<Record<string, string>>
  /** Headings under which something stands. */
  readonly filled: readonly Heading[]
  textAt(heading: Heading): string
}

export interface Sheet {
  readonly name: string
  readonly headings: readonly Heading[]
  /** Rows in which something stands. */
  readonly rows: readonly SheetRow[]
  /** How a column is called in this sheet. */
  headingFor(column: string): string
  problem(code: FormProblemCode, row: number, column: string, word: string): FormProblem
}

function rowOf(cells: readonly SheetCell[], row: number, headings: readonly Heading[]): SheetRow {
  const textAt = ({ at }: Heading) => cellText(cells[at])
  const filled = headings.filter((heading) => textAt(heading) !== '')
  return {
    row,
    filled,
    textAt,
    text: (column) => {
      const heading = filled.find((one) => one.column === column)
      return heading === undefined ? '' : textAt(heading)
    },
    texts: (column) =>
      Object.fromEntries(filled.filter((one) => one.column === column).map((one) => [one.language, textAt(one)])),
  }
}

/** Reads a sheet; one without any row is one without headings. */
export function readSheet(name: string, rows: SheetRows): Sheet {
  const headings = (rows[0] ?? []).map(headingOf)
  const headingFor = (column: string) => headings.find((one) => one.column === column)?.written ?? column
  const width = Math.max(0, ...rows.slice(0, 2000).map((cells) => cells.length))
  const unnamed = Array.from({ length: Math.max(0, width - headings.length) }, (_, more) =>
    headingOf('', headings.length + more),
  )
  const all = [...headings, ...unnamed]
  return {
    name,
    headings: all,
    rows: rows.slice(1).flatMap((cells, at) => {
      const row = rowOf(cells, at + 2, all)
      return row.filled.length === 0 ? [] : [row]
    }),
    headingFor,
    problem: (code, row, column, word) => ({ code, sheet: name, row, column: headingFor(column), word }),
  }
}

/** Headings that stand twice, and what stands under no heading. */
export function headingProblems(sheet: Sheet): readonly FormProblem[] {
  const seen = new Set<string>()
  const twice = sheet.headings.flatMap(({ written, column, language }) => {
    const key = `${column}::${language}`
    const isTwice = written !== '' && seen.has(key)
    seen.add(key)
    return isTwice ? [sheet.problem('column-twice', 1, written, written)] : []
  })
  const unnamed = sheet.headings.filter(({ written }) => written === '')
  const stray = sheet.rows.flatMap((row) => {
    const heading = unnamed.find((one) => row.filled.includes(one))
    return heading === undefined ? [] : [sheet.problem('heading-missing', row.row, '', row.textAt(heading))]
  })
  return [...twice, ...stray.slice(0, 1)]
}

/** The first cell under each heading that nobody here can read; headings that begin with `#` are the author's notes, those with `$` a tool's. */
export function unknownColumns(sheet: Sheet, isKnown: (heading: Heading) => boolean): readonly FormProblem[] {
  return sheet.headings.flatMap((heading) => {
    if (heading.written === '' || /^[#$]/.test(heading.written) || isKnown(heading)) return []
    const row = sheet.rows.find(({ filled }) => filled.includes(heading))
    return row === undefined
      ? []
      : [{ ...sheet.problem('column-unknown', row.row, '', heading.written), column: heading.written }]
  })
}
