/**
 * How much goes into one request: it starts small enough for a 2G line and doubles while answers come back quickly.
 * A timeout or "too large" halves it, so that a bad line ends up with pieces it can carry.
 */

const START_BYTES = 16 * 1024
const LEAST_BYTES = 1024
const MOST_BYTES = 256 * 1024
const QUICK_MS = 4_000
/** JSON of operations to gzipped columns: 33 on answers with short notes (decision 0010), less where much is written. */
const START_RATIO = 20
const LEAST_RATIO = 4
const MOST_RATIO = 40
/** However quick the line: the endpoint stores a push in one transaction, and others wait for it. */
const MOST_JSON_BYTES = 2_000_000

export interface TransferSize {
  /** JSON bytes of operations for the next push. */
  pushLimit(): number
  /** What `pushLimit` will be if the request under way goes as the last one did. */
  aheadLimit(): number
  /** JSON bytes wanted in the next answer. */
  answerLimit(): number
  /** A request that took as much as `pushLimit` allowed came to so many bytes. */
  packed(limitBytes: number, bytes: number): void
  succeeded(durationMs: number): void
  failed(): void
}

export function createTransferSize(): TransferSize {
  let [bytes, ratio, wasQuick] = [START_BYTES, START_RATIO, true]
  const grown = (): number => Math.min(MOST_BYTES, bytes * 2)
  const jsonOf = (size: number): number => Math.min(MOST_JSON_BYTES, Math.round(size * ratio))
  return {
    pushLimit: () => jsonOf(bytes),
    aheadLimit: () => jsonOf(wasQuick ? grown() : bytes),
    answerLimit: () => jsonOf(bytes * 2),
    packed(limitBytes, sent) {
      ratio = Math.min(MOST_RATIO, Math.max(LEAST_RATIO, limitBytes / Math.max(1, sent)))
    },
    succeeded(durationMs) {
      wasQuick = durationMs < QUICK_MS
      if (wasQuick) bytes = grown()
    },
    failed() {
      wasQuick = false
      bytes = Math.max(LEAST_BYTES, Math.floor(bytes / 2))
    },
  }
}
