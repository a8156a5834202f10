// A poor 2G line as the bench has it: EDGE at the edge of a cell. 50 kbit/s up, 100 kbit/s down, 400 ms there and back.
// Chromium holds a page to it (Network.emulateNetworkConditions): every request waits one round trip for its answer's
// beginning, and bodies pass at the rate. Headers pass freely, so the floor counts bodies only.
import type { Line, Sample } from './device.ts'

export const TWO_G: Line = { roundTripMs: 400, up: 50_000, down: 100_000 }

/** The least time in which these bodies can pass over the line, milliseconds. */
export const floorMs = ({ bodyUp, bodyDown, requests }: Sample, line: Line): number =>
  (bodyUp * 8_000) / line.up + (bodyDown * 8_000) / line.down + requests * line.roundTripMs
