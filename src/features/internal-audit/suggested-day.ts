// What a person may have meant by a date that no calendar has: 31/11 is most often the last day of that month, and a
// "month" above twelve a day and a month the other way round. Only offered, never taken (rule KERNEL-1).
import { addDays, addMonths, type LocalDate, localDateOf } from '#domain/kernel/local-date.ts'

/** Null where nothing near it is a day. */
export function suggestedDay(text: string): LocalDate | null {
  const [day = 0, month = 0, year = 0] = (text.match(/\d+/g) ?? []).map(Number)
  if (day < 1 || year < 1000) return null
  const first = localDateOf(year, month, 1)
  if (first.ok) return day > 31 ? null : addDays(addMonths(first.value, 1), -1)
  const swapped = localDateOf(year, day, month)
  return swapped.ok ? swapped.value : null
}
