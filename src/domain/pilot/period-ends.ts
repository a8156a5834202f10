/**
 * The last day of a period, reckoned once per calendar: a view over fifty communes asks for the same few periods some
 * thousand times, and counting working days one by one is most of what it would do on a slow phone.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { endOfPeriod, type Holidays } from './schedule.ts'
import type { Duration } from './stage-template.ts'

const known = new WeakMap<Holidays, Map<string, LocalDate>>()

/** `endOfPeriod` with a memory; a calendar handed in is never changed afterwards. Rule PIL-3. */
export function periodEnd(start: LocalDate, duration: Duration, holidays?: Holidays): LocalDate {
  if (holidays === undefined) return endOfPeriod(start, duration)
  let ends = known.get(holidays)
  if (ends === undefined) {
    ends = new Map()
    known.set(holidays, ends)
  }
  const key = `${start} ${duration.amount} ${duration.unit}`
  const before = ends.get(key)
  if (before !== undefined) return before
  const end = endOfPeriod(start, duration, holidays)
  ends.set(key, end)
  return end
}
