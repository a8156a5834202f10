/**
 * Takes in what the endpoint sent back to a wish of this device: an answer as a pull gets it, weeks old perhaps. Every
 * feed for itself goes on exactly from what is here or is left aside; any number of times, in any order and long out of
 * date it does no harm (rule HND-13). It acknowledges nothing: receipts do.
 */
import type { SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { openEnvelope, TO_DEVICE } from '#protocol/hand-over/envelope.ts'
import {
  MOST_RETURN_UNPACKED,
  readReturn,
  type ReturnContent,
  type ReturnHead,
} from '#protocol/hand-over/return-message.ts'
import { isSyncAnswer } from '#protocol/sync-answer-shape.ts'
import type { SyncAnswer } from '#protocol/sync-message.ts'
import { checkAnswer } from '#sync/check-answer.ts'
import { jsonOfBytes } from './batch-bytes.ts'
import { isEndpointsWord, ownCopy, sha256Text } from './crypto-texts.ts'
import type { HandOverParts } from './hand-over-parts.ts'
import { isMember } from './open-section.ts'

interface TakenReturn {
  /** Feeds in which something went on, and records written. */
  readonly feeds: number
  readonly entities: number
}

export type ReturnOutcome = TakenReturn | ProblemCode

const nothing: TakenReturn = { feeds: 0, entities: 0 }

async function believed(parts: HandOverParts, signingKey: string, bytes: Uint8Array): Promise<ReturnContent | null> {
  const key = await parts.store.returnKey()
  const opened = key && (await openEnvelope(key.privateKey, bytes, TO_DEVICE))
  const content = opened ? readReturn(opened) : undefined
  if (!content || !(await isEndpointsWord(signingKey, 'return', content.signed))) return null
  return (await sha256Text(ownCopy(content.data))) === content.head.sha256 ? content : null
}

function answerIn({ data }: ReturnContent): Result<SyncAnswer, ProblemCode> {
  const json = jsonOfBytes(data, MOST_RETURN_UNPACKED)
  if (!json.ok) return json
  return isSyncAnswer(json.value) ? ok(json.value) : { ok: false, error: 'hand-over.newer-format' }
}

const readTo = (at: SyncPosition): string => JSON.stringify([at.cur, at.pages])

async function apply(
  parts: HandOverParts,
  before: SyncPosition,
  head: ReturnHead,
  answer: SyncAnswer,
  nowMs: number,
): Promise<Result<ReturnOutcome, Problem>> {
  const request = { inc: head.inc, cur: head.cur, now: answer.now }
  // A trip of weeks says nothing about the clock.
  const incoming = checkAnswer(request, { answer, roundTripMs: Number.POSITIVE_INFINITY })
  if (!incoming.ok) return ok('hand-over.damaged')
  // A feed this person may no longer read, as far as this device knows, is left aside: it would have to leave again.
  const feeds = incoming.value.feeds
    .filter(({ feed }) => isMember(parts, feed, nowMs, head.atMs))
    .map((page) => ({ ...page, since: head.pages[page.feed] ?? head.cur[page.feed] ?? 0 }))
  const { ack, safe } = before
  const push = { ack, safe, expect: null, rejected: [] }
  const applied = await parts.sync.applyAnswer({
    inc: head.inc,
    ...(before.wire !== undefined && { wire: before.wire }),
    push,
    feeds,
    gone: [],
    blobsWanted: [],
    clockOffset: null,
  })
  if (!applied.ok) return applied
  const after = await parts.sync.position()
  if (!after.ok || readTo(after.value) === readTo(before)) return after.ok ? ok(nothing) : after
  const moved = feeds.filter(
    ({ feed }) => after.value.cur[feed] !== before.cur[feed] || after.value.pages[feed] !== before.pages[feed],
  )
  return ok({ feeds: moved.length, entities: applied.value.entities })
}

export async function takeInReturn(
  parts: HandOverParts,
  signingKey: string,
  bytes: Uint8Array,
  nowMs: number,
): Promise<Result<ReturnOutcome, Problem>> {
  const content = await believed(parts, signingKey, bytes)
  if (!content) return ok('hand-over.damaged')
  const at = await parts.sync.position()
  if (!at.ok) return at
  const { head } = content
  // Of two incarnations nobody can say by this file alone which is the later one.
  if (head.origin !== at.value.replica || head.inc !== at.value.inc) return ok(nothing)
  const answer = answerIn(content)
  return answer.ok ? apply(parts, at.value, head, answer.value, nowMs) : ok(answer.error)
}
