/**
 * Verifies a whole trail: every chain against the data it covers, every root against the root before it, and every head
 * a root names against the link that should be there. Roots kept elsewhere (a file beside the backups) are checked too:
 * they find a tail that was cut off, or a chain written anew from some link on, which the data alone cannot show.
 */
import {
  GENESIS,
  type Head,
  OFFICE_CHAIN,
  rootText,
  type StoredLink,
  type TrailRoot,
} from '#domain/trail/trail-link.ts'
import { text } from '#server/store/sqlite/connection.ts'
import { linkOfRow, rootOfRow } from '#server/store/sqlite/trail-rows.ts'
import { sha256 } from './sealed-link.ts'
import type { Rows } from './trail-queries.ts'
import { type Erased, type TrailBreak, verifyChain } from './verify-chain.ts'

/** What is in order and yet has to be said. */
export type TrailNotice =
  | { readonly type: 'founded' | 'refounded'; readonly chain: string; readonly num: number; readonly atMs: number }
  | { readonly type: 'restored'; readonly atMs: number }
  /** Links that a root knew were lost by a restoration written down after it. */
  | { readonly type: 'lost-by-restoration'; readonly root: number; readonly chain: string; readonly num: number }

export interface TrailReport {
  readonly chains: number
  readonly links: number
  readonly ops: number
  readonly roots: number
  /** The first of every chain and root that is broken; empty where all hold. */
  readonly broken: readonly TrailBreak[]
  readonly notices: readonly TrailNotice[]
}

/** What a broken root is called in a report. */
const ROOTS = 'roots'

const CHAINS = `SELECT id AS chain FROM feed UNION SELECT chain FROM trail ORDER BY chain`
const RESTORED = `SELECT * FROM trail WHERE chain = '${OFFICE_CHAIN}' AND type = 'restored' ORDER BY num`
const ERASED = `SELECT * FROM trail WHERE chain = '${OFFICE_CHAIN}' AND type = 'erased' ORDER BY num`
const ROOT_ROWS = 'SELECT * FROM trail_root ORDER BY num'
const HASH = 'SELECT hash, at_ms FROM trail WHERE chain = ? AND num = ?'

const readHeads = (heads: string): readonly Head[] => {
  try {
    const parsed: unknown = JSON.parse(heads)
    return Array.isArray(parsed) ? (parsed as Head[]) : []
  } catch {
    return []
  }
}

interface Restoration {
  readonly atMs: number
  /** The last root that came through. */
  readonly root: number
}

function restorationOf({ atMs, detail }: StoredLink): Restoration {
  const said = JSON.parse(detail ?? '{}') as { readonly root?: unknown }
  return { atMs, root: typeof said.root === 'number' ? said.root : 0 }
}

class TrailCheck {
  readonly #rows: Rows
  readonly #restored: readonly Restoration[]
  readonly broken: TrailBreak[] = []
  readonly notices: TrailNotice[] = []
  readonly #lost = new Set<string>()
  chains = 0
  links = 0
  ops = 0
  roots = 0

  constructor(rows: Rows, restored: readonly Restoration[]) {
    this.#rows = rows
    this.#restored = restored
    for (const { atMs } of restored) this.notices.push({ type: 'restored', atMs })
  }

  async chain(chain: string, erased: Erased): Promise<void> {
    const { links, ops, broken, refoundedAt, founded } = await verifyChain(this.#rows, chain, erased)
    this.chains++
    this.links += links
    this.ops += ops
    if (broken) this.broken.push({ ...broken, chain })
    if (refoundedAt) this.notices.push({ type: 'refounded', chain, num: refoundedAt.num, atMs: refoundedAt.atMs })
    if (founded) this.notices.push({ type: 'founded', chain, num: founded.num, atMs: founded.atMs })
  }

  #brokenRoot({ num, atMs }: TrailRoot, reason: 'root-changed' | 'root-missing'): void {
    this.broken.push({ chain: ROOTS, num, atMs, reason })
  }

  /** The roots of the data, one after the other, and every head they name. */
  async ownRoots(roots: readonly TrailRoot[]): Promise<void> {
    let [num, prev] = [0, GENESIS]
    for (const root of roots) {
      if (root.num !== num + 1) return this.#brokenRoot(root, 'root-missing')
      if (root.prev !== prev || sha256(rootText(root)) !== root.hash) return this.#brokenRoot(root, 'root-changed')
      ;[num, prev] = [root.num, root.hash]
      this.roots++
      await this.#heads(root)
    }
  }

  /** Roots kept elsewhere. Their own chain was checked when they were made; what counts is that the data still has them. */
  async keptRoots(kept: readonly TrailRoot[], own: readonly TrailRoot[]): Promise<void> {
    const hashByNum = new Map(own.map(({ num, hash }) => [num, hash]))
    for (const root of kept) {
      if (sha256(rootText(root)) !== root.hash) {
        this.#brokenRoot(root, 'root-changed')
        continue
      }
      if (hashByNum.get(root.num) === root.hash) continue
      if (!this.#isLost(root)) this.#brokenRoot(root, 'root-missing')
      await this.#heads(root)
    }
  }

  /** Made before a restoration, and not among the roots that came through it. */
  #isLost = ({ num, atMs }: TrailRoot): boolean =>
    this.#restored.some((restored) => restored.atMs >= atMs && num > restored.root)

  async #heads(root: TrailRoot): Promise<void> {
    for (const [chain, num, hash] of readHeads(root.heads)) {
      const [row] = await this.#rows(HASH, chain, num)
      if (row && text(row, 'hash') === hash) continue
      const name = `${chain} ${num}`
      if (this.#lost.has(name)) continue
      this.#lost.add(name)
      if (this.#isLost(root)) this.notices.push({ type: 'lost-by-restoration', root: root.num, chain, num })
      else this.broken.push({ chain, num, atMs: root.atMs, reason: row ? 'link-changed' : 'tail-missing' })
    }
  }

  report(): TrailReport {
    const { chains, links, ops, roots, broken, notices } = this
    return { chains, links, ops, roots, broken: firstOfEach(broken), notices }
  }
}

/** Of each chain only where it breaks first; the earliest moment leads. */
function firstOfEach(broken: readonly TrailBreak[]): readonly TrailBreak[] {
  const first = new Map<string, TrailBreak>()
  for (const one of broken) {
    const known = first.get(one.chain)
    if (!known || one.num < known.num) first.set(one.chain, one)
  }
  return [...first.values()].sort((a, b) => a.atMs - b.atMs || (a.chain < b.chain ? -1 : 1))
}

/** Reads from one moment of the data: the caller opens a transaction where others write meanwhile. */
export async function verifyTrail(rows: Rows, kept: readonly TrailRoot[] = []): Promise<TrailReport> {
  const check = new TrailCheck(rows, (await rows(RESTORED)).map(linkOfRow).map(restorationOf))
  const erased = new Set((await rows(ERASED)).map(linkOfRow).map(({ subject }) => subject))
  erased.delete('')
  for (const row of await rows(CHAINS)) await check.chain(text(row, 'chain'), erased)
  const own = (await rows(ROOT_ROWS)).map(rootOfRow)
  await check.ownRoots(own)
  await check.keptRoots(kept, own)
  return check.report()
}
