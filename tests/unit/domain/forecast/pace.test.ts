import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paceDays, paceOf } from '#domain/forecast/pace.ts'
import { deriveStages } from '#domain/pilot/stage-event.ts'
import { day, eventsAt, paceFrom, schedule, stagesAt, START } from './forecast-builders.ts'

const today = day('2018-12-31')

describe('the pace of comparable communes', () => {
  it('FC-2: days from gate to gate, the first from the beginning of the plan, in order', () => {
    const pace = paceFrom([[14, 35], [10], [20, 25, 40]], today)
    expect(pace.get('G0')).toEqual([10, 14, 20])
    expect(pace.get('G1')).toEqual([5, 21])
    expect(pace.get('G2')).toEqual([15])
    expect(pace.get('G3')).toBeUndefined()
  })

  it('FC-2: a stage done before its turn says nothing, and neither does what comes after an open one', () => {
    const [first, second, third] = eventsAt([30, 20, 40])
    const outOfOrder = deriveStages([first!, second!, third!], schedule, today)
    expect([...paceOf([outOfOrder], START)]).toEqual([
      ['G0', [30]],
      ['G2', [10]],
    ])
    const withGap = deriveStages([first!, third!], schedule, today)
    expect([...paceOf([withGap], START)]).toEqual([['G0', [30]]])
  })

  it('FC-3: the values at ranks ⌈n/4⌉, ⌈n/2⌉, ⌈3n/4⌉; none of fewer than five', () => {
    expect(paceDays([3, 5, 5, 7, 30])).toEqual([5, 5, 7])
    expect(paceDays([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([2, 4, 6])
    expect(paceDays([3, 5, 5, 7])).toBeNull()
    expect(paceDays([])).toBeNull()
  })

  it('FC-8: the order of communes and of events does not matter', () => {
    const communes = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }), { maxLength: 12 })
    fc.assert(
      fc.property(communes, (lengths) => {
        const gates = lengths.map((days) => days.map((_, at) => days.slice(0, at + 1).reduce((a, b) => a + b, 0)))
        const forwards = paceFrom(gates, today)
        const backwards = paceOf(
          [...gates].reverse().map((own) => deriveStages([...eventsAt(own)].reverse(), schedule, today)),
          START,
        )
        expect(new Map(backwards)).toEqual(new Map(forwards))
        expect(gates.every((own) => stagesAt(own, today).length === 11)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
