import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOfWeek, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages, stageByCode } from '#domain/pilot/pilot-stages.ts'
import { addWorkingDays, planSchedule } from '#domain/pilot/schedule.ts'

const day = (text: string) => text as LocalDate
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2000-01-01'), days))

describe('the stages of the pilot', () => {
  it('PIL-1: eleven stages; the weights of the commune add up to 100, the province’s evaluation has none', () => {
    expect(pilotStages.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, (_, i) => `G${i}`))
    expect(pilotStages.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
    expect(stageByCode('G10')?.weight).toBe(0)
  })

  it('PIL-1: short names fit a table and are told apart', () => {
    for (const language of ['vi', 'en'] as const) {
      const names = pilotStages.map(({ shortName }) => shortName[language])
      expect(names.filter((name) => name.length > 14)).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('PIL-2: all three units of time occur, and the trial lasts three calendar months', () => {
    const units = new Set(pilotStages.map(({ duration }) => duration.unit))
    expect([...units].sort()).toEqual(['calendar-days', 'calendar-months', 'working-days'])
    expect(stageByCode('G6')?.duration).toEqual({ amount: 3, unit: 'calendar-months' })
  })

  it('PIL-12: every stage has deliverables, and no deliverable id occurs twice', () => {
    const ids = pilotStages.flatMap(({ deliverables }) => deliverables.map(({ id }) => id))
    expect(pilotStages.filter(({ deliverables }) => deliverables.length === 0)).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the schedule', () => {
  it('PIL-3: the plan of 16/10/2017, as reckoned by hand in the rules', () => {
    const ends = planSchedule(day('2017-10-16'), pilotStages).map(({ end }) => formatLocalDate(end))
    expect(ends).toEqual([
      '30/10/2017',
      '13/11/2017',
      '16/11/2017',
      '21/11/2017',
      '21/12/2017',
      '11/01/2018',
      '11/04/2018',
      '02/05/2018',
      '07/05/2018',
      '14/05/2018',
      '29/05/2018',
    ])
  })

  it('PIL-3: holidays move the end of working days', () => {
    const holidays = new Set([day('2018-04-30'), day('2018-05-01')])
    const schedule = planSchedule(day('2017-10-16'), pilotStages, holidays)
    expect(schedule[7]).toEqual({ stage: 'G7', start: '2018-04-11', end: '2018-05-04' })
  })

  it('PIL-3: a period of working days never ends at a weekend or on a holiday', () => {
    const holidays = new Set([day('2026-02-16'), day('2026-02-17'), day('2026-02-18')])
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (start, days) => {
        const end = addWorkingDays(start, days, holidays)
        expect([0, 6]).not.toContain(dayOfWeek(end))
        expect(holidays.has(end)).toBe(false)
        expect(end > start).toBe(true)
      }),
    )
  })

  it('PIL-2 PIL-3: stages follow without a gap, and the trial is three months wherever it falls', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        const schedule = planSchedule(start, pilotStages)
        expect(schedule.slice(1).map((planned) => planned.start)).toEqual(schedule.slice(0, -1).map(({ end }) => end))
        const trial = schedule[6]
        expect(trial && addMonths(trial.start, 3)).toBe(trial?.end)
      }),
    )
  })
})
