/**
 * How far the cells of a worksheet reach, asked of its bytes before the library reads it: the library fills every place
 * up to the farthest cell, so that one stray character in the last corner of a sheet (XFD1048576) costs 17 billion places.
 */

export interface FarCell {
  /** Counted from 1. */
  readonly row: number
  /** Counted from 1. */
  readonly column: number
}

/** A cell that shows `#REF!` or the like. */
export interface BrokenCell extends FarCell {
  readonly shows: string
}

/** The last row and the last column in which something stands, and the cells whose formula went wrong. */
export interface Extent extends FarCell {
  readonly errors: readonly BrokenCell[]
}

const [SPACE, QUOTE, APOSTROPHE, SLASH, OPENS] = [0x20, 0x22, 0x27, 0x2f, 0x3c]
const [EQUALS, CLOSES, LETTER_R] = [0x3d, 0x3e, 0x72]

/** Letters and digits of an address that begins at `at`, or null where there is none. */
function addressAt(xml: Uint8Array, at: number): (FarCell & { readonly end: number }) | null {
  let [column, row, end] = [0, 0, at]
  for (let byte = xml[end] ?? 0; byte >= 0x41 && byte <= 0x5a; byte = xml[++end] ?? 0)
    column = column * 26 + byte - 0x40
  for (let byte = xml[end] ?? 0; byte >= 0x30 && byte <= 0x39; byte = xml[++end] ?? 0) row = row * 10 + byte - 0x30
  return column > 0 && row > 0 ? { column, row, end } : null
}

/** Some bytes as text, up to a sign: what stands there is short. */
function textUntil(xml: Uint8Array, from: number, sign: number): string {
  const end = xml.indexOf(sign, from)
  return end === -1 ? '' : String.fromCharCode(...xml.subarray(from, Math.min(end, from + 200)))
}

/** What the formula of a cell came to; it stands in the first `<v>` behind its tag. */
function shownBy(xml: Uint8Array, from: number): string {
  for (let at = xml.indexOf(OPENS, from); at !== -1; at = xml.indexOf(OPENS, at + 1)) {
    const tag = textUntil(xml, at + 1, CLOSES)
    if (/^(\w+:)?v$/.test(tag)) return textUntil(xml, at + tag.length + 2, OPENS)
    if (/^\/(\w+:)?c$/.test(tag)) return ''
  }
  return ''
}

/** Where something stands in a worksheet; only cells have an `r` that begins with letters. */
export function extentOf(xml: Uint8Array): Extent {
  let [row, column] = [0, 0]
  const errors: BrokenCell[] = []
  for (let at = xml.indexOf(EQUALS); at > 0; at = xml.indexOf(EQUALS, at + 1)) {
    const isAddress = xml[at - 1] === LETTER_R && xml[at - 2] === SPACE
    if (!isAddress || (xml[at + 1] !== QUOTE && xml[at + 1] !== APOSTROPHE)) continue
    const cell = addressAt(xml, at + 2)
    if (cell === null) continue
    // A cell that only has a look, `<c r="B2" s="1"/>`, takes no place.
    if (xml[xml.indexOf(CLOSES, cell.end) - 1] === SLASH) continue
    row = Math.max(row, cell.row)
    column = Math.max(column, cell.column)
    if (/ t=["']e["']/.test(textUntil(xml, cell.end, CLOSES))) {
      const shows = shownBy(xml, cell.end)
      if (shows !== '') errors.push({ row: cell.row, column: cell.column, shows })
    }
  }
  return { row, column, errors }
}
