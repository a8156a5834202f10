/** Writing the trail on SQLite, within a transaction of the caller's. */
import { type CoveredOp, leafOf, OFFICE_CHAIN, type StoredLink, type TrailRoot } from '#domain/trail/trail-link.ts'
import { CHANGED_HEADS, LAST_ROOT } from '#server/trail/trail-queries.ts'
import { headsOfRows, nextRoot } from '#server/trail/next-root.ts'
import {
  type ChainHead,
  CoveredOps,
  EMPTY_CHAIN,
  eventLink,
  sha256,
  type TrailEvent,
} from '#server/trail/sealed-link.ts'
import { type Connection, text, whole } from './connection.ts'
import type { SqlRow } from './sqlite-surface.ts'
import { INSERT_LINK } from './trail-batch.ts'
import { cellsOfLink, coveredOpOfRow, rootOfRow } from './trail-rows.ts'

const OFFICE_HEAD = `SELECT num AS links, hash AS head FROM trail WHERE chain = '${OFFICE_CHAIN}' ORDER BY num DESC LIMIT 1`
const FEED_HEAD = 'SELECT links, head FROM feed WHERE id = ?'
const MOVE_HEAD = 'UPDATE feed SET links = ?, head = ? WHERE id = ?'
const INSERT_ROOT = 'INSERT INTO trail_root (num, at_ms, inc, prev, heads, hash) VALUES (?, ?, ?, ?, ?, ?)'
const ROOTED = `INSERT INTO trail_rooted (chain, num) VALUES (?, ?) ON CONFLICT (chain) DO UPDATE SET num = excluded.num`
const UNCOVERED = 'SELECT id, seq, links, head FROM feed WHERE links = 0 AND seq > 0 ORDER BY id'
const OPS = 'SELECT * FROM op WHERE feed = ? AND seq > ? ORDER BY seq LIMIT 500'

const NEW_LEAF = 'UPDATE archived_op SET leaf = ? WHERE feed = ? AND seq = ?'

const headOfRow = (row: SqlRow): ChainHead => ({ num: whole(row, 'links'), hash: text(row, 'head') })

/** Undefined for a feed that does not exist. */
function headOf(db: Connection, chain: string): ChainHead | undefined {
  if (chain === OFFICE_CHAIN) {
    const row = db.get(OFFICE_HEAD)
    return row ? headOfRow(row) : EMPTY_CHAIN
  }
  const row = db.get(FEED_HEAD, chain)
  return row && headOfRow(row)
}

function append(db: Connection, link: StoredLink): void {
  db.run(INSERT_LINK, ...cellsOfLink(link))
  if (link.chain !== OFFICE_CHAIN) db.run(MOVE_HEAD, link.num, link.hash, link.chain)
}

export function recordTrail(db: Connection, events: readonly TrailEvent[]): void {
  for (const event of events) {
    const head = headOf(db, event.chain)
    if (head) append(db, eventLink(head, event))
  }
}

/** A change and its links, or neither; links only where it changed something (TRL-19). */
export function withLinks(db: Connection, links: readonly TrailEvent[], change: () => boolean): boolean {
  const hasChanged = change()
  if (hasChanged) recordTrail(db, links)
  return hasChanged
}

export interface WholeCover {
  readonly type: 'founded' | 'refounded'
  readonly atMs: number
  /** Of this feed, in the archive, in the order of their numbers; their commitments are made anew with the link. */
  readonly archived?: readonly CoveredOp[]
}

/** Everything a feed has, in the order of its numbers. */
function* opsOf(db: Connection, feed: string, archived: readonly CoveredOp[]): Generator<CoveredOp> {
  let next = 0
  for (let seq = 0; ; ) {
    const rows = db.all(OPS, feed, seq)
    for (const op of rows.map(coveredOpOfRow)) {
      for (let away = archived[next]; away && away.seq < op.seq; away = archived[++next]) yield away
      yield op
    }
    if (rows.length === 0) break
    seq = whole(rows.at(-1) ?? {}, 'seq')
  }
  yield* archived.slice(next)
}

/** One link over everything the feed has; for feeds without a trail, and for those put together anew. */
export function coverWhole(
  db: Connection,
  feed: string,
  head: ChainHead,
  { type, atMs, archived = [] }: WholeCover,
): void {
  const covered = new CoveredOps()
  for (const op of opsOf(db, feed, archived)) covered.add(op)
  const link = covered.link(feed, head, { type, account: '', device: '', atMs })
  append(db, link)
  for (const op of archived) db.run(NEW_LEAF, leafOf(sha256, link.salt ?? '', op), feed, op.seq)
}

/** Takes over what was stored by versions without a trail. */
export function foundTrail(db: Connection, atMs: number): void {
  const uncovered = db.all(UNCOVERED)
  if (uncovered.length === 0) return
  db.transaction(() => {
    for (const row of uncovered) coverWhole(db, text(row, 'id'), headOfRow(row), { type: 'founded', atMs })
  })
}

export function rootTrail(db: Connection, inc: string, nowMs: number): TrailRoot | null {
  const heads = headsOfRows(db.all(CHANGED_HEADS))
  if (heads.length === 0) return null
  const last = db.get(LAST_ROOT)
  const root = nextRoot(last && rootOfRow(last), heads, inc, nowMs)
  db.run(INSERT_ROOT, root.num, root.atMs, root.inc, root.prev, root.heads, root.hash)
  for (const [chain, num] of heads) db.run(ROOTED, chain, num)
  return root
}
