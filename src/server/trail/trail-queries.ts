/** Reading the trail, once for both databases: statements with `?`, handed to whichever is there. */
import type { StoredLink } from '#domain/trail/trail-link.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { SqlRow, SqlValue } from '#server/store/sqlite/sqlite-surface.ts'
import { linkOfRow } from '#server/store/sqlite/trail-rows.ts'
import type { TrailPlace, TrailQuery, TrailStore } from '#server/store/trail-contract.ts'

export type Rows = (sql: string, ...values: readonly SqlValue[]) => Promise<readonly SqlRow[]>

/** The same statement for PostgreSQL. */
export const numbered = (sql: string): string => {
  let next = 0
  return sql.replaceAll('?', () => `$${++next}`)
}

const LAST = Number.MAX_SAFE_INTEGER

/** What every part of a question asks of a link. */
function filterOf({ types = [], account, fromMs = 0, untilMs = LAST }: TrailQuery) {
  const where = ['at_ms >= ?', 'at_ms < ?']
  const values: SqlValue[] = [fromMs, untilMs]
  if (types.length > 0) {
    where.push(`type IN (${types.map(() => '?').join(', ')})`)
    values.push(...types)
  }
  if (account !== undefined) {
    where.push('account = ?')
    values.push(account)
  }
  return { where: where.join(' AND '), values }
}

async function readChain(rows: Rows, chain: string, query: TrailQuery): Promise<StoredLink[]> {
  const { where, values } = filterOf(query)
  const below = query.before?.nums?.[chain] ?? LAST
  const sql = `SELECT * FROM trail WHERE chain = ? AND num < ? AND ${where} ORDER BY num DESC LIMIT ?`
  return (await rows(sql, chain, below, ...values, query.limit)).map(linkOfRow)
}

/** The newest of several chains first, each chain in the order of its numbers. */
function merged(chains: readonly StoredLink[][], limit: number): readonly StoredLink[] {
  const [next, taken] = [chains.map(() => 0), [] as StoredLink[]]
  while (taken.length < limit) {
    let newest = -1
    for (const [i, links] of chains.entries()) {
      const [link, best] = [links[next[i] ?? 0], chains[newest]?.[next[newest] ?? 0]]
      if (link && (!best || link.atMs > best.atMs)) newest = i
    }
    const link = chains[newest]?.[next[newest] ?? 0]
    if (!link) break
    taken.push(link)
    next[newest] = (next[newest] ?? 0) + 1
  }
  return taken
}

const byPlace = (a: TrailPlace, b: TrailPlace): number =>
  b.atMs - a.atMs || (a.chain < b.chain ? 1 : a.chain > b.chain ? -1 : b.num - a.num)

async function readPerson(rows: Rows, person: string, query: TrailQuery): Promise<readonly StoredLink[]> {
  const { where, values } = filterOf(query)
  const { atMs = LAST, chain = '', num = 0 } = query.before?.place ?? {}
  const found = new Map<string, StoredLink>()
  for (const column of ['account', 'subject']) {
    const sql = `SELECT * FROM trail WHERE ${column} = ? AND (at_ms, chain, num) < (?, ?, ?) AND ${where}
      ORDER BY at_ms DESC, chain DESC, num DESC LIMIT ?`
    const links = (await rows(sql, person, atMs, chain, num, ...values, query.limit)).map(linkOfRow)
    for (const link of links) found.set(`${link.chain} ${link.num}`, link)
  }
  return [...found.values()].sort(byPlace).slice(0, query.limit)
}

async function trailPage(rows: Rows, query: TrailQuery): Promise<readonly StoredLink[]> {
  if (query.person !== undefined) return readPerson(rows, query.person, query)
  const chains: StoredLink[][] = []
  for (const chain of query.chains ?? []) chains.push(await readChain(rows, chain, query))
  return merged(chains, query.limit)
}

const RANGE = 'feed = ? AND seq BETWEEN ? AND ?'
const KINDS = `SELECT kind, count(*) AS ops FROM (SELECT kind FROM op WHERE ${RANGE}
  UNION ALL SELECT kind FROM archived_op WHERE ${RANGE}) AS written GROUP BY kind ORDER BY kind`

/** The part of the contract that only reads. */
export const createTrailReading = (rows: Rows): Pick<TrailStore, 'trailPage' | 'kindsBetween'> => ({
  trailPage: (query) => trailPage(rows, query),
  kindsBetween: async (feed, first, last) =>
    Object.fromEntries(
      (await rows(KINDS, feed, first, last, feed, first, last)).map((row) => [text(row, 'kind'), whole(row, 'ops')]),
    ),
})

export const CHANGED_HEADS = `SELECT feed.id AS chain, feed.links AS num, feed.head AS hash FROM feed
  LEFT JOIN trail_rooted AS known ON known.chain = feed.id WHERE feed.links > coalesce(known.num, 0)
  UNION ALL SELECT trail.chain, trail.num, trail.hash FROM trail LEFT JOIN trail_rooted AS known ON known.chain = trail.chain
  WHERE trail.chain = 'office' AND trail.num = (SELECT max(num) FROM trail WHERE chain = 'office')
    AND trail.num > coalesce(known.num, 0)
  ORDER BY chain`
export const LAST_ROOT = 'SELECT * FROM trail_root ORDER BY num DESC LIMIT 1'
