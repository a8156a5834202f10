/**
 * Writing the trail on PostgreSQL, within a transaction of the caller's and set by set: a push has one statement for
 * all its links. The feeds' rows are locked in the order of their ids, then the office's chain by a lock of its own.
 */
import { OFFICE_CHAIN, type StoredLink, type TrailRoot } from '#domain/trail/trail-link.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import { cellsOfLink, coveredOpOfRow, INSERT_LINKS, LINK_WIDTH, rootOfRow } from '#server/store/sqlite/trail-rows.ts'
import { headsOfRows, nextRoot } from '#server/trail/next-root.ts'
import {
  type ChainHead,
  CoveredOps,
  EMPTY_CHAIN,
  eventLink,
  type OpsOrigin,
  type TrailEvent,
} from '#server/trail/sealed-link.ts'
import { CHANGED_HEADS, LAST_ROOT } from '#server/trail/trail-queries.ts'
import { lockInTransaction } from './advisory-lock.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import type { Accepted } from './op-columns.ts'

const FEED_HEADS = 'SELECT id, links, head FROM feed WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE'
const OFFICE_HEAD = `SELECT num AS links, hash AS head FROM trail WHERE chain = '${OFFICE_CHAIN}' ORDER BY num DESC LIMIT 1`
const NUMBERS: ReadonlySet<number> = new Set([1, 2, 8, 9])
const ARRAYS = Array.from({ length: LINK_WIDTH }, (_, i) => `$${i + 1}::${NUMBERS.has(i) ? 'bigint' : 'text'}[]`).join(
  ', ',
)
const INSERT = `WITH link AS (${INSERT_LINKS} SELECT * FROM unnest(${ARRAYS}) RETURNING chain, num, hash),
  newest AS (SELECT DISTINCT ON (chain) chain, num, hash FROM link ORDER BY chain, num DESC)
  UPDATE feed SET links = newest.num, head = newest.hash FROM newest WHERE feed.id = newest.chain`
const INSERT_ROOT = 'INSERT INTO trail_root (num, at_ms, inc, prev, heads, hash) VALUES ($1, $2, $3, $4, $5, $6)'
const ROOTED = `INSERT INTO trail_rooted (chain, num) SELECT * FROM unnest($1::text[], $2::bigint[])
  ON CONFLICT (chain) DO UPDATE SET num = excluded.num`
const UNCOVERED = 'SELECT id, links, head FROM feed WHERE links = 0 AND seq > 0 ORDER BY id FOR UPDATE'
const OPS = 'SELECT * FROM op WHERE feed = $1 AND seq > $2 ORDER BY seq LIMIT 500'
const INCARNATION = `SELECT value FROM meta WHERE key = 'incarnation'`

export const headOfRow = (row: SqlRow): ChainHead => ({ num: whole(row, 'links'), hash: text(row, 'head') })

/** Locked until the end of the transaction; feeds that do not exist are left out. */
async function lockHeads(queries: Queries, chains: readonly string[]): Promise<Map<string, ChainHead>> {
  const feeds = [...new Set(chains)].filter((chain) => chain !== OFFICE_CHAIN)
  const rows = feeds.length > 0 ? await queries.rows(FEED_HEADS, feeds) : []
  const heads = new Map(rows.map((row) => [text(row, 'id'), headOfRow(row)]))
  if (chains.includes(OFFICE_CHAIN)) {
    await lockInTransaction(queries, 'trail')
    const row = await queries.row(OFFICE_HEAD)
    heads.set(OFFICE_CHAIN, row ? headOfRow(row) : EMPTY_CHAIN)
  }
  return heads
}

async function append(queries: Queries, links: readonly StoredLink[]): Promise<void> {
  if (links.length === 0) return
  const rows = links.map(cellsOfLink)
  const columns = Array.from({ length: LINK_WIDTH }, (_, i) => rows.map((row) => row[i] ?? null))
  await queries.run(INSERT, ...columns)
}

/** The links of a push: one for each feed, behind the head that taking its numbers locked. */
export async function linkOps(
  queries: Queries,
  accepted: readonly Accepted[],
  origin: OpsOrigin,
  taken: ReadonlyMap<string, { readonly head: ChainHead }>,
): Promise<void> {
  if (accepted.length === 0) return
  const coveredByFeed = new Map<string, CoveredOps>()
  for (const { op, seq, texts } of accepted) {
    const covered = coveredByFeed.get(op.s) ?? new CoveredOps()
    coveredByFeed.set(op.s, covered)
    covered.addText(seq, texts.covered(seq, origin.atMs))
  }
  const links = Array.from(coveredByFeed, ([feed, covered]) =>
    covered.link(feed, taken.get(feed)?.head ?? EMPTY_CHAIN, origin),
  )
  await append(queries, links)
}

export async function recordTrail(queries: Queries, events: readonly TrailEvent[]): Promise<void> {
  const heads = await lockHeads(
    queries,
    events.map(({ chain }) => chain),
  )
  const links: StoredLink[] = []
  for (const event of events) {
    const head = heads.get(event.chain)
    if (!head) continue
    const link = eventLink(head, event)
    heads.set(event.chain, link)
    links.push(link)
  }
  await append(queries, links)
}

/** A change and its links, or neither; links only where it changed something (TRL-19). */
export function withLinks(
  db: PostgresDatabase,
  links: readonly TrailEvent[],
  change: (queries: Queries) => Promise<boolean>,
): Promise<boolean> {
  return db.transaction(async (queries) => {
    const hasChanged = await change(queries)
    if (hasChanged && links.length > 0) await recordTrail(queries, links)
    return hasChanged
  })
}

async function coverWhole(queries: Queries, feed: string, head: ChainHead, atMs: number): Promise<void> {
  const covered = new CoveredOps()
  for (let seq = 0; ; ) {
    const rows = await queries.rows(OPS, feed, seq)
    if (rows.length === 0) break
    for (const row of rows) covered.add(coveredOpOfRow(row))
    seq = whole(rows.at(-1) ?? {}, 'seq')
  }
  await append(queries, [covered.link(feed, head, { type: 'founded', account: '', device: '', atMs })])
}

/** Takes over what was stored by versions without a trail. */
export function foundTrail(db: PostgresDatabase, atMs: number): Promise<void> {
  return db.transaction(async (queries) => {
    await lockInTransaction(queries, 'schema')
    for (const row of await queries.rows(UNCOVERED)) await coverWhole(queries, text(row, 'id'), headOfRow(row), atMs)
  })
}

export async function rootTrail(queries: Queries, nowMs: number): Promise<TrailRoot | null> {
  await lockInTransaction(queries, 'trail')
  const heads = headsOfRows(await queries.rows(CHANGED_HEADS))
  if (heads.length === 0) return null
  const [last, incarnation] = [await queries.row(LAST_ROOT), await queries.row(INCARNATION)]
  const root = nextRoot(last && rootOfRow(last), heads, incarnation ? text(incarnation, 'value') : '', nowMs)
  await queries.run(INSERT_ROOT, root.num, root.atMs, root.inc, root.prev, root.heads, root.hash)
  await queries.run(
    ROOTED,
    heads.map(([chain]) => chain),
    heads.map(([, num]) => num),
  )
  return root
}
