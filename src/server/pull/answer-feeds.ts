/**
 * What a device gets to read: for each feed of its grants either a page of the current records, when it has not read
 * the feed yet, or the operations after its cursor. Nothing here looks at single rows: whoever is a member of a feed
 * gets all of it (END-4, END-5, END-14).
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import type { FeedAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { readsColumns } from '#protocol/version.ts'
import { packBatch } from '#protocol/batch.ts'
import { packColumns } from '#protocol/columns.ts'
import { packEntities } from '#protocol/entity-columns.ts'
import { wireEntity } from '#protocol/wire-entity.ts'
import type { FeedPosition, SyncStore } from '#server/store/store-contract.ts'
import { cursorOf, epochAndSeq } from '#server/store/feed-cursor.ts'
import { inOrderOfNeed, shareOf, type WaitingFeed } from './feed-order.ts'

/** However much a client asks for, an answer stays small enough to be made and read at once. */
const MOST_BYTES = 2_000_000
/** A snapshot's page token: the cursor it began at, and the last entity sent. */
const TOKEN = /^(\d{1,16}) (.+)$/s

/** What of a feed leaves the endpoint with an answer, for the trail (TRL-12). */
export interface HandedOut {
  readonly feed: string
  /** Read for the first time, or anew. */
  readonly isWhole: boolean
  /** Sealed records among the news. */
  readonly sealed: readonly string[]
}

export interface FeedsAnswer {
  readonly feeds: Record<string, FeedAnswer>
  readonly gone: string[]
  readonly more: boolean
  readonly handedOut: readonly HandedOut[]
}

interface Asked {
  readonly cursor: number
  readonly token: { readonly asOf: number; readonly entity: string } | null
  /** The device gave its rows away: what it wrote itself has to come back as well. */
  readonly isAnew: boolean
}

interface Step {
  readonly answer: FeedAnswer
  readonly bytes: number
  readonly isWhole?: boolean
  readonly sealed?: readonly string[]
}

const sealedIn = (ops: readonly Op[]): readonly string[] =>
  ops.filter(({ k }) => k === 'submission' || k === 'audit-report').map(({ e }) => e)

/** Null where it is none, of another epoch, or of a feed that lost numbers since. */
function readToken(text: string | undefined, position: FeedPosition): Asked['token'] {
  const match = TOKEN.exec(text ?? '')
  const asOf = seqWithin(position, Number(match?.[1] ?? Number.NaN))
  return match?.[2] !== undefined && asOf !== null ? { asOf, entity: match[2] } : null
}

/** The number a cursor stands for, or null where it says nothing about this feed any more (END-104). */
function seqWithin({ epoch, seq }: FeedPosition, cursor: number): number | null {
  const known = epochAndSeq(cursor)
  return known.epoch === epoch && known.seq <= seq ? known.seq : null
}

/** Own properties only: feed names come from outside. */
const valueOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

class FeedReader {
  readonly #store: SyncStore
  readonly #device: string
  readonly #isColumns: boolean

  constructor(store: SyncStore, { dev, v }: SyncRequest) {
    this.#store = store
    this.#device = dev
    this.#isColumns = readsColumns(v)
  }

  async step(feed: FeedPosition, asked: Asked, budget: number): Promise<Step> {
    if (asked.cursor > 0) return this.#delta(feed, asked.cursor, budget)
    const isWhole = feed.epoch === 1 && feed.minSeq === 1
    if (isWhole && !asked.token && !asked.isAnew && (await this.#store.isOwnOnly(feed.id, this.#device)))
      return this.#ownOnly(feed)
    return this.#snapshot(feed, asked, budget)
  }

  #ownOnly({ seq }: FeedPosition): Step {
    return { answer: { ops: this.#pack([]), snap: null, after: null, to: seq, own: seq, more: false }, bytes: 0 }
  }

  async #delta({ id, epoch }: FeedPosition, since: number, budget: number): Promise<Step> {
    const { ops, own, to: seq, isComplete, bytes } = await this.#store.pull(id, since, this.#device, budget)
    const to = cursorOf({ epoch, seq })
    const answer = { ops: this.#pack(ops), snap: null, after: null, to, own, more: !isComplete }
    return { answer, bytes, sealed: sealedIn(ops) }
  }

  /** The cursor is that of the first page: what changes while the pages travel comes again as operations. */
  async #snapshot({ id, seq, epoch }: FeedPosition, { token }: Asked, budget: number): Promise<Step> {
    const asOf = token?.asOf ?? seq
    const to = cursorOf({ epoch, seq: asOf })
    const { entities, after, bytes } = await this.#store.snapshot(id, token?.entity ?? '', budget)
    const next = after === null ? null : `${to} ${after}`
    const records = this.#records(entities)
    const more = after !== null || asOf < seq
    return { answer: { ops: null, ...records, after: next, to, own: 0, more }, bytes, isWhole: token === null }
  }

  #pack(ops: readonly Op[]): NonNullable<FeedAnswer['ops']> {
    return this.#isColumns ? packColumns(ops) : packBatch(ops)
  }

  #records(entities: readonly EntityState[]): Pick<FeedAnswer, 'snap' | 'ents'> {
    if (!this.#isColumns) return { snap: entities.map(wireEntity) }
    const { columns, others } = packEntities(entities)
    return { snap: others.map(wireEntity), ents: columns }
  }
}

/** Whoever has not read up to what left the feed gets its records again, to merge (END-101). */
function askedOf(request: SyncRequest, position: FeedPosition, isSameIncarnation: boolean): Asked {
  const { id, minSeq } = position
  const isAnew = request.anew?.includes(id) === true
  if (!isSameIncarnation) return { cursor: 0, token: null, isAnew }
  const cursor = seqWithin(position, valueOf(request.cur, id) ?? 0) ?? 0
  const token = readToken(valueOf(request.pages, id), position)
  return { cursor: token || cursor < minSeq - 1 ? 0 : cursor, token, isAnew }
}

interface Waiting extends WaitingFeed {
  readonly position: FeedPosition
  readonly asked: Asked
}

/** Feeds in which something is new to the device. */
async function waitingFeeds(
  store: SyncStore,
  request: SyncRequest,
  readable: readonly string[],
  incarnation: string,
): Promise<readonly Waiting[]> {
  const positions = await store.positions(readable)
  return positions.flatMap((position) => {
    const asked = askedOf(request, position, request.inc === incarnation)
    if (asked.cursor === position.seq && position.seq > 0) return []
    return [{ id: position.id, isKnown: asked.cursor > 0, position, asked }]
  })
}

/** Asked only where there is something to put in order. */
const changesOf = async (store: SyncStore, waiting: readonly Waiting[]): Promise<ReadonlyMap<string, number>> =>
  waiting.length < 2 ? new Map() : store.lastChangeOf(waiting.map(({ id }) => id))

/** `ownPlaces`: places the caller was granted by name; their feeds come first (END-38). */
export async function answerFeeds(
  store: SyncStore,
  request: SyncRequest,
  readable: readonly string[],
  incarnation: string,
  ownPlaces: ReadonlySet<string> = new Set(),
): Promise<FeedsAnswer> {
  const reader = new FeedReader(store, request)
  const feeds = new Map<string, FeedAnswer>()
  const handedOut: HandedOut[] = []
  let [left, more] = [Math.min(request.maxBytes, MOST_BYTES), false]
  const waiting = await waitingFeeds(store, request, readable, incarnation)
  for (const [i, feed] of inOrderOfNeed(waiting, ownPlaces, await changesOf(store, waiting)).entries()) {
    if (left <= 0) {
      more = true
      break
    }
    const share = shareOf(feed, left, waiting.length - i - 1)
    const { answer, bytes, isWhole = false, sealed = [] } = await reader.step(feed.position, feed.asked, share)
    feeds.set(feed.id, answer)
    if (isWhole || sealed.length > 0) handedOut.push({ feed: feed.id, isWhole, sealed })
    left -= bytes
    more ||= answer.more
  }
  const held = new Set([...Object.keys(request.cur), ...Object.keys(request.pages)])
  const gone = [...held].filter((feed) => !readable.includes(feed)).sort()
  return { feeds: Object.fromEntries(feeds), gone, more, handedOut }
}
