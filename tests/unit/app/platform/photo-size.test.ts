import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Encode, encodeWithin, fitInto, photoTarget, thumbnailTarget } from '#app/platform/photo-size.ts'

/** A picture whose bytes grow with its area and the quality, as JPEG does. */
const encoderOf =
  (bytesPerPixel: number): Encode =>
  async (size, quality) =>
    new Uint8Array(Math.ceil(size.width * size.height * bytesPerPixel * quality))

const camera = { width: 4000, height: 3000 }

describe('the size of a photo', () => {
  it('makes the longest side 1600 px and keeps the shape', () => {
    expect(fitInto(camera, 1600)).toEqual({ width: 1600, height: 1200 })
    expect(fitInto({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 })
  })

  it('never enlarges a small picture and never makes a side vanish', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), (width, height) => {
        const size = fitInto({ width, height }, 1600)
        expect(size.width).toBeLessThanOrEqual(Math.min(width, 1600))
        expect(size.height).toBeLessThanOrEqual(Math.min(height, 1600))
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
      }),
      { seed: 20261121 },
    )
  })

  it('takes the best quality that stays within 200 kB', async () => {
    const photo = await encodeWithin(encoderOf(0.12), camera, photoTarget)
    expect(photo.width).toBe(1600)
    expect(photo.bytes.length).toBe(Math.ceil(1600 * 1200 * 0.12 * 0.8))
  })

  it('lowers the quality before the size', async () => {
    const photo = await encodeWithin(encoderOf(0.2), camera, photoTarget)
    expect(photo).toMatchObject({ width: 1600, height: 1200 })
    expect(photo.bytes.length).toBeLessThanOrEqual(200_000)
  })

  it('makes it smaller where the lowest quality is not enough, and keeps evidence that stays too large', async () => {
    expect((await encodeWithin(encoderOf(0.35), camera, photoTarget)).width).toBeLessThan(1600)
    expect((await encodeWithin(encoderOf(9), camera, photoTarget)).bytes.length).toBeGreaterThan(200_000)
  })

  it('makes a thumbnail of about 10 kB', async () => {
    const thumbnail = await encodeWithin(encoderOf(0.3), camera, thumbnailTarget)
    expect(thumbnail.width).toBeLessThanOrEqual(240)
    expect(thumbnail.bytes.length).toBeLessThanOrEqual(10_000)
  })
})
