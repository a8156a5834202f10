import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { isPlanFit } from '#domain/plan/stored-plan.ts'
import { day } from '../pilot/stage-builders.ts'

const live = { ...plan174, state: 'live' as const }

describe('a plan that arrives', () => {
  it('PLN-10: is fit as the program brings it, with fields, stages and measures of a later version', () => {
    expect(isPlanFit(live)).toBe(true)
    expect(isPlanFit(createDemonstrationPlan(day('2026-11-21'), ['ls25-06001']))).toBe(true)
    expect(isPlanFit({ ...live, ofLater: { a: 1 } })).toBe(true)
    expect(isPlanFit({ ...live, stages: [{ code: 'G11', weight: 5 }] })).toBe(true)
    expect(isPlanFit({ ...live, stages: [{ code: 'G1', duration: { amount: 2, unit: 'moons' } }] })).toBe(true)
  })

  it('PLN-10: is not where its weights are not 100 together, or what it must have is missing', () => {
    expect(isPlanFit({ ...live, stages: [{ code: 'G1', weight: 99 }] })).toBe(false)
    expect(isPlanFit({ ...live, number: ' ' })).toBe(false)
    expect(isPlanFit({ ...live, cohort: [] })).toBe(false)
    const { targets: _, ...without } = live
    expect([isPlanFit(without), isPlanFit(null), isPlanFit('x')]).toEqual([false, false, false])
  })

  it('PLN-10: is put away as it is, and its worked days off are not judged', () => {
    expect(isPlanFit({ ...plan174, number: '' })).toBe(true)
    expect(isPlanFit({ ...live, workingDays: ['2026-11-23'] })).toBe(true)
  })

  it('reads whatever is in it without failing', () => {
    const keys = [
      'number',
      'issuer',
      'date',
      'end',
      'start',
      'cohort',
      'targets',
      'stages',
      'extraHolidays',
      'deadlines',
    ]
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record(
          {
            code: fc.jsonValue(),
            name: fc.jsonValue(),
            text: fc.jsonValue(),
            duration: fc.jsonValue(),
            weight: fc.jsonValue(),
            denominator: fc.jsonValue(),
            deliverables: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...keys), anything, (key, value) => {
        isPlanFit({ ...live, [key]: value })
      }),
      { numRuns: 300 },
    )
  })
})
