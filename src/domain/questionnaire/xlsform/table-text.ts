/**
 * Tables beside a form as comma-separated text, and back. A spreadsheet set to Vietnamese parts its cells by semicolons,
 * because the comma is its decimal sign; so the first line decides what parts the cells.
 */
import { cellText, type SheetRows } from './sheet.ts'

const PARTERS = [',', ';', '\t'] as const

function parterOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const head = (end === -1 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '')
  const counted = PARTERS.map((parter) => [parter, head.split(parter).length] as const)
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

class TableReader {
  readonly rows: string[][] = []
  readonly #text: string
  readonly #parter: string
  #row: string[] = []
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#parter = parterOf(text)
  }

  read(): readonly string[][] {
    while (this.#at < this.#text.length) this.#cell()
    if (this.#row.length > 0) this.#endRow()
    return this.rows
  }

  #endRow(): void {
    if (this.#row.some((cell) => cell !== '')) this.rows.push(this.#row)
    this.#row = []
  }

  #cell(): void {
    this.#row.push(this.#text[this.#at] === '"' ? this.#quoted() : this.#plain())
    const parter = this.#text[this.#at]
    if (parter === this.#parter) {
      this.#at += 1
      if (this.#at === this.#text.length) this.#row.push('')
      return
    }
    if (parter === '\r' && this.#text[this.#at + 1] === '\n') this.#at += 1
    this.#at += 1
    this.#endRow()
  }

  #plain(): string {
    const from = this.#at
    while (this.#at < this.#text.length && !this.#isEnd()) this.#at += 1
    return this.#text.slice(from, this.#at)
  }

  #isEnd(): boolean {
    const sign = this.#text[this.#at]
    return sign === this.#parter || sign === '\n' || sign === '\r'
  }

  /** Two quotes are one; whatever stands behind the closing one until the cell ends belongs to it. */
  #quoted(): string {
    let cell = ''
    for (;;) {
      const end = this.#text.indexOf('"', this.#at + 1)
      cell += this.#text.slice(this.#at + 1, end === -1 ? undefined : end)
      this.#at = end === -1 ? this.#text.length : end + 1
      if (this.#text[this.#at] !== '"') return cell + this.#plain()
      cell += '"'
    }
  }
}

/** Rows of a table; rows without anything in them are left out. Rule LIB-10. */
export const readTable = (text: string): SheetRows => new TableReader(text.replace(/^\uFEFF/, '')).read()

const writtenCell = (text: string): string =>
  /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text

/** With the mark by which a spreadsheet knows UTF-8. */
export const writeTable = (rows: SheetRows): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => writtenCell(cellText(cell))).join(',')).join('\r\n')}\r\n`
