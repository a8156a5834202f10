/**
 * How much of a photo goes into one request (SYN-14). A chunk that is cut costs at most itself, so a bad line gets
 * small ones; on a good line every chunk costs a round trip, so they grow. Kept from photo to photo.
 */
export const LEAST_CHUNK_BYTES = 64 * 1024
export const MOST_CHUNK_BYTES = 256 * 1024
const QUICK_MS = 4_000
const SLOW_MS = 15_000

export interface ChunkSize {
  bytes(): number
  /** A small last piece that went quickly says nothing about large ones. */
  succeeded(sent: number, durationMs: number): void
  failed(): void
}

export function createChunkSize(): ChunkSize {
  let bytes = LEAST_CHUNK_BYTES
  const shrink = (): void => {
    bytes = Math.max(LEAST_CHUNK_BYTES, bytes / 2)
  }
  return {
    bytes: () => bytes,
    succeeded(sent, durationMs) {
      if (durationMs < QUICK_MS && sent >= bytes) bytes = Math.min(MOST_CHUNK_BYTES, bytes * 2)
      if (durationMs > SLOW_MS) shrink()
    },
    failed: shrink,
  }
}
