/**
 * The hybrid logical clock orders changes for display and breaks ties; it never decides what is kept
 * (contexts do, see `register.ts`) and it never refuses anything: a wrong clock leads to a warning (CHG-7).
 */

/** (milliseconds since 2024-01-01 UTC) × 4096 + counter. A signed integer within `MIN_HLC … MAX_HLC`. */
export type Hlc = number

const EPOCH_MS = Date.UTC(2024, 0, 1)
const TICKS = 4096
/** A remote clock further ahead than this does not move ours, in milliseconds. */
export const MAX_DRIFT_MS = 5 * 60_000

/**
 * Stamps stay within 2015 … 2085, so that the difference of any two is exact in a double: batches carry differences.
 * A clock outside (a dead battery's 1970) is read as the nearest bound; stamps then grow by the counter alone.
 */
export const MIN_HLC: Hlc = -(2 ** 50)
export const MAX_HLC: Hlc = 2 ** 53 - 2 ** 50 - 1
/** The wall clock alone never reaches further than this, which leaves 2^40 local changes after it. */
const MAX_WALL: Hlc = MAX_HLC - 2 ** 40

/** Whether a number from outside can be a stamp. */
export const isHlc = (value: number): boolean => Number.isSafeInteger(value) && value >= MIN_HLC && value <= MAX_HLC

export const hlcAt = (ms: number, counter = 0): Hlc =>
  Math.min(MAX_WALL, Math.max(MIN_HLC, (Math.floor(ms) - EPOCH_MS) * TICKS)) + counter

/** Milliseconds since 1970-01-01 UTC of the wall clock part. */
export const hlcToMs = (hlc: Hlc): number => Math.floor(hlc / TICKS) + EPOCH_MS

/** The stamp of the next local change: later than `last`, and not before the wall clock. */
export const nextHlc = (last: Hlc, nowMs: number): Hlc => Math.max(last + 1, hlcAt(nowMs))

/** What our clock becomes after hearing `remote`. Rule CHG-7. */
export const hearHlc = (last: Hlc, remote: Hlc, nowMs: number): Hlc =>
  remote > hlcAt(nowMs + MAX_DRIFT_MS) ? last : Math.max(last, remote)
