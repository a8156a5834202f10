/**
 * A list of places as an operator writes it, row by row: CSV out of a spreadsheet or JSON. Only taken apart here; whether
 * the rows make a tree is judged in `read-places.ts`.
 */

const columns = ['code', 'kind', 'name', 'parent'] as const
export type PlaceColumn = (typeof columns)[number]

export interface PlaceRow extends Readonly<Record<PlaceColumn, string>> {
  /** As the operator counts it: the head is row 1 of a CSV file; the first entry is 1 in JSON. */
  readonly row: number
}

const heads: Readonly<Record<string, PlaceColumn>> = {
  code: 'code',
  mã: 'code',
  kind: 'kind',
  loại: 'kind',
  name: 'name',
  tên: 'name',
  parent: 'parent',
  thuộc: 'parent',
}

const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** One cell from a position on, with the position behind it; quotes as spreadsheets write them. */
function cellAt(text: string, from: number, delimiter: string): readonly [cell: string, end: number] {
  let cell = ''
  let at = from
  let isQuoted = text[at] === '"'
  if (isQuoted) at++
  for (; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (isQuoted && sign === '"') {
      if (text[at + 1] === '"') cell += text[++at]
      else isQuoted = false
    } else if (!isQuoted && (sign === delimiter || sign === '\n')) break
    else cell += sign
  }
  return [cell, at]
}

function cellsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (let at = 0; at < text.length; at++) {
    const [cell, end] = cellAt(text, at, delimiter)
    rows.at(-1)?.push(cell)
    if (text[end] === '\n') rows.push([])
    at = end
  }
  return rows
}

/** What separates the cells of the first line. */
const delimiterOf = (text: string): string =>
  [';', '\t'].find((sign) => (text.split('\n', 1)[0] ?? '').includes(sign)) ?? ','

/** Null where the first line is no head with all the columns. */
function rowsOfCsv(text: string): readonly PlaceRow[] | null {
  const [head = [], ...lines] = cellsOf(text, delimiterOf(text))
  const at = new Map(head.map((cell, i) => [heads[tidy(cell).toLowerCase()], i]))
  if (!columns.every((column) => at.has(column))) return null
  return lines
    .map((cells, i) => {
      const cell = (column: PlaceColumn): string => tidy(cells[at.get(column) ?? -1] ?? '')
      return { row: i + 2, code: cell('code'), kind: cell('kind'), name: cell('name'), parent: cell('parent') }
    })
    .filter((row) => columns.some((column) => row[column] !== ''))
}

function rowsOfJson(text: string): readonly PlaceRow[] | null {
  const value = JSON.parse(text) as unknown
  if (!Array.isArray(value)) return null
  return value.map((entry: unknown, i) => {
    const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>
    const field = (column: PlaceColumn): string => {
      const told = fields[column]
      return typeof told === 'string' ? tidy(told) : ''
    }
    return { row: i + 1, code: field('code'), kind: field('kind'), name: field('name'), parent: field('parent') }
  })
}

/** Null where it is neither. */
export function placeRows(file: string): readonly PlaceRow[] | null {
  const text = file.replace(/^\uFEFF/, '')
  if (!/^\s*[[{]/.test(text)) return rowsOfCsv(text)
  try {
    return rowsOfJson(text)
  } catch {
    return null
  }
}
