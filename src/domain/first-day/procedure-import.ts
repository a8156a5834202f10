/** A list of procedures out of a workbook (DAY-14). What is in the register already is not taken in a second time. */
import { searchKey } from '#domain/kernel/search-key.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { type Line, type ListReading, type ListShape, readList } from './list-import.ts'
import {
  isSameProcedure,
  LONGEST_NAME,
  LONGEST_WORD,
  MOST_DAYS,
  newProcedure,
  type Procedure,
  wordKey,
} from './procedure.ts'

export const procedureColumns = ['code', 'name', 'field', 'days', 'document', 'scope'] as const
export type ProcedureColumn = (typeof procedureColumns)[number]

export const procedureShape: ListShape<ProcedureColumn> = {
  headings: {
    code: ['ma', 'ma tthc', 'ma thu tuc', 'ma so', 'code', 'procedure code'],
    name: ['ten', 'ten tthc', 'ten thu tuc', 'ten thu tuc hanh chinh', 'thu tuc hanh chinh', 'name', 'procedure'],
    field: ['linh vuc', 'nhom thu tuc', 'field', 'field of work'],
    days: [
      'thoi han',
      'so ngay',
      'thoi han giai quyet',
      'thoi gian giai quyet',
      'so ngay lam viec',
      'days',
      'time limit',
      'working days',
    ],
    document: ['ma tai lieu', 'ma quy trinh', 'quy trinh', 'tai lieu', 'document', 'document code'],
    scope: ['trong pham vi', 'pham vi', 'ap dung iso', 'ap dung', 'in scope', 'scope'],
  },
  needed: ['name'],
}

const YES = ['co', 'x', 'trong', 'trong pham vi', 'ap dung', 'yes', 'true', '1', 'dung']
const NO = ['khong', 'ngoai', 'ngoai pham vi', 'khong ap dung', 'no', 'false', '0', 'sai']

type ProcedureLine = Line<ProcedureColumn>

/** "05 ngày làm việc" is 5; "trong ngày" is 1; hours and halves are no whole days and are told. */
function readDays({ text, note }: ProcedureLine): number | null {
  const words = searchKey(text('days'))
  if (words === '') return null
  if (/^(ngay )?trong ngay( lam viec)?$|^(within )?the same day$/.test(words)) return 1
  const [, number] = /^(\d{1,3})(?: (?:ngay|ngay lam viec|days?|working days?))?\.?$/.exec(words) ?? []
  if (number !== undefined && Number(number) <= MOST_DAYS) return Number(number)
  note('days', 'days-unreadable', text('days'))
  return null
}

/** An empty cell means in scope: that is what the register is for. */
function readScope({ text, note }: ProcedureLine): boolean {
  const words = searchKey(text('scope'))
  if (words === '' || YES.includes(words)) return true
  if (!NO.includes(words)) note('scope', 'choice-unreadable', text('scope'))
  return false
}

function readWords({ text, note }: ProcedureLine): Pick<Procedure, 'code' | 'name' | 'field' | 'document'> {
  const name = text('name')
  if (name === '') note('name', 'missing')
  if (Array.from(name).length > LONGEST_NAME) note('name', 'too-long', String(LONGEST_NAME))
  for (const column of ['code', 'field', 'document'] as const)
    if (Array.from(text(column)).length > LONGEST_WORD) note(column, 'too-long', String(LONGEST_WORD))
  return { code: text('code'), name, field: text('field'), document: text('document') }
}

type Named = Pick<Procedure, 'code' | 'name' | 'field'>

/** Entries met so far, with the line they stood in; 0 for those of the register. */
class Met {
  readonly #byCode = new Map<string, number>()
  readonly #byWords = new Map<string, (Named & { readonly line: number })[]>()

  add(one: Named, line: number): void {
    if (one.code !== '') this.#byCode.set(searchKey(one.code), line)
    const same = this.#byWords.get(wordKey(one))
    if (same) same.push({ ...one, line })
    else this.#byWords.set(wordKey(one), [{ ...one, line }])
  }

  lineOf(one: Named): number | undefined {
    const byCode = one.code === '' ? undefined : this.#byCode.get(searchKey(one.code))
    return byCode ?? this.#byWords.get(wordKey(one))?.find((other) => isSameProcedure(one, other))?.line
  }
}

/** Rule DAY-14. `register` is what the commune has already. */
export function readProcedures(
  workbook: Workbook,
  register: readonly Procedure[],
): ListReading<ProcedureColumn, Procedure> {
  const met = new Met()
  for (const one of register) met.add(one, 0)
  return readList(workbook, procedureShape, (line) => {
    const read = { ...newProcedure, ...readWords(line), days: readDays(line), isInScope: readScope(line) }
    if (read.name === '') return null
    const first = met.lineOf(read)
    const column = read.code === '' ? 'name' : 'code'
    if (first === 0) line.note(column, 'known')
    else if (first !== undefined) line.note(column, 'twice', String(first))
    else met.add(read, line.line)
    return read
  })
}
