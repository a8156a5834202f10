import { describe, expect, it } from 'vitest'
import { daysBetween, writtenDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { denominatorsOf, trialShortfall, unitsNeeded } from '#domain/pilot/plan.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { day } from './stage-builders.ts'

describe('plan 174/KH-UBND', () => {
  it('PIL-14: its trial of three months ends 16 days after the plan', () => {
    expect(trialShortfall(plan174)).toBe(16)
  })

  it('PIL-14: a plan that ends with the trial fits, one whose end names no day has no figure', () => {
    expect(trialShortfall({ ...plan174, end: writtenDate('16/01/2018') })).toBe(0)
    expect(trialShortfall({ ...plan174, end: writtenDate('15/01/2018') })).toBe(1)
    expect(trialShortfall({ ...plan174, end: writtenDate('31/11/2017') })).toBeNull()
  })

  it('PIL-15: more than 70 % is 159 of 226 and 141 of 200', () => {
    const [target] = plan174.targets
    const denominators = target ? denominatorsOf(target) : []
    expect(denominators.map((one) => target && unitsNeeded(target, one))).toEqual([159, 141])
    expect(denominators.map(({ needsChecking }) => needsChecking)).toEqual([false, true])
    expect(target && unitsNeeded({ ...target, isStrict: false }, denominators[1])).toBe(140)
  })

  it('PIL-16: 50 different communes of 2017, archived, illustrative, on the edition of 2008', () => {
    expect(plan174).toMatchObject({ number: '174/KH-UBND', edition: '2008', state: 'archived', illustrative: true })
    expect(plan174.date).toEqual({ text: '16/10/2017', date: '2017-10-16' })
    expect(plan174.end.date).toBe('2017-12-31')
    expect(new Set(plan174.cohort).size).toBe(50)
    expect(plan174.cohort.every((unit) => /^ls17-\d{5}$/.test(unit))).toBe(true)
    expect(plan174.cohort.slice(0, 5)).toEqual(['ls17-05998', 'ls17-06001', 'ls17-06004', 'ls17-06010', 'ls17-06013'])
  })
})

describe('the demonstration plan', () => {
  const cohort = ['ls25-06001', 'ls25-06004']

  it('PIL-17: every date moves with the day of seeding', () => {
    const one = createDemonstrationPlan(day('2026-11-21'), cohort)
    const later = createDemonstrationPlan(day('2026-12-19'), cohort)
    expect(daysBetween(one.start, later.start)).toBe(28)
    expect(one.date.date).toBe(one.start)
    expect(one.start < day('2026-11-21')).toBe(true)
    expect((one.end.date ?? '') > '2026-11-21').toBe(true)
    expect((later.end.date ?? '') > (one.end.date ?? '')).toBe(true)
  })

  it('PIL-17: it fits the trial on any day of the year, and says that it is illustrative', () => {
    for (let month = 1; month <= 12; month++) {
      const plan = createDemonstrationPlan(day(`2027-${String(month).padStart(2, '0')}-28`), cohort)
      expect(trialShortfall(plan)).toBe(0)
      expect(plan).toMatchObject({ number: 'MH-01/KH-UBND (minh họa)', state: 'live', illustrative: true, cohort })
    }
  })
})
