// The two files the import gives out: an empty list to fill in, and the codes of those who were added.
import { roles } from '#domain/access/role.ts'
import { type ExcelSheet, writeSheets } from './excel-files.ts'
import { importColumns } from './import-row.ts'
import type { MadePerson } from './send-people.ts'

type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Long enough for the slowest download to have begun. */
const KEPT_MS = 60_000

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: MIME }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

export function templateSheets(t: Translate): readonly ExcelSheet[] {
  const head = importColumns.map((column) => t(`import.column.${column}`))
  const example = importColumns.map((column) => t(`import.example.${column}`))
  return [
    { name: t('import.sheet'), head, rows: [], widths: [36, 32, 26, 14, 14, 22] },
    {
      name: t('import.guide'),
      head: [t('import.column.role'), t('import.exampleHead')],
      rows: [
        ...roles.map((role, at) => [t(`common:role.${role}`), example[at] ?? '']),
        ...[1, 2, 3].map((line) => ['', t(`import.rule.${line}`)]),
      ],
      widths: [30, 70],
    },
  ]
}

export const saveTemplate = async (t: Translate): Promise<void> =>
  download(t('import.templateName'), await writeSheets(templateSheets(t)))

export function codeSheet(
  made: readonly MadePerson[],
  t: Translate,
  placeOf: (scope: string) => string,
  untilOf: (ms: number) => string,
): ExcelSheet {
  return {
    name: t('import.codes'),
    head: ['position', 'unit', 'role', 'username', 'code', 'address', 'until'].map((key) => t(`import.column.${key}`)),
    rows: made.map(({ person, issued }) => [
      person.displayName,
      placeOf(person.scope),
      t(`common:role.${person.role}`),
      person.username,
      issued?.code ?? t('import.hasPassword'),
      issued ? `${window.location.origin}${issued.path}` : '',
      issued ? untilOf(issued.expiresMs) : '',
    ]),
    widths: [36, 30, 26, 22, 24, 50, 20],
  }
}

export const saveCodes = async (t: Translate, sheet: ExcelSheet): Promise<void> =>
  download(t('import.codesName'), await writeSheets([sheet]))
