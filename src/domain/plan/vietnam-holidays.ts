/**
 * Days that nobody works in Vietnam by law, from 2010 to 2040. The lunar ones come out of a table (`scripts` makes it, a
 * test recomputes it); the compensation for holidays on a weekend is a rule of the Labour Code. What the Government
 * decides anew every year – the span of Tet, the second day of the National Day – is a guess (PLN-3, PLN-4). The first
 * screen reckons with this, so that it holds no more than the days; what is said about them is in `plan-days.ts`.
 */
import { addDays, dayOfWeek, type LocalDate } from '#domain/kernel/local-date.ts'
import { isWeekend } from '#domain/pilot/schedule.ts'
import table from './data/vietnam-holidays.json' with { type: 'json' }

export type HolidayId = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national'

export interface PublicDay {
  readonly holiday: HolidayId
  /** A working day taken off since a holiday fell on a weekend. Rule PLN-3. */
  readonly isCompensation: boolean
}

/** From this year on the National Day has a second day, right before or right after. */
const SECOND_NATIONAL_DAY_SINCE = '2021'
/** The five days of Tet by law, counted from the first of the year: the last one of the old and four of the new. */
const TET = [-1, 0, 1, 2, 3]

/** The day of a year in the table; none where it does not reach. */
const lunarDay = (days: readonly string[], year: string): LocalDate[] =>
  days.filter((day): day is LocalDate => day.startsWith(year))

/** The side on which the second day joins a weekend, or the day before where neither does. */
const secondNationalDay = (first: LocalDate): LocalDate => addDays(first, [0, 1, 4].includes(dayOfWeek(first)) ? 1 : -1)

function statutory(year: string): readonly (readonly [LocalDate, HolidayId])[] {
  const on = (monthDay: string) => `${year}-${monthDay}` as LocalDate
  const national = on('09-02')
  const days: (readonly [LocalDate, HolidayId])[] = [[on('01-01'), 'new-year']]
  for (const first of lunarDay(table.tet, year)) for (const at of TET) days.push([addDays(first, at), 'tet'])
  for (const day of lunarDay(table.hungKings, year)) days.push([day, 'hung-kings'])
  days.push([on('04-30'), 'reunification'], [on('05-01'), 'labour'], [national, 'national'])
  if (year >= SECOND_NATIONAL_DAY_SINCE) days.push([secondNationalDay(national), 'national'])
  return days
}

/** Every holiday on a weekend moves to the next day that is worked. Rule PLN-3. */
function withCompensation(year: string): ReadonlyMap<LocalDate, PublicDay> {
  const holidays = statutory(year)
  const days = new Map(holidays.map(([on, holiday]) => [on, { holiday, isCompensation: false }]))
  for (const [day, holiday] of holidays) {
    if (!isWeekend(day)) continue
    let on = addDays(day, 1)
    while (isWeekend(on) || days.has(on)) on = addDays(on, 1)
    days.set(on, { holiday, isCompensation: true })
  }
  return days
}

const byYear = new Map<string, ReadonlyMap<LocalDate, PublicDay>>()

/** The days off of a year; without the lunar ones where the table does not reach. Rules PLN-3 and PLN-4. */
export function publicDaysOff(year: string): ReadonlyMap<LocalDate, PublicDay> {
  const days = byYear.get(year) ?? withCompensation(year)
  byYear.set(year, days)
  return days
}

export const isPublicDayOff = (day: LocalDate): boolean => publicDaysOff(day.slice(0, 4)).has(day)
