/**
 * The hybrid logical clock orders changes for display and breaks ties; it never decides what is kept
 * (contexts do, see `register.ts`) and it never refuses anything: a wrong clock leads to a warning (CHG-7).
 */

/** (milliseconds since 2024-01-01 UTC) × 4096 + counter. A signed integer, exact in a double until 2093. */
export type Hlc = number

const EPOCH_MS = Date.UTC(2024, 0, 1)
const TICKS = 4096
/** A remote clock further ahead than this does not move ours, in milliseconds. */
export const MAX_DRIFT_MS = 5 * 60_000

export const hlcAt = (ms: number, counter = 0): Hlc => (ms - EPOCH_MS) * TICKS + counter

/** Milliseconds since 1970-01-01 UTC of the wall clock part. */
export const hlcToMs = (hlc: Hlc): number => Math.floor(hlc / TICKS) + EPOCH_MS

/** The stamp of the next local change: later than `last`, and not before the wall clock. */
export const nextHlc = (last: Hlc, nowMs: number): Hlc => Math.max(last + 1, hlcAt(nowMs))

/** What our clock becomes after hearing `remote`. Rule CHG-7. */
export const hearHlc = (last: Hlc, remote: Hlc, nowMs: number): Hlc =>
  remote > hlcAt(nowMs + MAX_DRIFT_MS) ? last : Math.max(last, remote)
