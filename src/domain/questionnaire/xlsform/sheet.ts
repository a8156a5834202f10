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

/** What `bind::…`, `body::…` and `jr:…` say that a column of its own says today; the rest of them stays unknown. */
const BOUND: Readonly<Record<string, string>> = {
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::readonly': 'read_only',
  'bind::calculate': 'calculation',
  'bind::constraint': 'constraint',
  'bind::jr:constraintmsg': 'constraint_message',
  'bind::jr:requiredmsg': 'required_message',
  'body::appearance': 'appearance',
  'body::jr:count': 'repeat_count',
  'jr:count': 'repeat_count',
  'jr:constraintmsg': 'constraint_message',
  'jr:requiredmsg': 'required_message',
}

/** Signs without width, which come along when a word is copied from a page. */
const UNSEEN = /[\u200B\u2060\uFEFF]/g

/**
 * A word that other cells may name, as one keyboard writes `ọ` in one sign and another in two; what only a person reads
 * stays as it was written.
 */
export const asName = (text: string): string => text.normalize('NFC').replace(UNSEEN, '')

function unbound(heading: string): string {
  const [, from = '', word = heading, language = ''] = /^(?:(bind|body|control)::?)?(.+?)(::.+)?$/i.exec(heading) ?? []
  const edge = from === '' ? '' : `${from.toLowerCase().replace('control', 'body')}::`
  const column = BOUND[`${edge}${word.toLowerCase()}`]
  return column === undefined ? heading : `${column}${language}`
}

/** `A`, `B` … `AA`: what a spreadsheet calls a column that has no heading. */
export const columnLetters = (at: number): string =>
  `${at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : ''}${String.fromCharCode(65 + (at % 26))}`

function headingOf(cell: SheetCell, at: number): Heading {
  const written = asName(cellText(cell))
  const read = unbound(written)
  const [first = '', ...rest] = read.includes('::') ? read.split('::') : read.split(':')
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
  /** How a column, `label` or `label::English`, is called in this sheet. */
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
      return heading === undefined ? '' : asName(textAt(heading))
    },
    texts: (column) =>
      Object.fromEntries(filled.filter((one) => one.column === column).map((one) => [one.language, textAt(one)])),
  }
}

/** Columns without a heading in which something stands: a sheet can be 16,384 columns wide with nothing in most. */
function strayColumns(rows: SheetRows, named: ReadonlySet<number>): readonly number[] {
  const stray = new Set<number>()
  for (const cells of rows) {
    cells.forEach((cell, at) => {
      if (cell !== null && cell !== undefined && !named.has(at) && cellText(cell) !== '') stray.add(at)
    })
  }
  return [...stray]
}

/** Reads a sheet; one without any row is one without headings. */
export function readSheet(name: string, rows: SheetRows): Sheet {
  const headings = (rows[0] ?? []).map(headingOf).filter(({ written }) => written !== '')
  const headingFor = (column: string) =>
    (
      headings.find((one) => `${one.column}::${one.language}` === column) ??
      headings.find((one) => one.column === column)
    )?.written ?? column
  const unnamed = strayColumns(rows.slice(1), new Set(headings.map(({ at }) => at))).map((at) => headingOf('', at))
  const all = [...headings, ...unnamed].sort((one, other) => one.at - other.at)
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

/** A sheet full of remarks at its side need not be told of cell by cell. */
const MOST_STRAY = 20

/** Headings that stand twice, and what stands under no heading. */
export function headingProblems(sheet: Sheet): readonly FormProblem[] {
  const seen = new Set<string>()
  const twice = sheet.headings.flatMap(({ written, column, language }) => {
    const key = `${column}::${language}`
    const isTwice = written !== '' && seen.has(key)
    seen.add(key)
    return isTwice ? [sheet.problem('column-twice', 1, written, written)] : []
  })
  const unnamed = sheet.headings.filter(({ written }) => written === '').slice(0, MOST_STRAY)
  const stray = unnamed.flatMap((heading) => {
    const row = sheet.rows.find(({ filled }) => filled.includes(heading))
    if (row === undefined) return []
    return [
      { ...sheet.problem('heading-missing', row.row, '', row.textAt(heading)), column: columnLetters(heading.at) },
    ]
  })
  return [...twice, ...stray]
}

export const isYes = (text: string): boolean => /^(yes|true|true\(\))$/i.test(text)

/** What is neither yes nor no nor empty: read as no, something the author asked for would be dropped. Rule FRM-41. */
export const isNoYesNo = (text: string): boolean => text !== '' && !isYes(text) && !/^(no|false|false\(\))$/i.test(text)

/** Columns of XLSForm that this engine does not take: an author is not told that they mean nothing. */
const OF_XLSFORM =
  /^(media|image|big[-_]image|audio|video|autoplay|trigger|bind|body|control|instance|intent|save_to|public_key|submission_url|namespaces)(::?|$)/i

/** The first cell under each heading that nobody here can read; headings that begin with `#` are the author's notes, those with `$` a tool's. */
export function unknownColumns(sheet: Sheet, isKnown: (heading: Heading) => boolean): readonly FormProblem[] {
  return sheet.headings.flatMap((heading) => {
    if (heading.written === '' || /^[#$]/.test(heading.written) || isKnown(heading)) return []
    const row = sheet.rows.find(({ filled }) => filled.includes(heading))
    const code = OF_XLSFORM.test(heading.written) ? 'not-supported' : 'column-unknown'
    return row === undefined ? [] : [{ ...sheet.problem(code, row.row, '', heading.written), column: heading.written }]
  })
}
