/**
 * The operations of a section go the way of a push: same transaction, same rules, same quarantine (rule HND-3). Rights are
 * those of the author's account and never the carrier's; what a revoked device wrote is kept for a person to decide.
 */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { unpackBatch } from '#protocol/batch.ts'
import { isBatch } from '#protocol/batch-shape.ts'
import { MOST_UNPACKED, type OpsHead } from '#protocol/hand-over/section.ts'
import { grantsOf } from '#server/identity/grants-of.ts'
import { type Notices, takeIn } from '#server/ingest/take-in.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'

export interface TakingIn {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly nowMs: number
  readonly notices?: Notices | undefined
}

export interface Refusal {
  readonly code: ProblemCode
  readonly expect: number | null
}

const refusal = (code: ProblemCode, expect: number | null = null): Result<null, Refusal> => err({ code, expect })

const unzip = promisify(gunzip)

async function unpacked(data: Uint8Array): Promise<Result<unknown, ProblemCode>> {
  try {
    const text = (await unzip(data, { maxOutputLength: MOST_UNPACKED })).toString('utf8')
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return err(isBomb ? 'hand-over.too-large' : 'hand-over.damaged')
  }
}

/** A section is one run of one replica, or it is nothing. JSON too deep for the stack is damaged like any other. */
async function opsOf({ origin, from, to }: OpsHead, data: Uint8Array): Promise<Result<readonly Op[], ProblemCode>> {
  const batch = await unpacked(data)
  if (!batch.ok) return batch
  try {
    if (!isBatch(batch.value)) return err('hand-over.damaged')
    const ops = unpackBatch(batch.value)
    const isRun = ops.length === to - from + 1 && ops.every((op, i) => op.d === origin && op.n === from + i)
    return isRun ? ok(ops) : err('hand-over.damaged')
  } catch (error) {
    if (error instanceof RangeError) return err('hand-over.damaged')
    throw error
  }
}

async function store(taking: TakingIn, device: Device, ops: readonly Op[]): Promise<Result<null, Refusal>> {
  const grants = await grantsOf(taking.store, device.account)
  const outcome = await takeIn(taking, { device, grants }, ops)
  if (outcome.type === 'unknown-device') return refusal('device.unknown')
  if (outcome.type === 'forked') return refusal('device.forked')
  return outcome.expect === null ? ok(null) : refusal('hand-over.gap', outcome.expect)
}

/** A copy for team mates is no whole run: it counts as known once the run it was taken from has arrived. */
export async function takeInOps(
  taking: TakingIn,
  device: Device,
  head: OpsHead,
  data: Uint8Array,
): Promise<Result<null, Refusal>> {
  if (head.feed !== null) return head.to <= device.lastN ? ok(null) : refusal('hand-over.gap', device.lastN + 1)
  const ops = await opsOf(head, data)
  return ops.ok ? store(taking, device, ops.value) : refusal(ops.error)
}
