/**
 * Planned days of every stage. Periods are counted as the Vietnamese Civil Code counts them: the day a period
 * begins is not counted, and three months from 16/10 end with 16/01. So the durations simply add up (PIL-3).
 */
import { addDays, addMonths, dayOfWeek, type LocalDate } from '#domain/kernel/local-date.ts'
import { assertNever } from '#domain/kernel/result.ts'
import type { Duration, StageCode, StageTemplate } from './stage-template.ts'

export interface PlannedStage {
  readonly stage: StageCode
  readonly start: LocalDate
  /** Last day; the stage is late from the day after. */
  readonly end: LocalDate
}

export type Schedule = readonly PlannedStage[]

/** Days that nobody works although they are weekdays; a plain set of days is one. A plan's own: `planCalendar`. */
export interface Holidays {
  has(date: LocalDate): boolean
  /** Days off that are worked instead, weekends and holidays alike. */
  readonly worked?: { has(date: LocalDate): boolean }
}

const NO_HOLIDAYS: Holidays = new Set()

export const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) % 6 === 0

/** Monday to Friday without the holidays, and days off that are worked instead. Rule PIL-3. */
export const isWorkingDay = (date: LocalDate, holidays: Holidays = NO_HOLIDAYS): boolean =>
  holidays.worked?.has(date) === true || (!isWeekend(date) && !holidays.has(date))

/** The day that many working days after `start`. */
export function addWorkingDays(start: LocalDate, days: number, holidays: Holidays = NO_HOLIDAYS): LocalDate {
  let date = start
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date
}

/** Last day of a period that begins on `start`. Rule PIL-3. */
export function endOfPeriod(start: LocalDate, duration: Duration, holidays: Holidays = NO_HOLIDAYS): LocalDate {
  switch (duration.unit) {
    case 'working-days':
      return addWorkingDays(start, duration.amount, holidays)
    case 'calendar-days':
      return addDays(start, duration.amount)
    case 'calendar-months':
      return addMonths(start, duration.amount)
    default:
      return assertNever(duration.unit)
  }
}

/** Planned start and end of every stage, one after the other. Rules PIL-2 and PIL-3. */
export function planSchedule(start: LocalDate, template: StageTemplate, holidays: Holidays = NO_HOLIDAYS): Schedule {
  let from = start
  return template.map(({ code, duration }) => {
    const planned = { stage: code, start: from, end: endOfPeriod(from, duration, holidays) }
    from = planned.end
    return planned
  })
}
