/**
 * How fast this device sends, learnt from its own requests and from nothing else (SYN-16). Small requests show what a
 * request costs, large ones what their bytes cost; both are moving averages, so that yesterday's Wi-Fi is forgotten
 * after a few requests on a mobile network.
 */
import type { LinkSpeed, PhotoStore } from '#data/contract/photo-sending-contract.ts'
import type { EndpointEdge } from './endpoint-request.ts'

export interface Transfer {
  readonly bytes: number
  readonly ms: number
}

const SMALL_BYTES = 2_000
const LARGE_BYTES = 8_000
/** Share of the newest measurement. */
const WEIGHT = 0.3

const average = (before: number | null, now: number): number =>
  before === null ? now : before + WEIGHT * (now - before)

export function withTransfer(speed: LinkSpeed, { bytes, ms }: Transfer): LinkSpeed {
  if (bytes <= SMALL_BYTES) return { ...speed, roundTripMs: average(speed.roundTripMs, ms) }
  if (bytes < LARGE_BYTES) return speed
  const onTheLine = Math.max(1, ms - (speed.roundTripMs ?? 0), ms / 10)
  return { ...speed, bytesPerSecond: average(speed.bytesPerSecond, (bytes / onTheLine) * 1000) }
}

/** Milliseconds to send these bytes in so many requests; null while nothing large was measured. */
export const timeToSend = (
  { bytesPerSecond, roundTripMs }: LinkSpeed,
  bytes: number,
  requests: number,
): number | null => (bytesPerSecond === null ? null : (bytes / bytesPerSecond) * 1000 + requests * (roundTripMs ?? 0))

export interface LinkMeter {
  /** The same edge; what goes through it is measured. */
  readonly edge: EndpointEdge
  /** Keeps what was learnt, for the next start too. */
  save(): Promise<void>
}

const sizeOf = (body: RequestInit['body']): number =>
  body instanceof Blob ? body.size : body instanceof Uint8Array ? body.byteLength : 0

/** Bytes of bodies, added up by the meter for whoever reads them (SYN-24). */
export interface Traffic {
  up: number
  down: number
}

export function createLinkMeter(
  edge: EndpointEdge,
  store: Pick<PhotoStore, 'speed' | 'keepSpeed'>,
  traffic: Traffic = { up: 0, down: 0 },
): LinkMeter {
  let transfers: Transfer[] = []
  const measuredFetch: typeof fetch = async (address, init) => {
    const from = edge.timers.monotonicNow()
    const bytes = sizeOf(init?.body ?? null)
    traffic.up += bytes
    const response = await edge.fetch(address, init)
    traffic.down += Number(response.headers.get('content-length'))
    transfers.push({ bytes, ms: edge.timers.monotonicNow() - from })
    return response
  }
  return {
    edge: { ...edge, fetch: measuredFetch },
    async save() {
      const fresh = transfers
      transfers = []
      // A request with nothing to do says little and comes every five minutes: it is not worth a write.
      if (fresh.every(({ bytes }) => bytes <= SMALL_BYTES)) return
      await store.keepSpeed(fresh.reduce(withTransfer, await store.speed()))
    },
  }
}
