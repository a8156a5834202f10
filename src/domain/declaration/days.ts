/** Which days a declaration or certificate may name. */
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'
import { type DayBounds, FIRST_DAY } from '#domain/kernel/day-bounds.ts'
import type { DeclarationType } from './declaration.ts'

/** A day to come is refused with its own sentence (DEC-6). */
export const declaredBounds: DayBounds = { earliest: FIRST_DAY }

/** Certificates run for three years; somewhat more is left for those that were prolonged. */
const MOST_MONTHS: Readonly<Record<DeclarationType, number>> = { certification: 60, declaration: 120 }

/** Of the day of expiry; `on` is the day of issue. Rule DEC-14. */
export const expiryBounds = (type: DeclarationType, on: LocalDate): DayBounds => ({
  latest: addMonths(on, MOST_MONTHS[type]),
})
