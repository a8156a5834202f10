/**
 * Sequence numbers of the feeds a push touches. They are taken inside the transaction that writes the operations, so
 * a feed never has a hole and whoever sees k sees everything before it (END-4).
 */
import { parseFeed } from '#domain/change/feed.ts'
import { type Connection, whole } from './connection.ts'

const CREATE = 'INSERT INTO feed (id, scope, audience) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'

export class FeedCounters {
  readonly #db: Connection
  readonly #seqByFeed = new Map<string, number>()

  constructor(db: Connection) {
    this.#db = db
  }

  next(feed: string): number {
    const seq = (this.#seqByFeed.get(feed) ?? this.#load(feed)) + 1
    this.#seqByFeed.set(feed, seq)
    return seq
  }

  #load(feed: string): number {
    const name = parseFeed(feed)
    if (!name) throw new Error(`not a feed: ${feed}`)
    this.#db.run(CREATE, feed, name.scope, name.audience)
    const row = this.#db.get('SELECT seq FROM feed WHERE id = ?', feed)
    return row ? whole(row, 'seq') : 0
  }

  /** In the order of the feeds' ids, as a store with row locks has to. */
  save(): void {
    for (const [feed, seq] of [...this.#seqByFeed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.#db.run('UPDATE feed SET seq = ? WHERE id = ?', seq, feed)
    }
  }
}
