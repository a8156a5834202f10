/**
 * Turns an answer of the right shape into one the store may apply, or refuses it as a whole: batches that do not fit
 * together and feeds with a hole (to − cursor ≠ operations + own) would lose a change without anybody noticing.
 */
import type { FeedPage, IncomingAnswer } from '#data/contract/sync-store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { unpackEntities } from '#protocol/entity-columns.ts'
import type { FeedAnswer, SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { entityOfWire } from '#protocol/wire-entity.ts'

/** Beyond this the middle of the round trip says too little about the endpoint's clock, in milliseconds. */
const LONGEST_TRIP_MS = 10_000

/** What of the request an answer is held to. */
type Asked = Pick<SyncRequest, 'inc' | 'now' | 'cur'>

export interface TimedAnswer {
  readonly answer: SyncAnswer
  readonly roundTripMs: number
}

function clockOffset(request: Asked, { answer, roundTripMs }: TimedAnswer): number | null {
  return roundTripMs > LONGEST_TRIP_MS ? null : Math.round(answer.now - request.now - roundTripMs / 2)
}

/** Undefined where the part has a hole, belongs to another feed or is neither a delta nor a snapshot. */
function feedPage(feed: string, part: FeedAnswer, cursor: number | undefined): FeedPage | undefined {
  const { after, to } = part
  if ((part.ops === null) === (part.snap === null)) return undefined
  if (part.ops === null) {
    const snap = [...(part.ents ? unpackEntities(part.ents) : []), ...(part.snap ?? []).map(entityOfWire)]
    return snap.every((state) => state.feed === feed) ? { feed, ops: null, snap, after, to } : undefined
  }
  const ops: readonly Op[] = unpackOps(part.ops)
  const isWhole = to - (cursor ?? 0) === ops.length + part.own && ops.every((op) => op.s === feed)
  return isWhole ? { feed, ops, snap: null, after: null, to } : undefined
}

function feedPages(request: Asked, answer: SyncAnswer): readonly FeedPage[] | undefined {
  const pages: FeedPage[] = []
  for (const [feed, part] of Object.entries(answer.feeds)) {
    const page = feedPage(feed, part, request.cur[feed])
    if (page === undefined) return undefined
    pages.push(page)
  }
  return pages
}

export function checkAnswer(request: Asked, timed: TimedAnswer): Result<IncomingAnswer, Problem> {
  const { answer } = timed
  const isSameEndpoint = request.inc === '' || request.inc === answer.inc
  try {
    const feeds = isSameEndpoint ? feedPages(request, answer) : []
    if (feeds === undefined) return err({ code: 'network.unreadable-answer' })
    const { inc, v: wire = 1, push, gone, blobsWanted, blobsSafe = [] } = answer
    return ok({ inc, wire, push, feeds, gone, blobsWanted, blobsSafe, clockOffset: clockOffset(request, timed) })
  } catch (error) {
    if (error instanceof RangeError) return err({ code: 'network.unreadable-answer' })
    throw error
  }
}
