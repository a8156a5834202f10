// How large a picture is, from its first bytes and without decoding it: a 48-megapixel photo decoded whole takes
// 190 MB, which a tablet with 2 GB does not give to one page. Unknown kinds are decoded as they are.
import type { Size } from './photo-size.ts'

/** JPEG keeps its size after the camera's own notes, which may be long. */
export const HEADER_BYTES = 128 * 1024

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (START_OF_FRAME.has(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

const PNG = 0x89504e47
const JPEG = 0xffd8

export function pictureSize(head: Uint8Array): Size | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (view.byteLength < 24) return null
  if (view.getUint32(0) === PNG) return { width: view.getUint32(16), height: view.getUint32(20) }
  return view.getUint16(0) === JPEG ? jpegSize(view) : null
}

/** Longer than this and the width alone says too little about the height. */
const MOST_SLENDER = 2.5

/**
 * The width to decode to, or null for the whole. Only the width is given, so that the browser keeps the shape whichever
 * way the camera was held; nothing is enlarged, and what is longer than the target is made to fit when it is drawn.
 */
export function decodeWidth(size: Size | null, longestSide: number): number | null {
  if (size === null) return null
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)]
  return short > longestSide && long / short <= MOST_SLENDER ? longestSide : null
}
