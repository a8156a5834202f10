// A day in a cell: one that Excel keeps as a date, or one that was typed. What no calendar has keeps its text.
import {
  formatLocalDate,
  isLocalDate,
  type LocalDate,
  nearestExistingDay,
  parseWrittenDate,
} from '#domain/kernel/local-date.ts'
import type { CellFault, CellValue } from './import-row.ts'

export type DayReading =
  | { readonly date: LocalDate | null }
  | { readonly fault: Extract<CellFault, 'date-nonexistent' | 'date-unreadable'>; readonly help?: string }

/** Excel's days have no zone: the library gives midnight UTC. */
const isoDay = (value: Date): LocalDate => value.toISOString().slice(0, 10) as LocalDate

/** What stands in the cell, as its reader would write it. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : formatLocalDate(isoDay(value))
  return String(value).replace(/\s+/g, ' ').trim()
}

export function readDay(value: CellValue | undefined): DayReading {
  const text = cellText(value)
  if (text === '') return { date: null }
  if (value instanceof Date) return { date: isoDay(value) }
  if (isLocalDate(text)) return { date: text }
  const parsed = parseWrittenDate(text)
  if (parsed.ok) return { date: parsed.value }
  const near = nearestExistingDay(text)
  const fault = parsed.error === 'date.nonexistent' ? 'date-nonexistent' : 'date-unreadable'
  return near === null ? { fault } : { fault, help: formatLocalDate(near) }
}
