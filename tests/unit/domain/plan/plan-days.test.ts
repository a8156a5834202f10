import { describe, expect, it } from 'vitest'
import { countedDays, isDayOff, yearsWithoutLunarDays } from '#domain/plan/plan-days.ts'
import { day } from '../pilot/stage-builders.ts'

describe('the days a schedule was reckoned with', () => {
  it('PLN-5: are listed with their reason, weekends left out', () => {
    const plan = {
      extraHolidays: [{ on: day('2026-08-31'), name: 'Nghỉ hoán đổi' }],
      workingDays: [day('2026-08-22')],
    }
    const days = countedDays(plan, day('2026-08-01'), day('2026-09-30'))
    expect(days.map(({ on, kind, holiday, name }) => [on, kind, holiday, name])).toEqual([
      ['2026-08-22', 'worked', null, ''],
      ['2026-08-31', 'extra', null, 'Nghỉ hoán đổi'],
      ['2026-09-01', 'public', 'national', ''],
      ['2026-09-02', 'public', 'national', ''],
    ])
  })

  it('PLN-5: a holiday on a weekend is told by the day that makes up for it', () => {
    const days = countedDays({}, day('2026-04-20'), day('2026-05-03'))
    expect(days.map(({ on, isCompensation }) => [on, isCompensation])).toEqual([
      ['2026-04-27', true],
      ['2026-04-30', false],
      ['2026-05-01', false],
    ])
  })

  it('PLN-5: a holiday that is worked counts as worked alone', () => {
    const days = countedDays({ workingDays: [day('2026-04-30')] }, day('2026-04-28'), day('2026-04-30'))
    expect(days.map(({ on, kind }) => [on, kind])).toEqual([['2026-04-30', 'worked']])
    expect(isDayOff({ workingDays: [day('2026-04-30')] }, day('2026-04-30'))).toBe(true)
    expect(isDayOff({}, day('2026-04-29'))).toBe(false)
  })

  it('PLN-4: years whose lunar days are in no table are named', () => {
    expect(yearsWithoutLunarDays(day('2040-06-01'), day('2042-01-31'))).toEqual([2041, 2042])
    expect(yearsWithoutLunarDays(day('2026-06-01'), day('2026-07-31'))).toEqual([])
  })
})
