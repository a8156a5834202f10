import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/local-date.ts'
import { lineSpans, monthTicks, timeScale } from '#features/cockpit/timeline-scale.ts'
import { commune, day, NOW, plannedEnd, START } from './cockpit-scene.ts'

const done = commune('a', [
  ['G0', 'declared-done', '2026-08-05'],
  ['G0', 'confirmed', '2026-08-07'],
  ['G1', 'declared-done', '2026-08-20'],
])

describe('the line of time', () => {
  it('CKP-6: begins with the plan and holds the latest planned and forecast day', () => {
    const scale = timeScale([done], NOW, null)
    expect(scale.from).toBe(START)
    expect(scale.to).toBe(done.range.latest > plannedEnd('G10') ? done.range.latest : plannedEnd('G10'))
    expect(scale.at(START)).toBe(0)
    expect(scale.at(scale.to)).toBeGreaterThan(0.95)
    expect(scale.at(scale.to)).toBeLessThanOrEqual(1)
  })

  it('CKP-6: cuts at its edge what would stretch it beyond three times the plan', () => {
    const far = commune('far', [], {
      range: {
        earliest: day('2035-01-01'),
        likely: day('2036-01-01'),
        latest: day('2040-01-01'),
        basis: 'normal',
        stages: [],
      },
    })
    const scale = timeScale([done, far], NOW, null)
    expect(scale.at(day('2040-01-01'))).toBe(1)
    expect(scale.at(plannedEnd('G10'))).toBeGreaterThan(0.3)
  })

  it('CKP-6: keeps every day in its order and on the line', () => {
    const scale = timeScale([done], NOW, null)
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (from, more) => {
        const [a, b] = [scale.at(addDays(START, from)), scale.at(addDays(START, from + more))]
        return a >= 0 && b <= 1 && a <= b
      }),
    )
  })

  it('marks months, at most twelve of them and at most six where there is little room', () => {
    const ticks = monthTicks(timeScale([done], NOW, day('2029-12-31')))
    expect(ticks.length).toBeLessThanOrEqual(12)
    expect(ticks.filter(({ isMinor }) => !isMinor).length).toBeLessThanOrEqual(6)
    expect(ticks.every(({ month }) => month.endsWith('-01'))).toBe(true)
    expect(ticks.every(({ at }) => at > 0.03 && at < 0.97)).toBe(true)
  })

  it('CKP-7: keeps reported and confirmed stages apart, and a running stage within and past its time', () => {
    const scale = timeScale([done], NOW, null)
    const spans = lineSpans(done.stages, NOW, scale)
    expect(spans.planned).toHaveLength(11)
    expect(spans.confirmed).toEqual([{ from: 0, to: scale.at(day('2026-08-05')) }])
    expect(spans.declared).toEqual([{ from: scale.at(day('2026-08-05')), to: scale.at(day('2026-08-20')) }])
    expect(spans.now).toEqual([{ from: scale.at(day('2026-08-20')), to: scale.at(plannedEnd('G2')) }])
    expect(spans.over).toEqual([{ from: scale.at(plannedEnd('G2')), to: scale.at(NOW) }])
  })
})
