/** Which days an audit and its meetings may name; asked of whoever writes them, never of what was sealed or arrives. */
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'
import { type DayBounds, FIRST_DAY } from '#domain/kernel/day-bounds.ts'

/** Of the day an audit begins. Rule AUD-29. */
export const auditBounds = (today: LocalDate): DayBounds => ({ earliest: FIRST_DAY, latest: addMonths(today, 12) })

/** Of a meeting of an audit that begins on `on`; null where that names no day. Rule AUD-29. */
export const meetingBounds = (on: LocalDate | null): DayBounds => ({
  earliest: on ?? FIRST_DAY,
  latest: on === null ? null : addMonths(on, 12),
})
