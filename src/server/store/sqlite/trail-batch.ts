/** The links of one transaction's operations: one for each feed it touches, whatever their number. */
import { CoveredOps, type OpsOrigin } from '#server/trail/sealed-link.ts'
import type { Connection } from './connection.ts'
import type { FeedCounters } from './feed-counters.ts'
import { cellsOfLink, INSERT_LINKS, LINK_WIDTH } from './trail-rows.ts'

export const INSERT_LINK = `${INSERT_LINKS} VALUES (${Array.from({ length: LINK_WIDTH }, () => '?').join()})`

export class TrailBatch {
  readonly #db: Connection
  readonly #coveredByFeed = new Map<string, CoveredOps>()

  constructor(db: Connection) {
    this.#db = db
  }

  /** `text`: what the trail commits to of the operation (TRL-2). */
  add(feed: string, seq: number, text: string): void {
    const known = this.#coveredByFeed.get(feed)
    const covered = known ?? new CoveredOps()
    if (!known) this.#coveredByFeed.set(feed, covered)
    covered.addText(seq, text)
  }

  /** Before the counters are saved: they keep the heads. */
  save(counters: FeedCounters, origin: OpsOrigin): void {
    for (const [feed, covered] of this.#coveredByFeed) {
      const link = covered.link(feed, counters.head(feed), origin)
      this.#db.run(INSERT_LINK, ...cellsOfLink(link))
      counters.linked(feed, link)
    }
  }
}
