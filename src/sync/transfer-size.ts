/**
 * How much goes into one request: it starts small enough for a 2G line and doubles while answers come back quickly.
 * A timeout or "too large" halves it, so that a bad line ends up with pieces it can carry.
 */

const START_BYTES = 16 * 1024
const LEAST_BYTES = 1024
const MOST_BYTES = 256 * 1024
const QUICK_MS = 4_000
/** JSON of operations to gzipped columns, measured on answers with Vietnamese notes. */
const PACKING_RATIO = 8

export interface TransferSize {
  /** JSON bytes of operations for the next push. */
  pushLimit(): number
  /** JSON bytes wanted in the next answer. */
  answerLimit(): number
  succeeded(durationMs: number): void
  failed(): void
}

export function createTransferSize(): TransferSize {
  let bytes = START_BYTES
  return {
    pushLimit: () => bytes * PACKING_RATIO,
    answerLimit: () => bytes * PACKING_RATIO * 2,
    succeeded(durationMs) {
      if (durationMs < QUICK_MS) bytes = Math.min(MOST_BYTES, bytes * 2)
    },
    failed() {
      bytes = Math.max(LEAST_BYTES, Math.floor(bytes / 2))
    },
  }
}
