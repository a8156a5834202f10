/**
 * Sequence numbers of the feeds a push touches, and where their trails stand. They are taken inside the transaction
 * that writes the operations, so a feed never has a hole and whoever sees k sees everything before it (END-4).
 */
import { parseFeed } from '#domain/change/feed.ts'
import { type ChainHead, EMPTY_CHAIN } from '#server/trail/sealed-link.ts'
import { type Connection, text, whole } from './connection.ts'

const CREATE = 'INSERT INTO feed (id, scope, audience) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'
const LOAD = 'SELECT seq, links, head FROM feed WHERE id = ?'
const SAVE = 'UPDATE feed SET seq = ?, links = ?, head = ? WHERE id = ?'

interface Standing {
  seq: number
  head: ChainHead
}

export class FeedCounters {
  readonly #db: Connection
  readonly #standingByFeed = new Map<string, Standing>()

  constructor(db: Connection) {
    this.#db = db
  }

  next(feed: string): number {
    const standing = this.#standing(feed)
    standing.seq++
    return standing.seq
  }

  /** The last link of the feed's chain. */
  head(feed: string): ChainHead {
    return this.#standing(feed).head
  }

  linked(feed: string, head: ChainHead): void {
    this.#standing(feed).head = head
  }

  #standing(feed: string): Standing {
    const known = this.#standingByFeed.get(feed)
    if (known) return known
    const standing = this.#load(feed)
    this.#standingByFeed.set(feed, standing)
    return standing
  }

  #load(feed: string): Standing {
    const name = parseFeed(feed)
    if (!name) throw new Error(`not a feed: ${feed}`)
    this.#db.run(CREATE, feed, name.scope, name.audience)
    const row = this.#db.get(LOAD, feed)
    if (!row) return { seq: 0, head: EMPTY_CHAIN }
    return { seq: whole(row, 'seq'), head: { num: whole(row, 'links'), hash: text(row, 'head') } }
  }

  /** In the order of the feeds' ids, as a store with row locks has to. */
  save(): void {
    for (const [feed, { seq, head }] of [...this.#standingByFeed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.#db.run(SAVE, seq, head.num, head.hash, feed)
    }
  }
}
