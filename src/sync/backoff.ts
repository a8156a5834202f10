/** How long to wait after a failure: longer each time, never the same for two devices, at most five minutes. */
import type { Random } from './sync-edges.ts'

const FIRST_MS = 2_000
const LONGEST_MS = 5 * 60_000

/** Milliseconds before attempt number `failures + 1`; the second half of the wait is left to chance. */
export function retryDelay(failures: number, random: Random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(full / 2 + (random() * full) / 2)
}
