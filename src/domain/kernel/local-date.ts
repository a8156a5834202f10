/**
 * Calendar dates as offices write them. A date that does not exist (31/11/2013 stands in a real
 * plan) is neither moved to the next day nor thrown away: its text is kept and a person decides.
 */
import { err, ok, type Result } from './result.ts'

/** A calendar day in ISO 8601 form, `2026-11-21`. No time zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

/** A date as it was typed, and the day it names, or null while it names none. */
export interface WrittenDate {
  readonly text: string
  readonly date: LocalDate | null
}

export type LocalDateProblem = 'date.unreadable' | 'date.nonexistent'

const DAY_MS = 86_400_000
const WRITTEN = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/

export function localDateOf(year: number, month: number, day: number): Result<LocalDate, LocalDateProblem> {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? ok(date.toISOString().slice(0, 10) as LocalDate) : err('date.nonexistent')
}

/** Reads `dd/mm/yyyy` (also with dots or hyphens), checked by round trip. Rule KERNEL-1. */
export function parseWrittenDate(text: string): Result<LocalDate, LocalDateProblem> {
  const match = WRITTEN.exec(text)
  if (!match) return err('date.unreadable')
  return localDateOf(Number(match[3]), Number(match[2]), Number(match[1]))
}

/**
 * A day near a written date that no calendar has: the last day of that month (31/11), or day and month the other way
 * round (11/21). Null for a day that exists, for what is no date, and where nothing near is a day. Rule KERNEL-4.
 */
export function nearestExistingDay(text: string): LocalDate | null {
  const [, day = 0, month = 0, year = 0] = (WRITTEN.exec(text) ?? []).map(Number)
  if (day < 1 || localDateOf(year, month, day).ok) return null
  const first = localDateOf(year, month, 1)
  if (first.ok) return day > 31 ? null : addDays(addMonths(first.value, 1), -1)
  const swapped = localDateOf(year, day, month)
  return swapped.ok ? swapped.value : null
}

/** Keeps the text as written whether or not it names a day. Rule KERNEL-2. */
export function writtenDate(text: string): WrittenDate {
  const parsed = parseWrittenDate(text)
  return { text, date: parsed.ok ? parsed.value : null }
}

export function isLocalDate(text: string): text is LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && localDateOf(Number(match[1]), Number(match[2]), Number(match[3])).ok
}

/** `21/11/2026`, as Vietnamese offices write it on screens and tables. */
export function formatLocalDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** The day at a moment, in a zone that lies `offsetMinutes` east of UTC. Vietnam is 420. */
export function localDateAt(ms: number, offsetMinutes: number): LocalDate {
  return new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 10) as LocalDate
}

/** Minutes east of UTC in Vietnam, all year. */
export const VIETNAM_OFFSET_MINUTES = 420

function utc(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate
}

/** The same day of a later month; the last day of that month where it has no such day (31/01 + 1 = 28/02). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const at = new Date(utc(date))
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(at.getUTCDate(), last))
  return first.toISOString().slice(0, 10) as LocalDate
}

/** 0 = Sunday … 6 = Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay()
}
