/**
 * Walks one chain from its first link and says where it breaks first. What a feed holds is compared as well: an
 * operation changed, removed, inserted or moved no longer fits the link that covers it, and one that no link covers
 * stands out behind the last.
 */
import {
  coversOps,
  detailCommitment,
  GENESIS,
  leafOf,
  leavesCommitment,
  linkText,
  OFFICE_CHAIN,
  type StoredLink,
} from '#domain/trail/trail-link.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { coveredOpOfRow, linkOfRow } from '#server/store/sqlite/trail-rows.ts'
import { sha256 } from './sealed-link.ts'
import type { Rows } from './trail-queries.ts'

/** Why a link does not hold. */
export type BreakReason =
  | 'link-missing'
  | 'link-changed'
  | 'link-out-of-order'
  | 'operations-changed'
  | 'operations-uncovered'
  | 'detail-changed'
  | 'detail-missing'
  | 'tail-missing'
  | 'root-changed'
  | 'root-missing'

export interface TrailBreak {
  readonly chain: string
  readonly num: number
  /** When the link, or the last one before it, was made; 0 where there is none. */
  readonly atMs: number
  readonly reason: BreakReason
}

export interface ChainReport {
  readonly links: number
  readonly ops: number
  readonly broken: TrailBreak | null
  /** Link from which on the chain holds, where it was made again after a restoration. */
  readonly refoundedAt: StoredLink | null
  /** Link by which operations from before the trail were taken over. */
  readonly founded: StoredLink | null
}

const LINKS_AT_ONCE = 500
const OPS_AT_ONCE = 500
const LINKS = `SELECT * FROM trail WHERE chain = ? AND num > ? ORDER BY num LIMIT ${LINKS_AT_ONCE}`
const REFOUNDED = `SELECT * FROM trail WHERE chain = ? AND type = 'refounded' ORDER BY num DESC LIMIT 1`
const OPS = `SELECT * FROM op WHERE feed = ? AND seq >= ? AND seq <= ? ORDER BY seq LIMIT ${OPS_AT_ONCE}`
/** Of those that moved to the archive the commitment stayed. */
const ARCHIVED = 'SELECT seq, leaf FROM archived_op WHERE feed = ? AND seq >= ? AND seq <= ? ORDER BY seq'
const FEED = 'SELECT links, head FROM feed WHERE id = ?'
const LAST_OP = 'SELECT max(seq) AS seq FROM op WHERE feed = ?'

/** The commitment over the operations as they stand now. */
async function commitmentNow(rows: Rows, { chain, firstSeq, lastSeq, salt }: StoredLink): Promise<string> {
  const kept = await rows(ARCHIVED, chain, firstSeq, lastSeq)
  const leaves = kept.map((row): [seq: number, leaf: string] => [whole(row, 'seq'), text(row, 'leaf')])
  for (let next = firstSeq; next <= lastSeq; ) {
    const found = await rows(OPS, chain, next, lastSeq)
    for (const row of found) leaves.push([whole(row, 'seq'), leafOf(sha256, salt ?? '', coveredOpOfRow(row))])
    if (found.length < OPS_AT_ONCE) break
    next = whole(found.at(-1) ?? {}, 'seq') + 1
  }
  if (kept.length > 0) leaves.sort(([a], [b]) => a - b)
  return leavesCommitment(
    sha256,
    leaves.map(([, leaf]) => leaf),
  )
}

/** Accounts whose details may be gone. */
export type Erased = ReadonlySet<string>

class ChainWalk {
  readonly #rows: Rows
  readonly #erased: Erased
  #last: StoredLink | null
  #num: number
  #covered = 0
  links = 0
  ops = 0
  founded: StoredLink | null = null

  constructor(rows: Rows, erased: Erased, from: StoredLink | null) {
    this.#rows = rows
    this.#erased = erased
    this.#last = null
    this.#num = from ? from.num - 1 : 0
    this.#prev = from ? from.prev : GENESIS
  }

  #prev: string

  #breakAt(num: number, reason: BreakReason, at: StoredLink | null = this.#last): TrailBreak {
    return { chain: at?.chain ?? '', num, atMs: at?.atMs ?? 0, reason }
  }

  async check(link: StoredLink): Promise<TrailBreak | null> {
    if (link.num !== this.#num + 1) return this.#breakAt(this.#num + 1, 'link-missing', this.#last ?? link)
    if (sha256(linkText(link)) !== link.hash) return this.#breakAt(link.num, 'link-changed', link)
    if (link.prev !== this.#prev) return this.#breakAt(link.num, 'link-out-of-order', link)
    const reason = coversOps(link.type) ? await this.#checkOps(link) : this.#checkDetail(link)
    if (reason) return this.#breakAt(link.num, reason, link)
    ;[this.#num, this.#prev, this.#last] = [link.num, link.hash, link]
    this.links++
    return null
  }

  async #checkOps(link: StoredLink): Promise<BreakReason | null> {
    if (link.chain === OFFICE_CHAIN) return null
    const isAnew = link.type !== 'ops'
    if (link.type === 'founded') this.founded = link
    if (link.lastSeq > 0 && link.firstSeq !== (isAnew ? 1 : this.#covered + 1)) return 'operations-changed'
    if ((await commitmentNow(this.#rows, link)) !== link.commitment) return 'operations-changed'
    this.#covered = link.lastSeq
    this.ops = this.#covered
    return null
  }

  #checkDetail({ salt, detail, commitment, account, subject }: StoredLink): BreakReason | null {
    if (salt === null || detail === null)
      return this.#erased.has(account) || this.#erased.has(subject) ? null : 'detail-missing'
    return detailCommitment(sha256, salt, detail) === commitment ? null : 'detail-changed'
  }

  /** What the feed itself says its chain and its operations end with. */
  async checkEnd(chain: string): Promise<TrailBreak | null> {
    if (chain === OFFICE_CHAIN) return null
    const [feed] = await this.#rows(FEED, chain)
    if (!feed) return this.#breakAt(this.#num, 'tail-missing')
    if (whole(feed, 'links') !== this.#num || text(feed, 'head') !== this.#prev)
      return { chain, num: this.#num + 1, atMs: this.#last?.atMs ?? 0, reason: 'tail-missing' }
    const [last] = await this.#rows(LAST_OP, chain)
    if (whole(last ?? {}, 'seq') === this.#covered || (last?.seq === null && this.#covered === 0)) return null
    return { chain, num: this.#num + 1, atMs: this.#last?.atMs ?? 0, reason: 'operations-uncovered' }
  }
}

export async function verifyChain(rows: Rows, chain: string, erased: Erased): Promise<ChainReport> {
  const [again] = await rows(REFOUNDED, chain)
  const refoundedAt = again ? linkOfRow(again) : null
  const walk = new ChainWalk(rows, erased, refoundedAt)
  const report = (broken: TrailBreak | null): ChainReport => ({
    links: walk.links,
    ops: walk.ops,
    broken,
    refoundedAt,
    founded: walk.founded,
  })
  for (let after = refoundedAt ? refoundedAt.num - 1 : 0; ; ) {
    const found = (await rows(LINKS, chain, after)).map(linkOfRow)
    for (const link of found) {
      const broken = await walk.check(link)
      if (broken) return report(broken)
      after = link.num
    }
    if (found.length < LINKS_AT_ONCE) return report(await walk.checkEnd(chain))
  }
}
