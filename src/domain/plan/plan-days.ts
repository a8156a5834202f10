/**
 * The days a schedule was reckoned with, so that a screen can show which holidays were counted, which of them still have
 * to be checked, and which days off are worked. Weekends are left out: everybody knows them.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { isWeekend } from '#domain/pilot/schedule.ts'
import table from './data/vietnam-holidays.json' with { type: 'json' }
import { type DatedPlan, planCalendar } from './plan-time.ts'
import { type HolidayId, type PublicDay, publicDaysOff } from './vietnam-holidays.ts'

export interface CountedDay {
  readonly on: LocalDate
  /** By law, given by the plan, or a day off that is worked. */
  readonly kind: 'public' | 'extra' | 'worked'
  /** Null for a day of the plan's own. */
  readonly holiday: HolidayId | null
  /** In the words of the plan; '' for a public holiday and for a day that is worked. */
  readonly name: string
  readonly isCompensation: boolean
  readonly needsChecking: boolean
}

const own = (on: LocalDate, kind: 'extra' | 'worked', name: string): CountedDay => ({
  on,
  kind,
  name,
  holiday: null,
  isCompensation: false,
  needsChecking: false,
})

/** Tet, and the day beside 2 September: the Government decides every year. Rule PLN-4. */
const isDecidedYearly = (on: LocalDate, { holiday }: PublicDay): boolean =>
  holiday === 'tet' || (holiday === 'national' && !on.endsWith('-09-02'))

const publicDay = (on: LocalDate, day: PublicDay): CountedDay => ({
  on,
  kind: 'public',
  name: '',
  ...day,
  needsChecking: isDecidedYearly(on, day),
})

const yearsFrom = (from: LocalDate, to: LocalDate): readonly number[] => {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Math.max(0, Number(to.slice(0, 4)) - first + 1) }, (_, at) => first + at)
}

/** Days between two days, both included, that count otherwise than their day of the week says. Rule PLN-5. */
export function countedDays(plan: DatedPlan, from: LocalDate, to: LocalDate): readonly CountedDay[] {
  const worked = planCalendar(plan).worked
  const days = [
    ...(plan.extraHolidays ?? []).map(({ on, name }) => own(on, 'extra', name)),
    ...yearsFrom(from, to)
      .flatMap((year) => [...publicDaysOff(String(year))])
      .map(([on, day]) => publicDay(on, day)),
  ].filter(({ on }) => !isWeekend(on) && worked?.has(on) !== true)
  const byDay = new Map(days.map((day) => [day.on, day]))
  for (const on of plan.workingDays ?? []) byDay.set(on, own(on, 'worked', ''))
  return [...byDay.values()].filter(({ on }) => from <= on && on <= to).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** Years of a schedule whose lunar holidays are in no table: nothing of them was counted. Rule PLN-4. */
export const yearsWithoutLunarDays = (from: LocalDate, to: LocalDate): readonly number[] =>
  yearsFrom(from, to).filter((year) => !table.tet.some((day) => day.startsWith(String(year))))

/** A weekend, a public holiday or a day off of the plan: a day that can be worked instead. Rule PLN-10. */
export const isDayOff = ({ extraHolidays = [] }: DatedPlan, day: LocalDate): boolean =>
  isWeekend(day) || planCalendar({ extraHolidays }).has(day)
