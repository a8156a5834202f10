/**
 * One round: what was written since the last acknowledgement goes out, what is new comes in, and the store takes the
 * answer. A round that fails anywhere has changed nothing that the next one does not repeat (SYN-2).
 */
import type { IncomingAnswer, PushSlice, SyncPosition, SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { packBatch } from '#protocol/batch.ts'
import { packColumns } from '#protocol/columns.ts'
import type { SyncRequest } from '#protocol/sync-message.ts'
import { PROTOCOL_VERSION, readsColumns } from '#protocol/version.ts'
import { checkAnswer, type TimedAnswer } from './check-answer.ts'
import { leaveTwin } from './leave-twin.ts'
import type { PhotoQuestions } from './photo-questions.ts'
import { storedIdentity } from './stored-identity.ts'
import type { Timers } from './sync-edges.ts'
import type { SyncTransport } from './sync-transport.ts'
import type { TransferSize } from './transfer-size.ts'

export interface RoundParts {
  readonly store: SyncStore
  readonly transport: SyncTransport
  readonly clock: Clock
  readonly timers: Timers
  readonly size: TransferSize
  readonly questions?: PhotoQuestions | undefined
}

export interface RoundReport {
  /** There is more to send or to read. */
  readonly more: boolean
  /** Something moved: a round that asks for more and moves nothing would go on for ever. */
  readonly isProgress: boolean
  /** For the next round. */
  readonly ahead?: Ahead | undefined
}

interface Prepared extends PushSlice {
  readonly limit: number
  readonly wire: SyncPosition['wire']
  readonly push: SyncRequest['push']
}

/** What is likely to be sent next, read and packed while the answer to what goes before it is awaited (SYN-25). */
export type Ahead = Promise<Result<Prepared, Problem>>

interface Outgoing {
  readonly request: SyncRequest
  /** JSON bytes of operations it was filled up to; null where there were not as many. */
  readonly filledTo: number | null
  /** Lowest and highest own number in it; 0 where it brings none. */
  readonly sentFrom: number
  readonly sentTo: number
}

async function prepare(parts: RoundParts, { wire }: SyncPosition, limit: number, after?: number): Ahead {
  const slice = await parts.store.nextPush(limit, after)
  return slice.ok ? ok({ ...slice.value, limit, wire, push: packed(slice.value.ops, wire) }) : slice
}

/** Whether what was prepared is what goes next: all before it is acknowledged, and the line bears as much as was hoped. */
function isNext({ ops, limit, wire }: Prepared, at: SyncPosition, limitNow: number): boolean {
  const [first] = ops
  return first?.n === at.ack + 1 && first.d === at.replica && wire === at.wire && limit <= limitNow
}

async function nextSlice(parts: RoundParts, at: SyncPosition, ahead: Ahead | undefined): Ahead {
  const limit = parts.size.pushLimit()
  const prepared = await ahead
  return prepared?.ok && isNext(prepared.value, at, limit) ? prepared : prepare(parts, at, limit)
}

async function nextRequest(
  parts: RoundParts,
  at: SyncPosition,
  ahead: Ahead | undefined,
): Promise<Result<Outgoing, Problem>> {
  const slice = await nextSlice(parts, at, ahead)
  if (!slice.ok) return slice
  const asked = await parts.questions?.next()
  const request: SyncRequest = {
    v: PROTOCOL_VERSION,
    dev: at.replica,
    inc: at.inc,
    now: parts.clock.now(),
    push: slice.value.push,
    cur: at.cur,
    pages: at.pages,
    maxBytes: parts.size.answerLimit(),
    ...(asked?.length ? { blobsAsked: [...asked] } : {}),
    ...(at.anew?.length ? { anew: [...at.anew] } : {}),
    ...(at.refused?.length ? { refused: at.refused.slice(0, MOST_REFUSED) } : {}),
  }
  const { ops, more, limit } = slice.value
  const [sentFrom, sentTo] = [ops[0]?.n ?? 0, ops.at(-1)?.n ?? 0]
  return ok({ request, sentFrom, sentTo, filledTo: more ? limit : null })
}

/** In what the endpoint said to read; before it said anything, in what every endpoint reads. */
function packed(ops: readonly Op[], wire: SyncPosition['wire']): SyncRequest['push'] {
  if (ops.length === 0) return null
  return readsColumns(wire) ? packColumns(ops) : packBatch(ops)
}

/** How many refused operations are asked after at once. */
const MOST_REFUSED = 500

interface Exchanged extends TimedAnswer {
  readonly ahead: Ahead | undefined
}

async function exchange(
  parts: RoundParts,
  at: SyncPosition,
  { request, filledTo, sentTo }: Outgoing,
): Promise<Result<Exchanged, Problem>> {
  const sentAt = parts.timers.monotonicNow()
  let ahead: Ahead | undefined
  const reply = await parts.transport.exchange(request, (bytes) => {
    if (filledTo === null) return
    parts.size.packed(filledTo, bytes)
    ahead ??= prepare(parts, at, parts.size.aheadLimit(), sentTo)
    // Where nobody comes to wait for it any more.
    ahead.catch(() => undefined)
  })
  const roundTripMs = parts.timers.monotonicNow() - sentAt
  if (reply.ok) {
    parts.size.succeeded(roundTripMs)
    return ok({ answer: reply.value, roundTripMs, ahead })
  }
  // An endpoint older than the one that answered last: what it cannot read is sent as it was first written.
  if (reply.error.code === 'request.malformed' && request.push && 'v' in request.push)
    await parts.store.setStatus({ wire: 1 })
  if (reply.error.code === 'network.timeout' || reply.error.code === 'request.too-large') parts.size.failed()
  return reply
}

/** Grants changed: the person, the places and the rights of the app follow. */
async function refreshIdentity(parts: RoundParts, replica: string): Promise<Result<null, Problem>> {
  const identity = await parts.transport.identity()
  if (!identity.ok) return identity
  return parts.store.setIdentity(storedIdentity(identity.value, replica), identity.value.grantsVersion)
}

/** Highest own number the endpoint can have from this profile: more means that a twin wrote it. */
const highestSent = (at: SyncPosition, { sentTo }: Outgoing): number => Math.max(at.lastN, sentTo)

/** What the endpoint misses left this device as safe: it was restored from an older backup than it had promised. */
const isMissingHere = (at: SyncPosition, { sentFrom }: Outgoing): boolean => sentFrom > at.ack + 1

/**
 * Only what this request carried was compared: what lies beyond it at the endpoint may be a twin's (SYN-33). Where
 * nothing was left to send there is nothing a twin could stand for.
 */
function upToSent(answer: IncomingAnswer, at: SyncPosition, { sentTo }: Outgoing): IncomingAnswer {
  const upTo = sentTo > 0 ? Math.max(at.ack, sentTo) : at.lastN
  return { ...answer, push: { ...answer.push, ack: Math.min(answer.push.ack, upTo) } }
}

async function goOnApart(
  parts: RoundParts,
  at: SyncPosition,
  first: number | null,
): Promise<Result<RoundReport, Problem>> {
  const left = await leaveTwin(parts.store, parts.transport, at.replica, first)
  // No progress by itself: an endpoint that finds fault with every replica is not asked for ever.
  return left.ok ? ok({ more: true, isProgress: false }) : left
}

const moved = (a: SyncPosition, b: SyncPosition): boolean =>
  a.inc !== b.inc || a.ack !== b.ack || JSON.stringify([a.cur, a.pages]) !== JSON.stringify([b.cur, b.pages])

export async function runRound(parts: RoundParts, ahead?: Ahead): Promise<Result<RoundReport, Problem>> {
  const { store } = parts
  const before = await store.position()
  if (!before.ok) return before
  const next = await nextRequest(parts, before.value, ahead)
  if (!next.ok) return next
  const timed = await exchange(parts, before.value, next.value)
  if (!timed.ok) {
    const { code, params } = timed.error
    return code === 'device.forked' ? goOnApart(parts, before.value, Number(params?.['n']) || null) : timed
  }
  const { answer } = timed.value
  const sent = highestSent(before.value, next.value)
  if (answer.push.ack > sent) return goOnApart(parts, before.value, sent + 1)
  if (answer.push.expect !== null && isMissingHere(before.value, next.value))
    return goOnApart(parts, before.value, null)
  const incoming = checkAnswer(next.value.request, timed.value)
  if (!incoming.ok) return incoming
  const applied = await store.applyAnswer(upToSent(incoming.value, before.value, next.value))
  if (!applied.ok) return applied
  if (answer.grantsVersion !== before.value.grantsVersion) {
    const refreshed = await refreshIdentity(parts, before.value.replica)
    if (!refreshed.ok) return refreshed
  }
  const after = await store.position()
  if (!after.ok) return after
  const { isNewIncarnation } = applied.value
  const more = isNewIncarnation || answer.more || after.value.ack < after.value.lastN
  const isProgress = isNewIncarnation || moved(before.value, after.value)
  return ok({ more, isProgress, ahead: timed.value.ahead })
}
