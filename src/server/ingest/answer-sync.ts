/** One request for push and pull: stores what came, then says how far it is stored and what is new (sync design 1.2.5). */
import { isActive } from '#domain/access/role.ts'
import type { Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { type Caller, feedsOf, grantsVersionOf } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import { answerFeeds } from '#server/pull/answer-feeds.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { recordHandedOut } from '#server/trail/handed-out.ts'
import { type Notices, takeIn } from './take-in.ts'

const BLOBS_WANTED_AT_ONCE = 100

export interface SyncContext {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly caller: Caller
  readonly nowMs: number
  /** Whether the bytes of a photo lie in the backup (END-53). */
  readonly isPhotoSafe?: (sha256: string) => boolean
  readonly notices?: Notices | undefined
}

type Acknowledgement = SyncAnswer['push']

/** The operations of a push; a batch that does not fit together is refused as a whole (PRO-2). */
function readPush({ push, dev }: SyncRequest): Result<readonly Op[], Problem> {
  if (push === null) return ok([])
  try {
    const ops = unpackOps(push)
    return ops.every((op) => op.d === dev) ? ok(ops) : err({ code: 'request.malformed' })
  } catch (error) {
    if (error instanceof RangeError) return err({ code: 'request.malformed' })
    throw error
  }
}

/** What became of the refused operations the device asks about; nothing where it does not ask (END-31). */
async function decisions({ store, caller }: SyncContext, refused: SyncRequest['refused']) {
  if (!refused || refused.length === 0) return undefined
  const rows = await store.decidedOf(caller.device.id, refused)
  return rows.map(({ n, verdict, reason, decidedMs }) => ({ n, verdict, reason, atMs: decidedMs }))
}

async function storePush(
  context: SyncContext,
  ops: readonly Op[],
  refused: SyncRequest['refused'],
): Promise<Result<Acknowledgement, Problem>> {
  const { store, caller } = context
  const device = caller.device.id
  const outcome = await takeIn(context, caller, ops)
  if (outcome.type === 'unknown-device') return err({ code: 'device.unknown' })
  if (outcome.type === 'forked') return err({ code: 'device.forked', params: { n: outcome.n } })
  const rejected = (await store.quarantineOf(device)).map(({ n, code }) => ({ n, code }))
  const decided = await decisions(context, refused)
  return ok({ ack: outcome.ack, safe: outcome.safe, expect: outcome.expect, rejected, ...(decided && { decided }) })
}

/** Of the photos asked about, those a device may delete; nothing where it does not ask. */
function safePhotos({ isPhotoSafe }: SyncContext, asked: SyncRequest['blobsAsked']): Pick<SyncAnswer, 'blobsSafe'> {
  return asked && isPhotoSafe ? { blobsSafe: asked.filter(isPhotoSafe) } : {}
}

/** Places granted by name, as a commune is to its secretary; a monitor's communes come with the area. */
const ownPlaces = ({ grants, today }: Caller): ReadonlySet<string> =>
  new Set(grants.filter((grant) => isActive(grant, today)).map(({ scope }) => scope))

/** On a full disk the answer goes out all the same: a note that is missing holds nothing back that matters. */
async function noteCursors({ store, caller, nowMs }: SyncContext, { cur, inc }: SyncRequest, now: string) {
  if (inc === now) await store.noteCursors(caller.device.id, cur, nowMs).catch(() => undefined)
}

export async function answerSync(context: SyncContext, request: SyncRequest): Promise<Result<SyncAnswer, Problem>> {
  const { store, caller, directory, nowMs } = context
  if (request.dev !== caller.device.id) return err({ code: 'device.unknown' })
  const ops = readPush(request)
  if (!ops.ok) return ops
  const push = await storePush(context, ops.value, request.refused)
  if (!push.ok) return push
  const inc = await store.incarnation()
  const { handedOut, ...pulled } = await answerFeeds(store, request, feedsOf(caller, directory), inc, ownPlaces(caller))
  await recordHandedOut(context, handedOut)
  await noteCursors(context, request, inc)
  return ok({
    inc,
    now: nowMs,
    v: PROTOCOL_VERSION,
    push: push.value,
    grantsVersion: grantsVersionOf(caller, directory),
    ...pulled,
    blobsWanted: caller.device.isRevoked ? [] : [...(await store.blobsWanted(caller.device.id, BLOBS_WANTED_AT_ONCE))],
    ...safePhotos(context, request.blobsAsked),
  })
}
