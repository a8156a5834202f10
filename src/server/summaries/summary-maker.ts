/**
 * Sums up every province this endpoint has. Communes whose feed stands still are not read again, so a turn in a quiet
 * hour asks for positions and nothing else; and only the short part that compares and writes is done alone among the
 * endpoints of a database (NAT-4, NAT-5).
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { standsOn } from '#domain/place/standing.ts'
import {
  type CommuneLine,
  type ProvinceSummary,
  provinceSummaryId,
  toColumns,
} from '#domain/reporting/province-summary.ts'
import { asEndpoint, writeAsEndpoint } from '#server/endpoint-writer/endpoint-writer.ts'
import { todayAt } from '#server/identity/caller.ts'
import type { LiveDirectory } from '#server/identity/live-directory.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { type CommuneFacts, readCommuneFacts } from './commune-facts.ts'
import { communeLine } from './commune-line.ts'
import { livePlanOf, readProvinceFeed } from './province-feed.ts'

export interface SummaryParts {
  readonly store: EndpointStore
  readonly directory: Pick<LiveDirectory, 'places' | 'communesIn' | 'refresh'>
  readonly clock: Clock
  readonly random: RandomSource
}

interface Known {
  readonly at: string
  readonly facts: CommuneFacts
}

/** Lets the endpoint answer between two communes: SQLite reads without letting go of the thread. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

export class SummaryMaker {
  readonly #parts: SummaryParts
  /** By unit, with the position of its feed. */
  readonly #known = new Map<string, Known>()
  #isStopped = false

  constructor(parts: SummaryParts) {
    this.#parts = parts
  }

  /** Ends a turn under way at the next commune. */
  stop(): void {
    this.#isStopped = true
  }

  /** Writes what changed, at the earliest `quietMs` after the last time; gives the provinces written. */
  async make(quietMs: number): Promise<readonly string[]> {
    const { directory, clock } = this.#parts
    await directory.refresh()
    const today = todayAt(clock.now())
    const written: string[] = []
    for (const { id, kind } of directory.places) {
      if (kind !== 'province' || this.#isStopped) continue
      const facts = await this.#factsOf(id, today)
      if (!this.#isStopped && (await this.#write(id, facts, today, quietMs))) written.push(id)
    }
    return written
  }

  /** Units that exist, in the order of the places; those that merged are told by their successors. */
  #unitsOf(province: string, today: LocalDate): readonly string[] {
    const { directory } = this.#parts
    const below = new Set(directory.communesIn(province))
    return directory.places.filter((place) => below.has(place.id) && standsOn(place, today)).map(({ id }) => id)
  }

  async #factsOf(province: string, today: LocalDate): Promise<ReadonlyMap<string, CommuneFacts>> {
    const { store } = this.#parts
    const units = this.#unitsOf(province, today)
    const positions = await store.positions(units.map((unit) => feedId(unit, 'pub')))
    const inc = await store.incarnation()
    const at = new Map(positions.map(({ id, seq, epoch }) => [id, `${inc} ${epoch} ${seq}`]))
    const facts = new Map<string, CommuneFacts>()
    for (const unit of units) {
      if (this.#isStopped) break
      facts.set(unit, await this.#factsAt(unit, at.get(feedId(unit, 'pub')) ?? ''))
    }
    return facts
  }

  /** `at` was asked before the records: what arrives in between is read, and read once more next time. */
  async #factsAt(unit: string, at: string): Promise<CommuneFacts> {
    const known = this.#known.get(unit)
    if (known?.at === at) return known.facts
    await breathe()
    const facts = await readCommuneFacts(this.#parts.store, unit)
    this.#known.set(unit, { at, facts })
    return facts
  }

  #write(
    province: string,
    facts: ReadonlyMap<string, CommuneFacts>,
    today: LocalDate,
    quietMs: number,
  ): Promise<boolean> {
    const { store, clock, random } = this.#parts
    return asEndpoint(store, async () => {
      const { plans, regs, summary } = await readProvinceFeed(store, province)
      const nowMs = clock.now()
      const made = { ...figuresOf(facts, plans, today), on: today }
      if (summary ? !isDue(summary, made, nowMs, quietMs) : plans.length === 0) return false
      const { plan, on, communes } = made
      const fields = { plan, on, madeAt: nowMs, columns: toColumns(communes) as unknown as JsonValue }
      const record = {
        feed: feedId(province, 'plan'),
        kind: 'pilot-summary',
        entity: provinceSummaryId(province),
      } as const
      await writeAsEndpoint({ store, random, nowMs }, [{ ...record, fields, regs: regs ?? {} }])
      return true
    })
  }
}

type Made = Pick<ProvinceSummary, 'plan' | 'on' | 'communes'>

function figuresOf(
  facts: ReadonlyMap<string, CommuneFacts>,
  plans: readonly Plan[],
  today: LocalDate,
): Omit<Made, 'on'> {
  const communes = [...facts].map(
    ([unit, known]): CommuneLine => communeLine(unit, livePlanOf(plans, unit), known, today),
  )
  return { plan: plans[0]?.id ?? '', communes }
}

const figures = ({ plan, communes }: Made): string => canonicalJson({ plan, communes } as unknown as JsonValue)

/** Rule NAT-4. A clock that was set back does not hold a summary up. */
function isDue(last: ProvinceSummary, made: Made, nowMs: number, quietMs: number): boolean {
  const since = nowMs - last.madeAt
  if (since >= 0 && since < quietMs) return false
  return last.on !== made.on || figures(last) !== figures(made)
}
