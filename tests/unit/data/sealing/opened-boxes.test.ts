import { describe, expect, it } from 'vitest'
import { createOpenedBoxes } from '#data/sealing/opened-boxes.ts'
import { createRowSealer } from '#data/sealing/row-sealer.ts'
import type { SealedBox } from '#data/sealing/sealer.ts'

const bytes = (length: number, fill = 1): Uint8Array => new Uint8Array(length).fill(fill)

describe('boxes an open store remembers', () => {
  it('DAT-30: only for the same bytes in the same place', () => {
    const known = createOpenedBoxes()
    known.keep('a', bytes(40), 'content')
    expect(known.find('a', bytes(40))?.box).toBe('content')
    expect(known.find('b', bytes(40))).toBeUndefined()
    expect(known.find('a', bytes(41))).toBeUndefined()
    for (const at of [0, 20, 39]) {
      const changed = bytes(40)
      changed[at] = 2
      expect(known.find('a', changed)).toBeUndefined()
    }
  })

  it('DAT-30: the oldest make way, and large ones are not remembered', () => {
    const known = createOpenedBoxes(100)
    for (const place of ['a', 'b', 'c']) known.keep(place, bytes(40), place)
    expect(['a', 'b', 'c'].map((place) => known.find(place, bytes(40))?.box)).toEqual([undefined, 'b', 'c'])
    known.keep('b', bytes(20_000), 'large')
    expect(known.find('b', bytes(20_000))).toBeUndefined()
  })

  it('DAT-30: a row read and sealed before does not open once it was changed or moved', () => {
    const sealer = createRowSealer(bytes(32))
    const { sealed } = sealer.seal('ent', 'k', { a: 1 }) as SealedBox
    expect(sealer.open('ent', 'k', { sealed: sealed.slice() })).toEqual({ a: 1 })
    const changed = sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte))
    expect(() => sealer.open('ent', 'k', { sealed: changed })).toThrow('changed or moved')
    expect(() => sealer.open('ent', 'other', { sealed })).toThrow('changed or moved')
  })
})
