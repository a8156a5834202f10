import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, formatLocalDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { addWorkingDays, isWorkingDay } from '#domain/pilot/schedule.ts'
import { planCalendar, scheduleOf, stageOf, templateOf } from '#domain/plan/plan-time.ts'
import { day } from '../pilot/stage-builders.ts'

describe('the stages of a plan', () => {
  it('PLN-1: are the template where the plan says nothing', () => {
    expect(templateOf({})).toBe(pilotStages)
    expect(templateOf(plan174)).toBe(pilotStages)
  })

  it('PLN-1: take over what the plan says of one stage, and nothing else', () => {
    const duration = { amount: 20, unit: 'working-days' } as const
    const plan = { stages: [{ code: 'G4', duration }] } as const
    expect(stageOf(plan, 'G4')).toEqual({ ...pilotStages[4], duration })
    expect(templateOf(plan).toSpliced(4, 1)).toEqual(pilotStages.toSpliced(4, 1))
    expect(templateOf(plan)).toBe(templateOf(plan))
    expect(stageOf(plan, 'G11')).toBeUndefined()
  })
})

describe('the calendar of a plan', () => {
  it('PLN-2: plan 174/KH-UBND has the days worked out by hand, public holidays left out', () => {
    const ends = scheduleOf(plan174).map(({ end }) => formatLocalDate(end))
    expect(ends.slice(0, 6)).toEqual([
      '30/10/2017',
      '13/11/2017',
      '16/11/2017',
      '21/11/2017',
      '21/12/2017',
      '12/01/2018',
    ])
    expect(ends.slice(6)).toEqual(['12/04/2018', '08/05/2018', '11/05/2018', '18/05/2018', '02/06/2018'])
  })

  it('PLN-2: adds the days off of the province, and takes off the days that are worked instead', () => {
    const friday = day('2026-08-28')
    expect(addWorkingDays(friday, 1, planCalendar({}))).toBe('2026-08-31')
    const bridge = { on: day('2026-08-31'), name: 'Nghỉ hoán đổi' }
    expect(addWorkingDays(friday, 1, planCalendar({ extraHolidays: [bridge] }))).toBe('2026-09-03')
    const swapped = planCalendar({ extraHolidays: [bridge], workingDays: [day('2026-08-29')] })
    expect(addWorkingDays(friday, 1, swapped)).toBe('2026-08-29')
    expect(addWorkingDays(friday, 2, swapped)).toBe('2026-09-03')
  })

  it('PLN-2: a period of working days ends on one and holds as many as it says, whatever is off or worked', () => {
    const someDay = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(day('2012-01-01'), days))
    const near = (start: string) => fc.array(fc.integer({ min: 1, max: 90 }).map((days) => addDays(day(start), days)))
    const plans = someDay.chain((start) => fc.tuple(fc.constant(start), near(start), near(start)))
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 60 }), ([start, off, worked], amount) => {
        const calendar = planCalendar({ extraHolidays: off.map((on) => ({ on, name: 'x' })), workingDays: worked })
        const end = addWorkingDays(start, amount, calendar)
        const days = Array.from({ length: daysBetween(start, end) }, (_, at) => addDays(start, at + 1))
        expect(isWorkingDay(end, calendar)).toBe(true)
        expect(days.filter((one) => isWorkingDay(one, calendar))).toHaveLength(amount)
      }),
    )
  })
})
