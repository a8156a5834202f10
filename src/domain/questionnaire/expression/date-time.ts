/**
 * Dates and times as OpenRosa writes them (`2026-11-21`, `2026-11-21T08:30:00.000+07:00`), reckoned in an offset
 * that is handed in, because the domain reads no machine's zone. A day begins at local midnight, so the number of a
 * date is days since 1970-01-01 UTC less the offset: what ODK Collect and Web Forms count too.
 */
import { localDateOf } from '#domain/kernel/local-date.ts'

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[-+]\d{2}:\d{2})?)?$/

interface DateTimeParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** 0 = Sunday. */
  readonly weekday: number
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

function offsetOf(written: string | undefined, local: number): number | null {
  if (written === undefined) return local
  if (written === 'Z') return 0
  const [hours = 0, minutes = 0] = written.slice(1).split(':').map(Number)
  if (hours > 14 || minutes > 59) return null
  return (written.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** Milliseconds since 1970 of a written date or moment, or null when it is none or no calendar has it. */
export function msOfDateText(text: string, offsetMinutes: number): number | null {
  const match = DATE_TIME.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const offset = offsetOf(match[8], offsetMinutes)
  if (offset === null || hour > 23 || minute > 59 || second > 59 || !localDateOf(year, month, day).ok) return null
  const ms = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * MINUTE_MS
}

export function daysOfDateText(text: string, offsetMinutes: number): number | null {
  const ms = msOfDateText(text, offsetMinutes)
  return ms === null ? null : ms / DAY_MS
}

function partsOfMs(ms: number, offsetMinutes: number): DateTimeParts {
  const at = new Date(ms + offsetMinutes * MINUTE_MS)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
    weekday: at.getUTCDay(),
  }
}

const offsetText = (offsetMinutes: number): string => {
  const size = Math.abs(offsetMinutes)
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** `2026-11-21T08:30:00.000+07:00`. */
export function dateTimeText(ms: number, offsetMinutes: number): string {
  const { year, month, day, hour, minute, second, millisecond } = partsOfMs(ms, offsetMinutes)
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}.${pad(millisecond, 3)}`
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${time}${offsetText(offsetMinutes)}`
}

/** A moment as text: the day alone when it is local midnight. */
export const momentText = (ms: number, offsetMinutes: number): string =>
  dateTimeText(ms, offsetMinutes).replace(/T00:00:00\.000.*$/, '')

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

type Formatters = Readonly<Record<string, (parts: DateTimeParts) => string>>

const dateFormatters: Formatters = {
  '%Y': ({ year }) => pad(year, 4),
  '%y': ({ year }) => pad(year, 4).slice(2),
  '%m': ({ month }) => pad(month),
  '%n': ({ month }) => String(month),
  '%b': ({ month }) => MONTHS[month - 1] ?? '',
  '%d': ({ day }) => pad(day),
  '%e': ({ day }) => String(day),
  '%a': ({ weekday }) => DAYS[weekday] ?? '',
}

const timeFormatters: Formatters = {
  '%H': ({ hour }) => pad(hour),
  '%h': ({ hour }) => String(hour),
  '%M': ({ minute }) => pad(minute),
  '%S': ({ second }) => pad(second),
  '%3': ({ millisecond }) => pad(millisecond, 3),
}

/** Writes a moment by a pattern such as `%d/%m/%Y`; what is no pattern stays as it is. */
export function formatMoment(ms: number, pattern: string, offsetMinutes: number, withTime: boolean): string {
  const parts = partsOfMs(ms, offsetMinutes)
  const formatters = withTime ? { ...dateFormatters, ...timeFormatters } : dateFormatters
  return pattern.replace(/%[A-Za-z3]/g, (key) => formatters[key]?.(parts) ?? key)
}
