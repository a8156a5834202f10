// A phone on 2G at the edge of a cell, one profile for all benches: rates in bits per second, round trip in milliseconds.
import { TWO_G } from '../sync/support/two-g.ts'

export interface SlowLine {
  readonly roundTripMs: number
  readonly up: number
  readonly down: number
}

export const slowLine: SlowLine = TWO_G
/** The worse line that the issue names for a remote commune. */
export const worseLine: SlowLine = { roundTripMs: 800, up: 35_000, down: 35_000 }

/** Headers of a request and its answer on HTTP/1.1 behind a proxy. */
const HEADER_BYTES = 700

export const secondsOn = ({ roundTripMs, up, down }: SlowLine, bytesUp: number, bytesDown: number): number =>
  roundTripMs / 1000 + ((bytesUp + HEADER_BYTES) * 8) / up + ((bytesDown + HEADER_BYTES) * 8) / down
