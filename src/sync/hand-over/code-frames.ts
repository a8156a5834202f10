/**
 * A transfer by codes on a screen: after the blocks themselves come, without end, random sums of them (a fountain over
 * GF(2)), so that whoever missed some frames needs about as many further ones, whichever they are, and no second pass
 * (rule HND-10). Every frame names its transfer and proves itself by a checksum.
 *
 * A frame: version (1 byte) · transfer (4, CRC-32 of all bytes) · length (3) · index (3) · block · CRC-32 of all that (4).
 */
import { base45Of, bytesOfBase45 } from './base45.ts'
import { joinBytes } from '#protocol/hand-over/byte-text.ts'

/** With its head a frame of 255 bytes is a code of 57 × 57 modules, which a cheap phone reads from another's screen. */
export const BLOCK_BYTES = 240
/** Beyond this a file is quicker. */
export const MOST_CODE_BYTES = 60_000
export const FRAMES_PER_SECOND = 6
/** Frames that are shown for every block that is needed, as seen with a tenth to a third of them missed. */
const FRAMES_PER_BLOCK = 1.35

const VERSION = 1
const HEAD = 11
const TAIL = 4

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 as in zip files. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const bytesOf = (value: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) & 255)

const numberAt = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)

/** Same numbers on both sides from the same seed. */
function dice(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** Blocks that a frame is the sum of: the first frames are the blocks themselves. */
export function blocksOfFrame(index: number, count: number): readonly number[] {
  if (index < count) return [index]
  const roll = dice(Math.imul(index, 2654435761))
  const chosen = Array.from({ length: count }, (_, block) => block).filter(() => (roll() & 1) === 1)
  return chosen.length > 0 ? chosen : [index % count]
}

export function addInto(sum: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (other[at] ?? 0)
}

export interface CodeFrames {
  /** Blocks: frames that are needed at least. */
  readonly count: number
  /** Text of the frame with this index, 0, 1, 2 … without end. */
  frame(index: number): string
}

export function codeFramesOf(bytes: Uint8Array): CodeFrames {
  const count = Math.max(1, Math.ceil(bytes.length / BLOCK_BYTES))
  const start = joinBytes([Uint8Array.of(VERSION), bytesOf(crc32(bytes), 4), bytesOf(bytes.length, 3)])
  const blockAt = (block: number): Uint8Array => bytes.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES)
  return {
    count,
    frame(index) {
      const sum = new Uint8Array(BLOCK_BYTES)
      for (const block of blocksOfFrame(index, count)) addInto(sum, blockAt(block))
      const frame = joinBytes([start, bytesOf(index, 3), sum])
      return base45Of(joinBytes([frame, bytesOf(crc32(frame), TAIL)]))
    },
  }
}

/** Seconds a transfer takes when it goes well. */
export const secondsOfTransfer = (bytes: number): number =>
  Math.ceil((Math.max(1, Math.ceil(bytes / BLOCK_BYTES)) * FRAMES_PER_BLOCK) / FRAMES_PER_SECOND)

export interface ReadFrame {
  readonly transfer: number
  readonly length: number
  readonly index: number
  readonly block: Uint8Array
}

/** Undefined where the text is no frame, or one that was misread. */
export function readFrame(text: string): ReadFrame | undefined {
  const bytes = bytesOfBase45(text)
  if (!bytes || bytes.length !== HEAD + BLOCK_BYTES + TAIL || bytes[0] !== VERSION) return undefined
  const end = bytes.length - TAIL
  if (crc32(bytes.subarray(0, end)) !== numberAt(bytes, end, TAIL)) return undefined
  const length = numberAt(bytes, 5, 3)
  if (length === 0 || length > MOST_CODE_BYTES) return undefined
  return { transfer: numberAt(bytes, 1, 4), length, index: numberAt(bytes, 8, 3), block: bytes.subarray(HEAD, end) }
}
