/** Functions over dates and times. Today and now come from the scope's clock, never from the machine. */
import { fn, type FunctionTable } from './function-table.ts'
import type { Call } from './evaluate.ts'
import { DAY_MS, formatMoment, momentText, msOfDateText } from './date-time.ts'
import { asText, Moment, type Value } from './value.ts'

const momentOf = (ms: number, offset: number) => new Moment(ms / DAY_MS, momentText(ms, offset))

function today({ scope }: Call): Moment {
  const offsetMs = scope.offsetMinutes * 60_000
  const midnight = Math.floor((scope.nowMs() + offsetMs) / DAY_MS) * DAY_MS - offsetMs
  return momentOf(midnight, scope.offsetMinutes)
}

/** Months and days of one digit are read too: `2026-1-5`. */
const padded = (text: string) =>
  text.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})(?=T|$)/, (_, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )

/** Milliseconds of a date given as text, as a number of days or as a moment; null for anything else. */
function msOf(value: Value, offset: number): number | null {
  if (typeof value === 'boolean') return null
  if (typeof value === 'number') return Number.isNaN(value) ? null : Math.round(value * DAY_MS)
  if (value instanceof Moment) return Number.isNaN(value.days) ? null : Math.round(value.days * DAY_MS)
  return msOfDateText(padded(asText(value)), offset)
}

function date(call: Call): Value {
  const ms = msOf(call.value(0), call.scope.offsetMinutes)
  return ms === null ? '' : momentOf(ms, call.scope.offsetMinutes)
}

function decimalDateTime(call: Call): number {
  const ms = msOf(call.value(0), call.scope.offsetMinutes)
  return ms === null ? Number.NaN : ms / DAY_MS
}

/** The share of the day that has passed at a time. */
function decimalTime(call: Call): number {
  const text = call.text(0)
  const { offsetMinutes } = call.scope
  const ms = /^\d{2}:\d{2}/.test(text) ? msOfDateText(`1970-01-01T${text}`, offsetMinutes) : null
  if (ms === null) return Number.NaN
  const sinceMidnight = (ms + offsetMinutes * 60_000) % DAY_MS
  return ((sinceMidnight + DAY_MS) % DAY_MS) / DAY_MS
}

const format = (withTime: boolean) => (call: Call) => {
  const { offsetMinutes } = call.scope
  const ms = msOf(call.value(0), offsetMinutes)
  return ms === null ? '' : formatMoment(ms, call.text(1), offsetMinutes, withTime)
}

export const momentFunctions: FunctionTable = {
  today: fn(0, 0, today),
  now: fn(0, 0, ({ scope }) => momentOf(scope.nowMs(), scope.offsetMinutes)),
  date: fn(1, 1, date),
  'date-time': fn(1, 1, date),
  'decimal-date-time': fn(1, 1, decimalDateTime),
  'decimal-time': fn(1, 1, decimalTime),
  'format-date': fn(2, 2, format(false)),
  'format-date-time': fn(2, 2, format(true)),
}
