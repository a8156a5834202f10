import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hearHlc, hlcAt, hlcToMs, isHlc, MAX_DRIFT_MS, MAX_HLC, MIN_HLC, nextHlc } from '#domain/change/hlc.ts'

const NOW = Date.UTC(2026, 10, 21, 3)
const YEAR = 365 * 86_400_000
const anyClock = fc.oneof(
  fc.integer({ min: 0, max: Date.UTC(2120, 0, 1) }),
  fc.constantFrom(0, NOW, NOW - 10 * YEAR, NOW + 10 * YEAR),
)

describe('the hybrid clock', () => {
  it('CHG-7: stamps grow with every local change, whatever the wall clock does and also before 2024', () => {
    fc.assert(
      fc.property(fc.array(anyClock, { minLength: 2, maxLength: 50 }), (clocks) => {
        let last = nextHlc(MIN_HLC, clocks[0] ?? 0)
        for (const now of clocks) {
          const next = nextHlc(last, now)
          expect(next).toBeGreaterThan(last)
          expect(isHlc(next)).toBe(true)
          last = next
        }
      }),
    )
  })

  it('CHG-7: a stamp tells its moment, also with a counter and before 2024', () => {
    for (const ms of [NOW, Date.UTC(2016, 4, 1), Date.UTC(2023, 11, 31, 23, 59, 59, 999), Date.UTC(2024, 0, 1)]) {
      expect(hlcToMs(hlcAt(ms))).toBe(ms)
      expect(hlcToMs(hlcAt(ms, 4095))).toBe(ms)
    }
  })

  it('CHG-7: a dead battery’s 1970 and a clock in 2120 still give stamps whose difference is exact', () => {
    for (const ms of [0, Date.UTC(2120, 0, 1)]) {
      const stamp = nextHlc(0, ms)
      expect(isHlc(stamp)).toBe(true)
      expect(nextHlc(stamp, ms)).toBe(stamp + 1)
    }
    expect(Number.isSafeInteger(MAX_HLC - MIN_HLC)).toBe(true)
    expect([MIN_HLC - 1, MAX_HLC + 1, 0.5, Number.NaN].some(isHlc)).toBe(false)
  })

  it('CHG-7: a fraction of a millisecond does not make a stamp nobody accepts', () => {
    expect(isHlc(hlcAt(NOW + 0.25))).toBe(true)
  })

  it('CHG-7: a remote clock within five minutes moves ours on', () => {
    const remote = hlcAt(NOW + MAX_DRIFT_MS)
    expect(hearHlc(hlcAt(NOW), remote, NOW)).toBe(remote)
    expect(nextHlc(hearHlc(hlcAt(NOW), remote, NOW), NOW)).toBeGreaterThan(remote)
  })

  it('CHG-7: a remote clock far ahead does not move ours, one behind never moves it back', () => {
    const ours = hlcAt(NOW)
    expect(hearHlc(ours, hlcAt(NOW + 10 * YEAR), NOW)).toBe(ours)
    expect(hearHlc(ours, hlcAt(NOW - 10 * YEAR), NOW)).toBe(ours)
  })
})
