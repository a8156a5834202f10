// One line of the list against what is known: its cells read, and every mistake told at its cell. Pure: the same line
// gives the same answer on every device.
import { cellWords, readDay } from '#domain/first-day/list-import.ts'
import { isRole, type Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { fitsRole, placeLabel } from '#features/administration/role-places.ts'
import { findUnits, type UnitIndex } from './find-unit.ts'
import { type CellError, type CellValue, type ImportColumn, importColumns, type ImportedPerson } from './import-row.ts'
import type { SheetHead } from './sheet-head.ts'

export interface Judging {
  readonly units: UnitIndex
  readonly readRole: (text: string) => Role | undefined
  readonly today: LocalDate
}

/** A line read; its sign-in name is settled among all of them afterwards. */
export interface JudgedRow {
  readonly line: number
  readonly texts: Readonly<Record<ImportColumn, string>>
  readonly errors: readonly CellError[]
  readonly person: Omit<ImportedPerson, 'username'> | null
}

const LONGEST_POSITION = 120
const EXCEL_ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!)$/
const MOST_NAMED = 3

type Note = (column: ImportColumn, fault: CellError['fault'], help?: string) => void

function noteMissing(texts: JudgedRow['texts'], note: Note): void {
  for (const column of ['position', 'unit', 'role'] as const) if (texts[column] === '') note(column, 'missing')
  if (texts.position.length > LONGEST_POSITION) note('position', 'too-long', String(LONGEST_POSITION))
  for (const column of importColumns) if (EXCEL_ERROR.test(texts[column])) note(column, 'formula-error')
}

/** A bare name may be a commune's and its area's: the role says which is meant. */
function judgeUnit(text: string, role: Role | undefined, { units, today }: Judging, note: Note): Place | undefined {
  if (text === '' || EXCEL_ERROR.test(text)) return undefined
  const open = findUnits(units, text).filter(({ until }) => until === undefined || until >= today)
  const fitting = role === undefined ? open : open.filter(({ kind }) => fitsRole(role, kind))
  const [only, second] = fitting
  if (only && !second) return only
  const named = fitting.length > 0 ? fitting : open
  const help = named
    .slice(0, MOST_NAMED)
    .map((place) => placeLabel(place, units.byId))
    .join('; ')
  if (open.length === 0) note('unit', 'unit-unknown')
  else note('unit', fitting.length === 0 ? 'unit-unfit' : 'unit-ambiguous', help)
  return undefined
}

function judgeRole(text: string, { readRole }: Judging, note: Note): Role | undefined {
  const role = text === '' || EXCEL_ERROR.test(text) ? undefined : readRole(text)
  if (role === undefined && text !== '' && !EXCEL_ERROR.test(text)) note('role', 'role-unknown')
  return role !== undefined && isRole(role) ? role : undefined
}

function judgeDay(column: 'from' | 'to', value: CellValue | undefined, note: Note): LocalDate | null {
  if (EXCEL_ERROR.test(cellWords(value))) return null
  const reading = readDay(value)
  if ('date' in reading) return reading.date
  note(column, reading.fault, reading.help)
  return null
}

function judgeTerm(cell: (column: ImportColumn) => CellValue | undefined, { today }: Judging, note: Note) {
  const from = judgeDay('from', cell('from'), note) ?? today
  const to = judgeDay('to', cell('to'), note)
  if (to !== null && to < from) note('to', 'ends-before')
  else if (to !== null && to < today) note('to', 'ended')
  return { from, to }
}

export function judgeRow(
  row: readonly CellValue[],
  line: number,
  { columnOf }: Pick<SheetHead, 'columnOf'>,
  judging: Judging,
): JudgedRow {
  const errors: CellError[] = []
  const note: Note = (column, fault, help) => void errors.push({ column, fault, ...(help !== undefined && { help }) })
  const cell = (column: ImportColumn): CellValue | undefined => row[columnOf.get(column) ?? -1]
  const textOf = (column: ImportColumn): string => cellWords(cell(column))
  const texts = Object.fromEntries(importColumns.map((column) => [column, textOf(column)])) as JudgedRow['texts']
  noteMissing(texts, note)
  const role = judgeRole(texts.role, judging, note)
  const unit = judgeUnit(texts.unit, role, judging, note)
  const term = judgeTerm(cell, judging, note)
  const isWhole = errors.length === 0 && role !== undefined && unit !== undefined
  return {
    line,
    texts,
    errors,
    person: isWhole ? { displayName: texts.position, scope: unit.id, role, ...term } : null,
  }
}
