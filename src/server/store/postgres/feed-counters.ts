/**
 * Sequence numbers of the feeds a push touches. Taking them locks the feed's row until the transaction commits, and
 * PostgreSQL shows a commit before it lets go of its locks: whoever sees number k sees everything before it (END-4,
 * END-42). A sequence of the database would not do: it hands out numbers that become visible in another order.
 * Feeds are locked in the order of their ids, so that two pushes never wait for each other.
 */
import { parseFeed } from '#domain/change/feed.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { ChainHead } from '#server/trail/sealed-link.ts'
import type { Queries } from './database.ts'
import { headOfRow, linkOps } from './trail-writing.ts'

/** What the row of a feed says once numbers were taken; nobody else changes it until the transaction ends. */
export interface Taken {
  /** The last number given. */
  readonly last: number
  /** Where the feed's chain stands. */
  readonly head: ChainHead
}

export type TakeNumbers = (
  queries: Queries,
  countByFeed: ReadonlyMap<string, number>,
) => Promise<ReadonlyMap<string, Taken>>

/** What writing operations into feeds needs; a test leaves a part out to see what it is for. */
export interface FeedWriting {
  readonly take: TakeNumbers
  readonly link: typeof linkOps
}

const TAKE = `INSERT INTO feed AS known (id, scope, audience, seq)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS more (id, scope, audience, seq) ORDER BY id COLLATE "C"
  ON CONFLICT (id) DO UPDATE SET seq = known.seq + excluded.seq RETURNING id, seq, links, head`
const GIVE_BACK = `UPDATE feed SET seq = seq - back.count
  FROM unnest($1::text[], $2::bigint[]) AS back (id, count) WHERE feed.id = back.id`

export const takeNumbers: TakeNumbers = async (queries, countByFeed) => {
  const feeds = [...countByFeed.keys()].sort()
  const names = feeds.map((feed) => {
    const name = parseFeed(feed)
    if (!name) throw new Error(`not a feed: ${feed}`)
    return name
  })
  const rows = await queries.rows(
    TAKE,
    feeds,
    names.map(({ scope }) => scope),
    names.map(({ audience }) => audience),
    feeds.map((feed) => countByFeed.get(feed) ?? 0),
  )
  return new Map(rows.map((row) => [text(row, 'id'), { last: whole(row, 'seq'), head: headOfRow(row) }]))
}

/** Numbers taken and not used, in the same transaction: nobody has seen them, and a feed has no holes. */
export async function giveBack(queries: Queries, countByFeed: ReadonlyMap<string, number>): Promise<void> {
  const unused = [...countByFeed].filter(([, count]) => count > 0)
  if (unused.length === 0) return
  await queries.run(
    GIVE_BACK,
    unused.map(([feed]) => feed),
    unused.map(([, count]) => count),
  )
}

export const feedWriting: FeedWriting = { take: takeNumbers, link: linkOps }
