// How small a photo must become (decision D6): longest side 1600 px and about 200 kB, with a thumbnail of about 10 kB
// that travels first on a slow line. Pure, so that the choice of quality is tested without a canvas.
export interface Size {
  readonly width: number
  readonly height: number
}

export interface PhotoTarget {
  readonly longestSide: number
  readonly bytes: number
}

export const photoTarget: PhotoTarget = { longestSide: 1600, bytes: 200_000 }
export const thumbnailTarget: PhotoTarget = { longestSide: 240, bytes: 10_000 }

export function fitInto({ width, height }: Size, longestSide: number): Size {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export type Encode = (size: Size, quality: number) => Promise<Uint8Array>

const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4]
const SHRINKS = [1, 0.8, 0.64]

export interface Encoded extends Size {
  readonly bytes: Uint8Array
}

/** Lowers quality first, then the size; what is still too large at the end is taken as it is, since it is evidence. */
export async function encodeWithin(encode: Encode, original: Size, target: PhotoTarget): Promise<Encoded> {
  let last: Encoded | undefined
  for (const shrink of SHRINKS) {
    const size = fitInto(original, target.longestSide * shrink)
    for (const quality of QUALITIES) {
      last = { ...size, bytes: await encode(size, quality) }
      if (last.bytes.length <= target.bytes) return last
    }
  }
  if (last === undefined) throw new RangeError('no quality to try')
  return last
}
