/**
 * One round: what was written since the last acknowledgement goes out, what is new comes in, and the store takes the
 * answer. A round that fails anywhere has changed nothing that the next one does not repeat (SYN-2).
 */
import type { SyncPosition, SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { packBatch } from '#protocol/batch.ts'
import type { SyncRequest } from '#protocol/sync-message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { checkAnswer, type TimedAnswer } from './check-answer.ts'
import type { PhotoQuestions } from './photo-questions.ts'
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
}

async function nextRequest(parts: RoundParts, at: SyncPosition): Promise<Result<SyncRequest, Problem>> {
  const slice = await parts.store.nextPush(parts.size.pushLimit())
  if (!slice.ok) return slice
  const asked = await parts.questions?.next()
  return ok({
    v: PROTOCOL_VERSION,
    dev: at.replica,
    inc: at.inc,
    now: parts.clock.now(),
    push: slice.value.ops.length > 0 ? packBatch(slice.value.ops) : null,
    cur: at.cur,
    pages: at.pages,
    maxBytes: parts.size.answerLimit(),
    ...(asked?.length ? { blobsAsked: [...asked] } : {}),
  })
}

async function exchange(parts: RoundParts, request: SyncRequest): Promise<Result<TimedAnswer, Problem>> {
  const sentAt = parts.timers.monotonicNow()
  const reply = await parts.transport.exchange(request)
  const roundTripMs = parts.timers.monotonicNow() - sentAt
  if (reply.ok) {
    parts.size.succeeded(roundTripMs)
    return ok({ answer: reply.value, roundTripMs })
  }
  if (reply.error.code === 'network.timeout' || reply.error.code === 'request.too-large') parts.size.failed()
  return reply
}

/** Grants changed: the person, the places and the rights of the app follow. */
async function refreshIdentity(parts: RoundParts, replica: string): Promise<Result<null, Problem>> {
  const identity = await parts.transport.identity()
  if (!identity.ok) return identity
  const { account, places, grantsVersion } = identity.value
  const grants = identity.value.grants.map((grant) => ({
    ...grant,
    from: grant.from as LocalDate,
    to: grant.to as LocalDate | null,
  }))
  return parts.store.setIdentity({ account, replica, grants, places }, grantsVersion)
}

const moved = (a: SyncPosition, b: SyncPosition): boolean =>
  a.inc !== b.inc || a.ack !== b.ack || JSON.stringify([a.cur, a.pages]) !== JSON.stringify([b.cur, b.pages])

export async function runRound(parts: RoundParts): Promise<Result<RoundReport, Problem>> {
  const { store } = parts
  const before = await store.position()
  if (!before.ok) return before
  const request = await nextRequest(parts, before.value)
  if (!request.ok) return request
  const timed = await exchange(parts, request.value)
  if (!timed.ok) return timed
  const { answer } = timed.value
  const incoming = checkAnswer(request.value, timed.value)
  if (!incoming.ok) return incoming
  const applied = await store.applyAnswer(incoming.value)
  if (!applied.ok) return applied
  if (answer.grantsVersion !== before.value.grantsVersion) {
    const refreshed = await refreshIdentity(parts, before.value.replica)
    if (!refreshed.ok) return refreshed
  }
  const after = await store.position()
  if (!after.ok) return after
  const { isNewIncarnation } = applied.value
  const more = isNewIncarnation || answer.more || after.value.ack < after.value.lastN
  return ok({ more, isProgress: isNewIncarnation || moved(before.value, after.value) })
}
