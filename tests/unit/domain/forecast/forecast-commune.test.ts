import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastCommune } from '#domain/forecast/forecast-commune.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { planSchedule } from '#domain/pilot/schedule.ts'
import { deriveStages } from '#domain/pilot/stage-event.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { day, eventsAt, ground, paceFrom, stagesAt, START } from './forecast-builders.ts'

/** Gates whose days from gate to gate these are. */
const gatesOf = (days: readonly number[]): readonly number[] =>
  days.map((_, at) => days.slice(0, at + 1).reduce((sum, one) => sum + one, 0))

describe('the forecast of a commune', () => {
  it('FC-3: without comparable communes it is the plan, and half as long again for the latest day', () => {
    const [planned] = planSchedule(START, pilotStages)
    const { stages, basis } = forecastCommune(stagesAt([], START), ground(START))
    expect(basis).toBe('normal')
    expect(stages[0]).toEqual({
      stage: 'G0',
      earliest: planned?.end,
      likely: planned?.end,
      // Ten working days from Thursday 01/03 end on Thursday 15/03, 14 days later; half of them again are seven.
      latest: '2018-03-22',
      from: 'normal',
      sample: 0,
      isOverrun: false,
    })
    expect(stages).toHaveLength(11)
  })

  it('FC-5: what lasts longer than its pace is counted on from today', () => {
    const today = day('2018-03-25')
    const pace = new Map([['G0', [10, 10, 20, 30, 30]]] as const)
    const { stages } = forecastCommune(stagesAt([], today), ground(today, pace))
    // 11/03 and 21/03 are past; 31/03 is not, but not before the likely day.
    expect(stages[0]).toMatchObject({
      earliest: '2018-03-25',
      likely: '2018-04-04',
      latest: '2018-04-04',
      isOverrun: true,
      from: 'comparable',
      sample: 5,
    })
  })

  it('FC-4: a trial is never shorter than its three months, whatever others took', () => {
    const today = addDays(START, 50)
    const before = [10, 5, 5, 5, 5, 5]
    const communes = Array.from({ length: 5 }, () => gatesOf([...before, 40]))
    const { stages } = forecastCommune(
      stagesAt(gatesOf(before), today),
      ground(today, paceFrom(communes, addDays(START, 200))),
    )
    // The trial began on day 35, 05/04/2018.
    expect(stages[0]).toMatchObject({ stage: 'G6', earliest: '2018-07-05', likely: '2018-07-05', from: 'comparable' })
  })

  it('FC-7: it says whether it rests on others, on the plan, on both, or on what happened', () => {
    const today = addDays(START, 300)
    const days = [10, 10, 5, 5, 30, 20, 92, 20, 5, 5]
    const five = Array.from({ length: 5 }, () => gatesOf(days))
    const pace = paceFrom(five, today)
    const basisAt = (gates: readonly number[], known = pace) =>
      forecastCommune(stagesAt(gates, today), ground(today, known)).basis
    expect(basisAt([10])).toBe('comparable')
    expect(basisAt([10], paceFrom(five.slice(1), today))).toBe('normal')
    expect(basisAt([10], new Map([['G4', pace.get('G4') ?? []]]))).toBe('mixed')
    expect(basisAt(gatesOf(days))).toBe('reached')
  })

  it('FC-1: of a declaration that happened all three days are that day', () => {
    const today = addDays(START, 400)
    const range = forecastCommune(stagesAt(gatesOf([10, 10, 5, 5, 30, 20, 92, 20, 5, 5]), today), ground(today))
    const declaredOn = addDays(START, 202)
    expect(range).toMatchObject({ earliest: declaredOn, likely: declaredOn, latest: declaredOn, basis: 'reached' })
    expect(range.stages.map(({ stage }) => stage)).toEqual(['G10'])
  })

  it('FC-6: whatever happened, the days are in order, follow one another and are not before today', () => {
    const someDays = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 10 })
    const others = fc.array(someDays, { maxLength: 8 })
    fc.assert(
      fc.property(someDays, others, fc.integer({ min: 0, max: 900 }), (own, communes, after) => {
        const today = addDays(START, after)
        const past = (days: readonly number[]) => gatesOf(days).filter((gate) => gate <= after)
        const pace = paceFrom(communes.map(past), today)
        const range = forecastCommune(stagesAt(past(own), today), ground(today, pace))
        for (const one of range.stages) {
          expect(one.earliest >= today && one.likely >= one.earliest && one.latest >= one.likely).toBe(true)
        }
        const likely = range.stages.map((one) => one.likely)
        expect(likely).toEqual([...likely].sort())
        expect(range.earliest <= range.likely && range.likely <= range.latest).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('FC-8: the order in which events came in does not matter', () => {
    const today = addDays(START, 60)
    const events = eventsAt([10, 25, 30])
    const schedule = planSchedule(START, pilotStages)
    const forecast = (own: typeof events) => forecastCommune(deriveStages(own, schedule, today), ground(today))
    expect(forecast([...events].reverse())).toEqual(forecast(events))
  })
})
