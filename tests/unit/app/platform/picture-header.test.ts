import { describe, expect, it } from 'vitest'
import { decodeWidth, pictureSize } from '#app/platform/picture-header.ts'

const bytes = (...parts: readonly number[]): Uint8Array =>
  Uint8Array.from([...parts, ...Array.from({ length: 24 }, () => 0)])
const word = (value: number) => [value >> 8, value & 0xff]

/** A JPEG with a camera's notes of this length before its frame. */
const jpeg = (width: number, height: number, notes: number) =>
  bytes(
    0xff,
    0xd8,
    0xff,
    0xe1,
    ...word(notes + 2),
    ...Array.from({ length: notes }, () => 7),
    0xff,
    0xc0,
    ...word(17),
    8,
    ...word(height),
    ...word(width),
  )

describe('the size of a picture before it is decoded', () => {
  it('is read from a JPEG behind the camera’s notes, and from a PNG', () => {
    expect(pictureSize(jpeg(4000, 3000, 0))).toEqual({ width: 4000, height: 3000 })
    expect(pictureSize(jpeg(3000, 4000, 20_000))).toEqual({ width: 3000, height: 4000 })
    const png = bytes(
      0x89,
      0x50,
      0x4e,
      0x47,
      13,
      10,
      26,
      10,
      0,
      0,
      0,
      13,
      0x49,
      0x48,
      0x44,
      0x52,
      0,
      0,
      8,
      0,
      0,
      0,
      4,
      0,
    )
    expect(pictureSize(png)).toEqual({ width: 2048, height: 1024 })
  })

  it('is unknown for other kinds, for a cut file and for nonsense', () => {
    expect(pictureSize(bytes(0x52, 0x49, 0x46, 0x46))).toBeNull()
    expect(pictureSize(new Uint8Array([0xff, 0xd8]))).toBeNull()
    expect(pictureSize(bytes(0xff, 0xd8, 0x12, 0x34))).toBeNull()
    expect(pictureSize(jpeg(4000, 3000, 20_000).subarray(0, 1000))).toBeNull()
  })
})

describe('the width to decode to', () => {
  it.each([
    ['12 megapixels', { width: 4000, height: 3000 }, 1600],
    ['12 megapixels held upright', { width: 3000, height: 4000 }, 1600],
    ['3 megapixels, whose short side is within the target', { width: 2048, height: 1536 }, null],
    ['a small picture, which is not enlarged', { width: 800, height: 600 }, null],
    ['a panorama', { width: 12_000, height: 2000 }, null],
    ['an unknown kind', null, null],
  ])('of %s', (_what, size, width) => {
    expect(decodeWidth(size, 1600)).toBe(width)
  })
})
