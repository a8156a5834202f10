// The shape of a list of people as an office keeps it in Excel, read but not yet judged, and what can be wrong with it.
import type { Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

/** What a library hands over for one cell; a formula arrives as its last result. */
export type CellValue = string | number | boolean | Date | null

export const importColumns = ['position', 'unit', 'role', 'from', 'to', 'username'] as const
export type ImportColumn = (typeof importColumns)[number]

/** Keys below `import.error` in the namespace `administration`. */
export type CellFault =
  | 'missing'
  | 'too-long'
  | 'formula-error'
  | 'unit-unknown'
  | 'unit-ambiguous'
  | 'unit-unfit'
  | 'role-unknown'
  | 'date-nonexistent'
  | 'date-unreadable'
  | 'ends-before'
  | 'ended'
  | 'username-form'
  | 'username-twice'
  | 'username-taken'
  | 'person-exists'
  | 'unit-forbidden'
  | 'refused'

export interface CellError {
  readonly column: ImportColumn
  readonly fault: CellFault
  /** What helps to mend it: the units of that name, the other line, a day near by. */
  readonly help?: string
}

export interface ImportedPerson {
  readonly displayName: string
  readonly username: string
  readonly scope: string
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}

export interface ImportRow {
  /** As Excel counts. */
  readonly line: number
  /** What stands in each cell, a date that does not exist included. */
  readonly texts: Readonly<Record<ImportColumn, string>>
  readonly errors: readonly CellError[]
  /** Null while anything is wrong. */
  readonly person: ImportedPerson | null
}

/** Why nothing at all could be read. Keys below `import.fileFault`. */
export type FileFault = 'empty' | 'no-head' | 'too-many' | 'unreadable'

export type Reading =
  | { readonly ok: true; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly fault: FileFault; readonly help?: string }
