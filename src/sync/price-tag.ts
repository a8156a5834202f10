/**
 * What sending will cost, said before it is sent (SYN-16). The size of text is that of a real request: packed and
 * gzipped as it will leave; of very much text a part is packed and the rest reckoned from it, so that a phone does not
 * compress weeks of work only to show a figure. The time follows from how this device's last transfers went.
 */
import type { LinkSpeed, WaitingPhotos } from '#data/contract/photo-sending-contract.ts'
import type { Op } from '#domain/change/op.ts'
import { packBatch } from '#protocol/batch.ts'
import type { SyncRequest } from '#protocol/sync-message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { gzipText } from './gzip.ts'
import { timeToSend } from './link-speed.ts'
import { MOST_CHUNK_BYTES } from './photo-chunk-size.ts'

export interface Price {
  readonly bytes: number
  /** Null while no transfer of this device was large enough to tell. */
  readonly ms: number | null
}

const MOST_PACKED = 400
/** Operations in one request while the line is good. */
const OPS_PER_REQUEST = 1_000
/** A photo is asked for, announced and sent in pieces. */
const REQUESTS_PER_PHOTO = 2

/** A request as it leaves, but for what only the engine knows. */
const requestOf = (ops: readonly Op[]): SyncRequest => ({
  v: PROTOCOL_VERSION,
  dev: ops[0]?.d ?? '',
  inc: '0190f3a2-7d4e-7c3b-9e21-5b8a6c4d2e10',
  now: 1_790_000_000_000,
  push: packBatch(ops),
  cur: Object.fromEntries([...new Set(ops.map(({ s }) => s))].map((feed, at) => [feed, 1_000 + at])),
  pages: {},
  maxBytes: 262_144,
})

async function packedBytes(ops: readonly Op[]): Promise<number> {
  return (await gzipText(JSON.stringify(requestOf(ops)))).byteLength
}

async function bytesOfText(ops: readonly Op[]): Promise<number> {
  if (ops.length <= MOST_PACKED) return packedBytes(ops)
  const [few, more] = [await packedBytes(ops.slice(0, MOST_PACKED / 2)), await packedBytes(ops.slice(0, MOST_PACKED))]
  const perOp = (more - few) / (MOST_PACKED / 2)
  return Math.round(more + perOp * (ops.length - MOST_PACKED))
}

export async function priceOfText(ops: readonly Op[], speed: LinkSpeed): Promise<Price> {
  if (ops.length === 0) return { bytes: 0, ms: 0 }
  const bytes = await bytesOfText(ops)
  return { bytes, ms: timeToSend(speed, bytes, Math.ceil(ops.length / OPS_PER_REQUEST)) }
}

export function priceOfPhotos({ count, bytes }: WaitingPhotos, speed: LinkSpeed): Price {
  if (count === 0) return { bytes: 0, ms: 0 }
  const requests = count * REQUESTS_PER_PHOTO + Math.ceil(bytes / MOST_CHUNK_BYTES)
  return { bytes, ms: timeToSend(speed, bytes, requests) }
}
