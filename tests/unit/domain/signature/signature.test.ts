import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signingState } from '#domain/signature/signing-state.ts'
import { checkSignature, type GivenSignature, isStanding, signatureProblems } from '#domain/signature/signature.ts'
import { areStrokes, isDrawn, MOST_POINTS, MOST_STROKES, pathOf, strokesOf } from '#domain/signature/strokes.ts'

const HASH = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)
const given = (patch: Partial<GivenSignature> = {}): GivenSignature => ({
  side: 'auditee',
  name: ' Người ký minh họa ',
  post: 'Phó Chủ tịch UBND xã',
  on: '2026-11-21',
  strokes: [[100, 100, 400, 500, 700, 200]],
  ...patch,
})
const codes = (patch: Partial<GivenSignature>) => signatureProblems(given(patch)).map(({ code }) => code)

describe('a signature', () => {
  it('SGN-1: names who, in which post and on which day, and is kept without the blanks around it', () => {
    expect(checkSignature(given())).toEqual({ ok: true, value: given({ name: 'Người ký minh họa' }) })
    expect(codes({ name: ' ' })).toEqual(['signature.name-missing'])
    expect(codes({ post: '' })).toEqual(['signature.post-missing'])
    expect(codes({ on: '2026-02-30' })).toEqual(['date.nonexistent'])
    expect(codes({ name: '', post: '', strokes: [] })).toEqual([
      'signature.name-missing',
      'signature.post-missing',
      'signature.not-drawn',
    ])
  })

  it('SGN-2: stands while its hash is the one of the content, and not a letter longer', () => {
    expect(isStanding({ sha256: HASH }, HASH)).toBe(true)
    expect(isStanding({ sha256: HASH }, OTHER)).toBe(false)
    expect(isStanding({ sha256: '' }, '')).toBe(false)
  })

  it('SGN-4: nothing, a dot and a tick are no drawing; a short name is', () => {
    expect(codes({ strokes: [] })).toEqual(['signature.not-drawn'])
    expect(codes({ strokes: [[500, 500]] })).toEqual(['signature.not-drawn'])
    expect(codes({ strokes: [[500, 500, 510, 520]] })).toEqual(['signature.not-drawn'])
    expect(
      isDrawn([
        [500, 500, 520, 540],
        [300, 300, 320, 310],
      ]),
    ).toBe(true)
  })

  it('SGN-5: whatever is drawn becomes few whole numbers within the field', () => {
    const point = fc.record({
      x: fc.double({ min: -50, max: 900, noNaN: true }),
      y: fc.double({ min: -50, max: 400, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 60 }), { maxLength: 80 }), (drawn) => {
        const strokes = strokesOf(drawn, { width: 800, height: 300 })
        expect(areStrokes(strokes)).toBe(true)
        expect(strokes.length).toBeLessThanOrEqual(MOST_STROKES)
        expect(strokes.flat().length).toBeLessThanOrEqual(2 * MOST_POINTS)
      }),
      { numRuns: 60 },
    )
  })

  it('SGN-5: thinning keeps the ends and the corners of a stroke', () => {
    const straight = Array.from({ length: 200 }, (_, i) => ({ x: i * 2, y: 100 }))
    const corner = Array.from({ length: 100 }, (_, i) => ({ x: 398, y: 100 + i * 2 }))
    expect(strokesOf([[...straight, ...corner]], { width: 800, height: 400 })).toEqual([[0, 250, 498, 250, 498, 745]])
  })

  it('SGN-5: strokes from elsewhere are refused unless they are such numbers', () => {
    expect(codes({ strokes: [[0, 1, 1001, 5]] })).toEqual(['signature.too-large'])
    for (const wrong of [[[1.5, 2]], [[1]], [[]], 'x', [['1', 2]], [Array<number>(1202).fill(1)]]) {
      expect(areStrokes(wrong)).toBe(false)
    }
  })

  it('SGN-5: a stroke is drawn as a path in its own proportion', () => {
    expect(pathOf([0, 0, 1000, 1000], 375)).toBe('M0 0L1000 375')
  })
})

describe('what signatures come to', () => {
  const by = (side: GivenSignature['side'], sha256: string, id: string) => ({ side, sha256, id })

  it('SGN-3: a content is agreed when every side asked signed the same hash', () => {
    const both = ['auditor', 'auditee'] as const
    expect(signingState([by('auditor', HASH, '1')], both, HASH).isAgreed).toBe(false)
    expect(signingState([by('auditor', HASH, '1'), by('auditee', OTHER, '2')], both, HASH).isAgreed).toBe(false)
    expect(signingState([by('auditor', HASH, '1'), by('auditee', HASH, '2')], both, HASH).isAgreed).toBe(true)
    expect(signingState([by('auditor', HASH, '1')], [], HASH).isAgreed).toBe(false)
  })

  it('SGN-2: when the content changes every signature of before is broken and still there', () => {
    const signatures = [by('auditor', HASH, '1'), by('auditee', HASH, '2')]
    const state = signingState(signatures, ['auditor', 'auditee'], OTHER)
    expect(state.isAgreed).toBe(false)
    expect(state.sides.map(({ standing, broken }) => [standing, broken.length])).toEqual([
      [undefined, 1],
      [undefined, 1],
    ])
  })

  it('SGN-7: of two standing ones the later counts, and a side nobody asked for is shown last', () => {
    const signatures = [by('auditee', HASH, '1'), by('secretary', HASH, '2'), by('auditee', HASH, '3')]
    const { sides, isAgreed } = signingState(signatures, ['auditee'], HASH)
    expect(sides.map(({ side, standing, earlier }) => [side, standing?.id, earlier.map(({ id }) => id)])).toEqual([
      ['auditee', '3', ['1']],
      ['secretary', '2', []],
    ])
    expect(isAgreed).toBe(true)
  })
})
