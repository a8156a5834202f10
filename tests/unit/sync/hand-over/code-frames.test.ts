import { encode } from 'uqr'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base45Of, bytesOfBase45 } from '#sync/hand-over/base45.ts'
import { CodeCollector } from '#sync/hand-over/code-collector.ts'
import { codeFramesOf, crc32, MOST_CODE_BYTES, readFrame, secondsOfTransfer } from '#sync/hand-over/code-frames.ts'

const someBytes = (length: number, seed = 7): Uint8Array => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 16
  })
}

/** Frames shown until the collector is done, of which some are missed. */
function shownUntilDone(
  bytes: Uint8Array,
  isMissed: (index: number) => boolean,
): { shown: number; got: Uint8Array | null } {
  const [frames, collector] = [codeFramesOf(bytes), new CodeCollector()]
  for (let index = 0; index < frames.count * 20 + 200; index++) {
    if (isMissed(index)) continue
    const progress = collector.take(frames.frame(index))
    if (progress?.bytes) return { shown: index + 1, got: progress.bytes }
  }
  return { shown: Number.POSITIVE_INFINITY, got: null }
}

describe('a transfer by codes', () => {
  it('HND-10: ends with the same bytes whichever frames were missed', () => {
    const missed = fc.record({
      length: fc.integer({ min: 1, max: 6000 }),
      percent: fc.integer({ min: 0, max: 80 }),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(missed, ({ length, percent, seed }) => {
        const bytes = someBytes(length, seed)
        const { got } = shownUntilDone(bytes, (index) => crc32(Uint8Array.of(index, index >> 8, seed)) % 100 < percent)
        return got !== null && Buffer.from(got).equals(Buffer.from(bytes))
      }),
      { numRuns: 60, seed: 20_261_121 },
    )
  })

  it('HND-10: needs hardly more frames than were missed, also joined in the middle', () => {
    const bytes = someBytes(24_000)
    expect(shownUntilDone(bytes, () => false).shown).toBe(100)
    expect(shownUntilDone(bytes, (index) => index < 37).shown).toBeLessThan(145)
    expect(shownUntilDone(bytes, (index) => index % 5 === 0).shown).toBeLessThan(135)
  })

  it('HND-10: the largest transfer is put together within its announced time', () => {
    const bytes = someBytes(MOST_CODE_BYTES)
    expect(shownUntilDone(bytes, (index) => index % 6 === 0).shown / 6).toBeLessThan(secondsOfTransfer(bytes.length))
    expect(secondsOfTransfer(MOST_CODE_BYTES)).toBeLessThan(60)
  })

  it('HND-10: a misread frame, another text and a frame of another transfer spoil nothing', () => {
    const [one, other] = [codeFramesOf(someBytes(700, 1)), codeFramesOf(someBytes(700, 2))]
    const collector = new CodeCollector()
    expect(collector.take('https://example.com')).toBeNull()
    expect(collector.take(one.frame(0).replace(/^.{9}/, 'ABCDEFGHI'))).toBeNull()
    expect(collector.take(one.frame(0))).toMatchObject({ seen: 1, needed: 3 })
    expect(collector.take(one.frame(0))).toMatchObject({ seen: 1 })
    expect(collector.take(other.frame(2))).toMatchObject({ seen: 1, needed: 3, bytes: null })
    for (const index of [0, 1]) collector.take(other.frame(index))
    expect(collector.progress().bytes).toEqual(someBytes(700, 2))
    expect(readFrame('')).toBeUndefined()
  })

  it('HND-10: a frame is a code of 57 × 57 modules', () => {
    const { version, size } = encode(codeFramesOf(someBytes(5000)).frame(40), { border: 0 })
    expect([version, size]).toEqual([10, 57])
  })
})

describe('base 45', () => {
  it('HND-10: gives back every sequence of bytes and refuses what is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) =>
        Buffer.from(bytesOfBase45(base45Of(bytes)) ?? []).equals(Buffer.from(bytes)),
      ),
      { seed: 20_261_121 },
    )
    expect(base45Of(Buffer.from('ietf!'))).toBe('QED8WEX0')
    for (const text of ['A', ':::', 'ab', '::']) expect(bytesOfBase45(text)).toBeUndefined()
  })
})
