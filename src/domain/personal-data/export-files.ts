/**
 * A person's own data as files: JSON for machines, a page for reading, and a table per section for a spreadsheet. All of
 * it is text written by anybody, so it is text everywhere: nothing in the page is markup, and no cell is a formula (PER-4).
 */

type Cell = string | number | boolean | null

export interface PersonSection {
  readonly name: string
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

export interface PersonData {
  readonly madeMs: number
  readonly account: string
  readonly sections: readonly PersonSection[]
  readonly isCut: boolean
}

export interface PersonFile {
  readonly name: string
  readonly text: string
}

export interface FileWords {
  readonly title: string
  readonly language: string
  sectionName(name: string): string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as text in a page. */
export const htmlText = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** What a spreadsheet takes for the beginning of a formula, also behind blanks. */
const FORMULA = /^[\s\p{Cc}\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/u

/** A cell of a table: quoted where it has to be, and never a formula. A number of ours stays one. */
export function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value)
  const text = String(value ?? '')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

const columnsOf = ({ rows }: PersonSection): readonly string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))]

function csvOf(section: PersonSection): string {
  const columns = columnsOf(section)
  const lines = section.rows.map((row) => columns.map((column) => csvCell(row[column] ?? null)).join(','))
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function tableOf(section: PersonSection, heading: string): string {
  const columns = columnsOf(section)
  const cells = (row: PersonSection['rows'][number]): string =>
    columns.map((column) => `<td>${htmlText(String(row[column] ?? ''))}</td>`).join('')
  const head = columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join('')
  const body = section.rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')
  return `<h2>${htmlText(heading)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
}

function pageOf({ sections }: PersonData, { title, language, sectionName }: FileWords): string {
  const tables = sections.filter(({ rows }) => rows.length > 0).map((one) => tableOf(one, sectionName(one.name)))
  return `<!doctype html>
<html lang="${htmlText(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}</style>
</head><body><h1>${htmlText(title)}</h1>
${tables.join('\n')}
</body></html>
`
}

/** The files of a person's data. Rule PER-4. */
export function personFiles(data: PersonData, words: FileWords): readonly PersonFile[] {
  const tables = data.sections
    .filter(({ rows }) => rows.length > 0)
    .map((section) => ({ name: `${section.name.replaceAll(/[^A-Za-z0-9-]/g, '')}.csv`, text: csvOf(section) }))
  return [
    { name: 'data.json', text: `${JSON.stringify(data, null, 2)}\n` },
    { name: 'data.html', text: pageOf(data, words) },
    ...tables,
  ]
}
