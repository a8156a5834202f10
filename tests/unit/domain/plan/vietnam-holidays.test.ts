import { describe, expect, it } from 'vitest'
import { lunarHolidays } from '../../../../scripts/vietnam-holidays.mjs'
import table from '#domain/plan/data/vietnam-holidays.json' with { type: 'json' }
import { dayOfWeek } from '#domain/kernel/local-date.ts'
import { countedDays } from '#domain/plan/plan-days.ts'
import { isPublicDayOff, publicDaysOff } from '#domain/plan/vietnam-holidays.ts'
import { day } from '../pilot/stage-builders.ts'

const made = (year: string) =>
  [...publicDaysOff(year)].flatMap(([on, { isCompensation }]) => (isCompensation ? on : []))

describe('the public holidays of Vietnam', () => {
  it('PLN-4: the table of lunar days is what the package date-holidays reckons', () => {
    expect(table).toEqual(lunarHolidays())
    expect(table.tet).toHaveLength(31)
    expect(table.hungKings).toHaveLength(31)
  })

  it('PLN-3: what falls on a weekend is made up for on the next day that would be worked', () => {
    expect(made('2022')).toEqual(expect.arrayContaining(['2022-05-02', '2022-05-03']))
    expect(made('2026')).toContain('2026-04-27')
    expect(made('2018')).toEqual(['2018-02-20', '2018-02-21', '2018-09-03'])
    for (let year = 2010; year <= 2040; year++) {
      const days = [...publicDaysOff(String(year)).keys()]
      const onWeekends = days.filter((on) => [0, 6].includes(dayOfWeek(on)))
      expect(made(String(year))).toHaveLength(onWeekends.length)
    }
  })

  it('PLN-4: Tet and the second day of the National Day are marked, the others are not', () => {
    const days = countedDays({}, day('2024-01-01'), day('2024-12-31'))
    expect(days.filter(({ holiday, needsChecking }) => (holiday === 'tet') !== needsChecking)).toMatchObject([
      { on: '2024-09-03', holiday: 'national', isCompensation: false, needsChecking: true },
    ])
    const national = (year: string) => [...publicDaysOff(year).values()].filter(({ holiday }) => holiday === 'national')
    expect([national('2020').length, national('2021').length]).toEqual([1, 2])
  })

  it('PLN-4: outside the table the lunar days are unknown and the others stand', () => {
    expect([...publicDaysOff('2040').values()].some(({ holiday }) => holiday === 'tet')).toBe(true)
    expect([...publicDaysOff('2041').values()].some(({ holiday }) => holiday === 'tet')).toBe(false)
    expect(isPublicDayOff(day('2041-04-30'))).toBe(true)
  })
})
