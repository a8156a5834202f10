/** Which days a request and its moves may name; asked of whoever writes them, never of what was written. */
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'
import type { DayBounds } from '#domain/kernel/day-bounds.ts'

/** Of a day due that is written today, also where a reason is given (CA-27). Rule CA-28. */
export const dueBounds = (today: LocalDate): DayBounds => ({ latest: addMonths(today, 24) })
