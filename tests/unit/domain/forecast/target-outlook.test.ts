import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { targetOutlook, targetOutlooks } from '#domain/forecast/target-outlook.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import type { Plan, PlanTarget } from '#domain/pilot/plan.ts'
import { day } from './forecast-builders.ts'

const [target] = plan174.targets as readonly [PlanTarget]
const START = plan174.start

const declaredOn = (days: number) => {
  const on = addDays(START, days)
  return { basis: 'reached', earliest: on, likely: on, latest: on } as const
}
const expected = (earliest: string, likely: string, latest: string) =>
  ({ basis: 'mixed', earliest: day(earliest), likely: day(likely), latest: day(latest) }) as const

const outlookOn = (
  today: LocalDate,
  ranges: Parameters<typeof targetOutlook>[2],
  plan: Pick<Plan, 'start' | 'cohort'> = plan174,
) => targetOutlook(target, plan, ranges, today)

/** Half of the plan's communes, ten on day 214 and ten on day 238. */
const twenty = [...Array(10).fill(declaredOn(214)), ...Array(10).fill(declaredOn(238))]

describe('the outlook of a target', () => {
  it('FC-20: 159 of 226 until the end of 2019, 141 of 200 from 2020 on, each with its date', () => {
    expect(outlookOn(day('2019-12-31'), [])).toMatchObject({
      needed: 159,
      denominator: { count: 226, on: '2017-10-15' },
    })
    expect(outlookOn(day('2020-01-01'), [])).toMatchObject({ needed: 141, denominator: { count: 200 }, beyondPlan: 91 })
  })

  it('FC-20: a target that is not strict is met by the share itself', () => {
    const lenient: PlanTarget = { ...target, isStrict: false }
    expect(targetOutlook(lenient, plan174, [], day('2020-06-01')).needed).toBe(140)
  })

  it('FC-21: the forecast counts by the latest, the likely and the earliest day', () => {
    const ranges = [
      declaredOn(214),
      expected('2020-10-01', '2020-11-01', '2020-12-31'),
      expected('2020-10-01', '2020-11-01', '2021-01-01'),
      expected('2020-12-31', '2021-01-01', '2021-02-01'),
      expected('2021-01-01', '2021-02-01', '2021-03-01'),
    ]
    expect(outlookOn(day('2020-06-01'), ranges)).toMatchObject({
      reached: 1,
      forecast: { atLeast: 2, likely: 3, atMost: 4 },
    })
  })

  it('FC-22: what is missing at the pace of three windows', () => {
    const { day: at } = outlookOn(addDays(START, 257), twenty)
    expect(at).toMatchObject({
      is: 'expected',
      earliest: addDays(START, 257 + 626),
      latest: addDays(START, 257 + 1787),
    })
    expect(at.is === 'expected' ? at.windows : []).toEqual([
      { days: 90, from: addDays(START, 167), counted: 90, declared: 20, perYear: 81.1 },
      { days: 365, from: START, counted: 257, declared: 20, perYear: 28.4 },
      { days: null, from: START, counted: 257, declared: 20, perYear: 28.4 },
    ])
  })

  it('FC-22: a window of 90 days holds today and the 89 days before', () => {
    const { day: at } = outlookOn(addDays(START, 400), [declaredOn(310), declaredOn(311), declaredOn(400)])
    expect(at.is === 'expected' && at.windows[0]?.declared).toBe(2)
  })

  it('FC-22: a window without a declaration gives no day', () => {
    const { day: at } = outlookOn(addDays(START, 400), twenty)
    expect(at.is === 'expected' && at.windows[0]?.declared).toBe(0)
    // 139 missing at 20 in 365 days, and at 20 in 400.
    expect(at).toMatchObject({ earliest: addDays(START, 400 + 2537), latest: addDays(START, 400 + 2780) })
  })

  it('FC-23: nobody yet, nobody lately, before the plan, and the day on which it was reached', () => {
    expect(outlookOn(addDays(START, 30), []).day).toEqual({ is: 'unknown', reason: 'nothing-declared' })
    expect(outlookOn(addDays(START, -1), []).day).toEqual({ is: 'unknown', reason: 'plan-not-begun' })
    expect(outlookOn(addDays(START, 604), twenty).day).toEqual({ is: 'unknown', reason: 'none-lately' })
    const many = Array.from({ length: 160 }, (_, at) => declaredOn(300 - at))
    // Sorted by day: 141, 142, …; the 159th is day 299.
    expect(outlookOn(addDays(START, 400), many)).toMatchObject({
      isMet: true,
      day: { is: 'reached', on: addDays(START, 299) },
    })
  })

  it('FC-22: the days are in order, and more declarations never make it later', () => {
    const gates = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(gates, fc.integer({ min: 1, max: 500 }), (days, more) => {
        const today = addDays(START, 500)
        const before = outlookOn(today, days.map(declaredOn)).day
        const after = outlookOn(today, [...days, more].map(declaredOn)).day
        if (before.is !== 'expected') return
        expect(before.earliest <= before.likely && before.likely <= before.latest).toBe(true)
        expect(after.is === 'expected' && after.likely <= before.likely).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('FC-20: every target of a plan has its own', () => {
    const plan = { ...plan174, targets: [target, { ...target, morePercentThan: 50 }] }
    expect(targetOutlooks(plan, [], day('2018-01-01')).map(({ needed }) => needed)).toEqual([159, 114])
  })
})
