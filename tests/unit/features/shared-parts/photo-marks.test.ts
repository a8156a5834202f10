import { describe, expect, it } from 'vitest'
import { arrowHead, linesOf, type Mark, movedBy, readMarks } from '#features/photo-marks.ts'

const arrow: Mark = {
  tool: 'arrow',
  colour: 'red',
  points: [
    { x: 0.1, y: 0.5 },
    { x: 0.6, y: 0.5 },
  ],
}

describe('marks over a photo', () => {
  it('an arrow has a shaft and a head that opens backwards on both sides', () => {
    const [shaft, head] = linesOf(arrow, { width: 1000, height: 800 })
    expect(shaft).toEqual([
      { x: 100, y: 400 },
      { x: 600, y: 400 },
    ])
    const [left, tip, right] = head ?? []
    expect(tip).toEqual({ x: 600, y: 400 })
    expect(left?.x).toBeLessThan(600)
    expect((left?.y ?? 0) - 400).toBeCloseTo(400 - (right?.y ?? 0))
    expect(arrowHead({ x: 0, y: 0 }, { x: 0, y: 10 }, 1)[0].y).toBeLessThan(10)
  })

  it('a pen stroke goes through all its points', () => {
    expect(linesOf({ ...arrow, tool: 'pen' }, { width: 10, height: 10 })).toHaveLength(1)
  })

  it('EVI-8: come back from the drafts, and only what are marks', () => {
    expect(
      readMarks([JSON.parse(JSON.stringify(arrow)), null, { tool: 'arrow' }, { ...arrow, points: [] }] as never),
    ).toEqual([arrow])
    expect(readMarks('x')).toEqual([])
    expect(readMarks([{ ...arrow, points: [{ x: 'a', y: 1 }] }] as never)).toEqual([])
  })

  it('the keyboard’s cross stays within the picture', () => {
    expect(movedBy('ArrowLeft', { x: 0.01, y: 0.5 }, 0.02)).toEqual({ x: 0, y: 0.5 })
    expect(movedBy('ArrowDown', { x: 0.5, y: 0.5 }, 0.02)).toEqual({ x: 0.5, y: 0.52 })
    expect(movedBy('a', { x: 0, y: 0 }, 0.02)).toBeNull()
  })
})
