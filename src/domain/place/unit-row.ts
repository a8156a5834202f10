/**
 * Reads one row of the lists in `data/`. The lists ship inside the program, so a row that cannot be
 * read is a defect of the build, never something a person could mend: it throws.
 */
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { type AdminUnitType, adminUnitTypes } from './admin-unit.ts'

/** The columns every list shares: `["06001", "xa", "Đoàn Kết"]`. */
export interface UnitRow {
  readonly code: string
  readonly type: AdminUnitType
  readonly name: string
}

const isAdminUnitType = (text: string): text is AdminUnitType => (adminUnitTypes as readonly string[]).includes(text)

/** Reads code, type and name from the first three columns. Throws on anything else. */
export function readUnitRow(row: readonly string[]): UnitRow {
  const [code, type, name] = row
  if (!code || !type || !name || !isAdminUnitType(type)) throw new Error(`unreadable row: ${JSON.stringify(row)}`)
  return { code, type, name }
}

/** Reads an ISO date out of a list's heading. Throws where it names no day. */
export function readListDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`unreadable date: ${text}`)
  return text
}
