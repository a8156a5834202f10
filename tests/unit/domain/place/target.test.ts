import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocalDate } from '#domain/kernel/local-date.ts'
import { denominatorOn, isTargetMet, langSonDenominators, neededForTarget } from '#domain/place/target.ts'

const seed = { seed: 20261121, verbose: 1 as const }
const share = fc.integer({ min: 0, max: 100 })
const denominator = fc.integer({ min: 0, max: 20_000 })

const on = (day: string) => {
  if (!isLocalDate(day)) throw new Error(day)
  return denominatorOn(day)
}

describe('a target', () => {
  it.each([
    [226, 159],
    [200, 141],
    [194, 136],
    [65, 46],
  ])('PLACE-12: more than 70 %% of %i is %i', (of, needed) => {
    expect(neededForTarget(70, of, true)).toBe(needed)
    expect(isTargetMet(needed, 70, of, true)).toBe(true)
    expect(isTargetMet(needed - 1, 70, of, true)).toBe(false)
  })

  it('PLACE-12: at least 70 % of 200 is 140, one less than more than 70 %', () => {
    expect(neededForTarget(70, 200, false)).toBe(140)
    expect(neededForTarget(70, 226, false)).toBe(159)
  })

  it('PLACE-12: does not fall for shares that floating point cannot hold', () => {
    expect(neededForTarget(57, 100, true)).toBe(58)
    expect(neededForTarget(57, 100, false)).toBe(57)
    expect(neededForTarget(7, 100, false)).toBe(7)
  })

  it('PLACE-12: is the least number that meets the share', () => {
    fc.assert(
      fc.property(share, denominator, (percent, of) => {
        const strict = neededForTarget(percent, of, true)
        expect(strict * 100 > percent * of && (strict - 1) * 100 <= percent * of).toBe(true)
        const atLeast = neededForTarget(percent, of, false)
        expect(atLeast * 100 >= percent * of && (atLeast - 1) * 100 < percent * of).toBe(true)
      }),
      seed,
    )
  })

  it('PLACE-12: more than all cannot be met', () => {
    expect(neededForTarget(100, 65, true)).toBe(66)
    expect(isTargetMet(65, 100, 65, true)).toBe(false)
    expect(isTargetMet(65, 100, 65, false)).toBe(true)
  })

  it('PLACE-12: refuses fractions of a percent and of a unit', () => {
    expect(() => neededForTarget(0.7, 226, true)).toThrow(RangeError)
    expect(() => neededForTarget(70, 22.6, true)).toThrow(RangeError)
    expect(() => neededForTarget(101, 226, true)).toThrow(RangeError)
    expect(() => neededForTarget(70, -1, true)).toThrow(RangeError)
  })
})

describe('the denominator', () => {
  it('PLACE-13: moved from 226 to 65, and the two in between are marked for checking', () => {
    expect(langSonDenominators.map(({ count, needsChecking }) => [count, needsChecking])).toEqual([
      [226, false],
      [200, true],
      [194, true],
      [65, false],
    ])
  })

  it('PLACE-13: is the last one not later than the day', () => {
    expect(on('2017-10-14')).toBeNull()
    expect(on('2017-10-15')?.count).toBe(226)
    expect(on('2020-12-31')).toMatchObject({ count: 200, precision: 'year', needsChecking: true })
    expect(on('2025-06-30')?.count).toBe(194)
    expect(on('2026-11-21')?.count).toBe(65)
  })
})
