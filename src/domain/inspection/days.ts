/**
 * Which days an inspection may name, in one place: its decision and visit, its minutes, the days the team sets and those
 * the commune reports. Asked of whoever writes, never of minutes or reports that are sealed or arrive.
 */
import { addMonths, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { type DayBounds, FIRST_DAY, outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { HeadProblem, InspectionHead } from './inspection.ts'

const dayOf = ({ text }: WrittenDate): LocalDate | null => {
  const read = parseWrittenDate(text)
  return read.ok ? read.value : null
}

/** A visit lasts at most a year; its decision is of the two years before, or of its first day. Rule INS-19. */
export function headDayProblems({ decidedOn, from, to }: InspectionHead): readonly HeadProblem[] {
  const first = dayOf(from)
  const decided: DayBounds =
    first === null ? { earliest: FIRST_DAY } : { earliest: addMonths(first, -24), latest: first }
  const bounds: readonly (readonly [HeadProblem['field'], WrittenDate, DayBounds])[] = [
    ['decidedOn', decidedOn, decided],
    ['from', from, { earliest: FIRST_DAY, latest: '2099-12-31' as LocalDate }],
    ['to', to, { latest: first === null ? null : addMonths(first, 12) }],
  ]
  return bounds.flatMap(([field, written, around]) => {
    const problem = outsideBounds(dayOf(written), around)
    return problem === null ? [] : [{ field, problem }]
  })
}

/** Of the day of the minutes. Rule INS-19. */
export const minutesBounds = ({ to }: Pick<InspectionHead, 'to'>, today: LocalDate | null): DayBounds => {
  const last = dayOf(to)
  const afterVisit = last === null ? null : addMonths(last, 12)
  return { latest: today !== null && (afterVisit === null || today < afterVisit) ? today : afterVisit }
}

/** Of a day the team sets, for a shortcoming or for the report; `on` is the day of the minutes. Rule INS-19. */
export const setBounds = (on: LocalDate | null): DayBounds => ({ latest: on === null ? null : addMonths(on, 36) })

/** Of the day a shortcoming was put right: not before the minutes that name it. Rule INS-19. */
export const doneBounds = (minutesOn: LocalDate | null): DayBounds => ({ earliest: minutesOn })

/** Of a day the commune promises. Rule INS-19. */
export const promisedBounds = (today: LocalDate): DayBounds => ({ latest: addMonths(today, 36) })
