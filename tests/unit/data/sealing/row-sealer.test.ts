import { describe, expect, it } from 'vitest'
import { createOpeningSealer, createRowSealer } from '#data/sealing/row-sealer.ts'
import { openSealer, type SealedBox } from '#data/sealing/sealer.ts'

const dataKey = new Uint8Array(32).fill(7)
const sealer = createRowSealer(dataKey)
const boxes: readonly unknown[] = [
  { note: 'điều kín đáo', score: 2 },
  true,
  42,
  Uint8Array.of(1, 2, 3),
  new Uint8Array(0),
  { bytes: Uint8Array.of(9, 8, 7), mime: 'image/jpeg', feed: 'f/self' },
]

describe('a sealed row', () => {
  it.each(boxes)('DAT-30: opens to what was sealed: %j', (box) => {
    const sealed = sealer.seal('blob', 'k', box) as SealedBox
    expect(sealed.sealed[0]).toBe(1)
    expect(sealer.open('blob', 'k', sealed)).toEqual(box)
  })

  it('DAT-30: is never the same twice, so that equal rows cannot be told', () => {
    const [one, two] = [1, 2].map(() => (sealer.seal('meta', 'k', 'x') as SealedBox).sealed)
    expect(one).not.toEqual(two)
  })

  it('DAT-30: does not open under another key, in another table, in another row, changed, or cut', () => {
    const { sealed } = sealer.seal('ent', ['f', 'e'], { a: 1 }) as SealedBox
    const changed = (at: number) => sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))
    const tries: (() => unknown)[] = [
      () => sealer.open('own', ['f', 'e'], { sealed }),
      () => sealer.open('ent', ['f', 'other'], { sealed }),
      () => createRowSealer(new Uint8Array(32)).open('ent', ['f', 'e'], { sealed }),
      () => sealer.open('ent', ['f', 'e'], { sealed: sealed.subarray(0, -1) }),
      ...[0, 1, 30, sealed.length - 1].map((at) => () => sealer.open('ent', ['f', 'e'], { sealed: changed(at) })),
    ]
    for (const open of tries) expect(open).toThrow(expect.objectContaining({ name: 'DataError' }) as Error)
    expect(sealer.open('ent', ['f', 'e'], { sealed })).toEqual({ a: 1 })
  })

  it('DAT-31: stands beside rows from before the PIN, which are read as they are', () => {
    expect(sealer.open('ent', 'k', { a: 1 })).toEqual({ a: 1 })
    const opening = createOpeningSealer(dataKey)
    expect(opening.open('ent', 'k', sealer.seal('ent', 'k', { a: 1 }))).toEqual({ a: 1 })
    expect(opening.seal('ent', 'k', { a: 1 })).toEqual({ a: 1 })
  })

  it('DAT-30: is never taken for content by a program that has no key', () => {
    expect(() => openSealer.open('ent', 'k', sealer.seal('ent', 'k', 1))).toThrow('sealed')
    expect(openSealer.open('ent', 'k', { sealed: 'a field of that name' })).toEqual({ sealed: 'a field of that name' })
  })
})
