/**
 * What a device gets to read: for each feed of its grants either a page of the current records, when it has not read
 * the feed yet, or the operations after its cursor. Nothing here looks at single rows: whoever is a member of a feed
 * gets all of it (END-4, END-5, END-14).
 */
import type { FeedAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { wireEntity } from '#protocol/wire-entity.ts'
import { emptyBatch, packBatch } from '#protocol/batch.ts'
import type { FeedPosition, SyncStore } from '#server/store/store-contract.ts'

/** However much a client asks for, an answer stays small enough to be made and read at once. */
const MOST_BYTES = 2_000_000
/** A snapshot's page token: the sequence number it began at, and the last entity sent. */
const TOKEN = /^(\d{1,15}) (.+)$/s

export interface FeedsAnswer {
  readonly feeds: Record<string, FeedAnswer>
  readonly gone: string[]
  readonly more: boolean
}

interface Asked {
  readonly cursor: number
  readonly token: { readonly asOf: number; readonly entity: string } | null
}

interface Step {
  readonly answer: FeedAnswer
  readonly bytes: number
}

function readToken(text: string | undefined, seq: number): Asked['token'] {
  const match = TOKEN.exec(text ?? '')
  const asOf = Number(match?.[1])
  return match?.[2] !== undefined && asOf <= seq ? { asOf, entity: match[2] } : null
}

/** Own properties only: feed names come from outside. */
const valueOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

class FeedReader {
  readonly #store: SyncStore
  readonly #device: string

  constructor(store: SyncStore, device: string) {
    this.#store = store
    this.#device = device
  }

  async step(feed: FeedPosition, asked: Asked, budget: number): Promise<Step> {
    if (asked.cursor > 0) return this.#delta(feed.id, asked.cursor, budget)
    if (!asked.token && (await this.#store.isOwnOnly(feed.id, this.#device))) return this.#ownOnly(feed)
    return this.#snapshot(feed, asked, budget)
  }

  #ownOnly({ seq }: FeedPosition): Step {
    return { answer: { ops: emptyBatch, snap: null, after: null, to: seq, own: seq, more: false }, bytes: 0 }
  }

  async #delta(feed: string, cursor: number, budget: number): Promise<Step> {
    const { ops, own, to, isComplete, bytes } = await this.#store.pull(feed, cursor, this.#device, budget)
    return { answer: { ops: packBatch(ops), snap: null, after: null, to, own, more: !isComplete }, bytes }
  }

  /** The cursor is that of the first page: what changes while the pages travel comes again as operations. */
  async #snapshot({ id, seq }: FeedPosition, { token }: Asked, budget: number): Promise<Step> {
    const asOf = token?.asOf ?? seq
    const { entities, after, bytes } = await this.#store.snapshot(id, token?.entity ?? '', budget)
    const next = after === null ? null : `${asOf} ${after}`
    const snap = entities.map(wireEntity)
    return { answer: { ops: null, snap, after: next, to: asOf, own: 0, more: after !== null || asOf < seq }, bytes }
  }
}

function askedOf(request: SyncRequest, { id, seq }: FeedPosition, isSameIncarnation: boolean): Asked {
  if (!isSameIncarnation) return { cursor: 0, token: null }
  const cursor = valueOf(request.cur, id) ?? 0
  const token = readToken(valueOf(request.pages, id), seq)
  return { cursor: token || cursor > seq ? 0 : cursor, token }
}

export async function answerFeeds(
  store: SyncStore,
  request: SyncRequest,
  readable: readonly string[],
  incarnation: string,
): Promise<FeedsAnswer> {
  const reader = new FeedReader(store, request.dev)
  const feeds = new Map<string, FeedAnswer>()
  let [left, more] = [Math.min(request.maxBytes, MOST_BYTES), false]
  for (const position of await store.positions(readable)) {
    const asked = askedOf(request, position, request.inc === incarnation)
    if (asked.cursor === position.seq && position.seq > 0) continue
    if (left <= 0) {
      more = true
      break
    }
    const { answer, bytes } = await reader.step(position, asked, left)
    feeds.set(position.id, answer)
    left -= bytes
    more ||= answer.more
  }
  const held = new Set([...Object.keys(request.cur), ...Object.keys(request.pages)])
  const gone = [...held].filter((feed) => !readable.includes(feed)).sort()
  return { feeds: Object.fromEntries(feeds), gone, more }
}
