/**
 * A list out of somebody's workbook, read line by line against what is known. Offices put titles above their tables, move
 * columns and write headings with or without tone marks; every mistake is told at its line and column, and nothing of
 * what is read is kept before a person has looked at it (DAY-10 to DAY-13).
 */
import {
  formatLocalDate,
  isLocalDate,
  type LocalDate,
  nearestExistingDay,
  parseWrittenDate,
} from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import type { SheetCell, SheetRows, Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

/** What can be wrong with one cell; `help` in the error says what it was, or what would be right. */
type CellFault =
  | 'missing'
  | 'too-long'
  | 'formula-error'
  | 'days-unreadable'
  | 'choice-unreadable'
  | 'twice'
  | 'known'
  | 'stage-unknown'
  | 'not-yours'
  | 'already-declared'
  | 'open-major'
  | 'proof-missing'
  | 'date-nonexistent'
  | 'date-unreadable'
  | 'date-ahead'
  | 'ends-before'

export interface CellError<Column extends string> {
  readonly column: Column
  readonly fault: CellFault
  readonly help: string
}

export interface ImportedLine<Column extends string, Value> {
  /** As the program that wrote the sheet counts. */
  readonly line: number
  readonly texts: Readonly<Record<Column, string>>
  readonly errors: readonly CellError<Column>[]
  /** Null while anything is wrong. */
  readonly value: Value | null
}

/** Why nothing at all could be read. */
export type ListFault = 'empty' | 'no-head' | 'too-many'

export type ListReading<Column extends string, Value> =
  | { readonly ok: true; readonly lines: readonly ImportedLine<Column, Value>[]; readonly leftAside: number }
  | { readonly ok: false; readonly fault: ListFault }

export interface ListShape<Column extends string> {
  /** How a heading may be written, folded: without tone marks, in small letters. */
  readonly headings: Readonly<Record<Column, readonly string[]>>
  readonly needed: readonly Column[]
}

/** No commune handles more procedures; a longer list is another one. */
export const MOST_LINES = 2000
const LATEST_HEAD = 20

/** Excel's days have no zone: a reader gives midnight UTC. */
const isoDay = (value: Date): LocalDate => value.toISOString().slice(0, 10) as LocalDate

/** What stands in a cell, as its reader would write it. */
export function cellWords(cell: SheetCell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : formatLocalDate(isoDay(cell))
  return String(cell).replace(/\s+/g, ' ').trim()
}

export type DayReading =
  | { readonly date: LocalDate | null }
  | { readonly fault: 'date-nonexistent' | 'date-unreadable'; readonly help?: string }

/** A day a program keeps as a date, or one that was typed. What no calendar has keeps its text. Rule DAY-12. */
export function readDay(cell: SheetCell): DayReading {
  const text = cellWords(cell)
  if (text === '') return { date: null }
  if (cell instanceof Date) return { date: isoDay(cell) }
  if (isLocalDate(text)) return { date: text }
  const parsed = parseWrittenDate(text)
  if (parsed.ok) return { date: parsed.value }
  const near = nearestExistingDay(text)
  const fault = parsed.error === 'date.nonexistent' ? 'date-nonexistent' : 'date-unreadable'
  return near === null ? { fault } : { fault, help: formatLocalDate(near) }
}

/** `Từ ngày *` and `Tên thủ tục (bắt buộc)` are the same headings as without. */
const plainHeading = (cell: SheetCell): string => searchKey(cellWords(cell).replace(/\(.*?\)|\*/g, ''))

type Columns<Column extends string> = ReadonlyMap<Column, number>

function columnsOf<Column extends string>(row: readonly SheetCell[], { headings }: ListShape<Column>): Columns<Column> {
  const written = row.map(plainHeading)
  return new Map(
    (Object.keys(headings) as Column[]).flatMap((column) => {
      const at = written.findIndex((heading) => headings[column].includes(heading))
      return at === -1 ? [] : [[column, at] as const]
    }),
  )
}

interface Head<Column extends string> {
  readonly at: number
  readonly columns: Columns<Column>
}

function findHead<Column extends string>(rows: SheetRows, shape: ListShape<Column>): Head<Column> | undefined {
  for (const [at, row] of rows.slice(0, LATEST_HEAD).entries()) {
    const columns = columnsOf(row, shape)
    if (shape.needed.every((column) => columns.has(column))) return { at, columns }
  }
  return undefined
}

const isBlank = (row: readonly SheetCell[]): boolean => row.every((cell) => cellWords(cell) === '')

/** One line as it is judged: its cells, and where to tell what is wrong. */
export interface Line<Column extends string> {
  readonly line: number
  cell(column: Column): SheetCell
  text(column: Column): string
  note(column: Column, fault: CellFault, help?: string): void
}

const EXCEL_ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!)$/

/** `judge` gives the value of a line, `undefined` for one that says nothing and is left aside. */
export function readList<Column extends string, Value>(
  workbook: Workbook,
  shape: ListShape<Column>,
  judge: (line: Line<Column>) => Value | null | undefined,
): ListReading<Column, Value> {
  const sheets = Object.values(workbook)
  if (sheets.every((rows) => rows.every(isBlank))) return { ok: false, fault: 'empty' }
  const found = sheets.flatMap((rows) => {
    const head = findHead(rows, shape)
    return head ? [{ rows, head }] : []
  })[0]
  if (!found) return { ok: false, fault: 'no-head' }
  const filled = [...found.rows.entries()].filter(([at, row]) => at > found.head.at && !isBlank(row))
  if (filled.length === 0) return { ok: false, fault: 'empty' }
  if (filled.length > MOST_LINES) return { ok: false, fault: 'too-many' }
  const judged = filled.map(([at, row]) => judgeLine(row, at + 1, found.head.columns, shape, judge))
  const lines = judged.flatMap((line) => line ?? [])
  return { ok: true, lines, leftAside: judged.length - lines.length }
}

function judgeLine<Column extends string, Value>(
  row: readonly SheetCell[],
  line: number,
  columns: Columns<Column>,
  { headings }: ListShape<Column>,
  judge: (line: Line<Column>) => Value | null | undefined,
): ImportedLine<Column, Value> | undefined {
  const errors: CellError<Column>[] = []
  const cell = (column: Column): SheetCell => row[columns.get(column) ?? -1]
  const text = (column: Column): string => cellWords(cell(column))
  const note = (column: Column, fault: CellFault, help = ''): void => void errors.push({ column, fault, help })
  const all = Object.keys(headings) as Column[]
  for (const column of all) if (EXCEL_ERROR.test(text(column))) note(column, 'formula-error', text(column))
  const value = judge({ line, cell, text, note })
  if (value === undefined && errors.length === 0) return undefined
  const texts = Object.fromEntries(all.map((column) => [column, text(column)])) as Record<Column, string>
  return { line, texts, errors, value: errors.length === 0 ? (value ?? null) : null }
}
