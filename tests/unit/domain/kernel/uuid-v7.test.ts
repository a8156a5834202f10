import { describe, expect, it } from 'vitest'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'

const at = (ms: number): Clock => ({ now: () => ms })
const filledWith = (byte: number): RandomSource => ({ bytes: (length) => new Uint8Array(length).fill(byte) })

describe('an id of version 7', () => {
  it('reproduces the example of RFC 9562, appendix A.6', () => {
    const bytes = [0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]
    const id = createUuidV7(at(0x017f22e279b0), { bytes: () => Uint8Array.from(bytes) })
    expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it.each([0x00, 0xff])('has version and variant bits whatever the randomness (%i)', (byte) => {
    expect(createUuidV7(at(Date.UTC(2026, 10, 21)), filledWith(byte))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('sorts by the moment it was made in', () => {
    const moments = [0, 1, Date.UTC(2017, 9, 16), Date.UTC(2026, 10, 21), Date.UTC(2026, 10, 21) + 1]
    const ids = moments.map((ms) => createUuidV7(at(ms), filledWith(0x7f)))
    expect([...ids].sort()).toEqual(ids)
  })

  it('differs in one moment when the randomness does', () => {
    expect(createUuidV7(at(1), filledWith(1))).not.toBe(createUuidV7(at(1), filledWith(2)))
  })
})
