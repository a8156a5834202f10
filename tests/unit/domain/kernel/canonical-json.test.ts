import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'

const shuffledKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffledKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffledKeys(part)]),
  )
}

describe('canonical JSON', () => {
  it('KERNEL-5: keys are sorted by code unit and there is no white space', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'ạ'], B: { z: 0, đ: -0 } })).toBe(
      '{"B":{"z":0,"đ":0},"a":[true,null,"ạ"],"b":1}',
    )
  })

  it('KERNEL-5: NFD and NFC, in keys and values, give one text', () => {
    expect(canonicalJson({ ['Hòa'.normalize('NFD')]: 'Quý'.normalize('NFD') })).toBe('{"Hòa":"Quý"}'.normalize('NFC'))
  })

  it('KERNEL-5: the order in which fields were set makes no difference, and JSON reads it back', () => {
    const json = fc.jsonValue().filter((value) => JSON.stringify(value) === JSON.stringify(value).normalize('NFC'))
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(shuffledKeys(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it.each([
    ['undefined', undefined],
    ['a field that is undefined', { a: undefined }],
    ['an undefined entry', [undefined]],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['two keys alike in NFC', { ['Hòa'.normalize('NFD')]: 1, ['Hòa'.normalize('NFC')]: 2 }],
  ])('KERNEL-5: %s cannot be written exactly and is refused', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

describe('UTF-8', () => {
  it('KERNEL-6: the bytes are those of the machine’s own encoder, for any text', () => {
    const encoder = new TextEncoder()
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(texts, (text) => {
        expect([...utf8Bytes(text)]).toEqual([...encoder.encode(text)])
      }),
    )
  })

  it('KERNEL-6: half a surrogate pair becomes U+FFFD', () => {
    expect([...utf8Bytes('a\uD800b')]).toEqual([0x61, 0xef, 0xbf, 0xbd, 0x62])
  })

  it('KERNEL-6: one, two, three and four bytes', () => {
    expect([...utf8Bytes('aé€😀')]).toEqual([0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80])
  })
})
