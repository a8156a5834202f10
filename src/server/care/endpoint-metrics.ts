/**
 * Figures about the running endpoint as Prometheus reads them: counts, sizes and times. No label carries a person, a
 * place, a device or an address; routes appear by their pattern (END-58).
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Clock } from '#domain/kernel/clock.ts'
import type { BackupReport, CareStore, StoreFacts } from '#server/store/store-contract.ts'

/** Counting everything there is costs a look at the whole store: not at every visit of a collector. */
const FACTS_KEPT_MS = 60_000
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

const FACTS = {
  ops: 'operations stored',
  feeds: 'feeds',
  entities: 'current records',
  openConflicts: 'conflicts nobody resolved yet',
  quarantined: 'refused operations nobody decided about yet',
  blobs: 'photos stored',
} as const satisfies Partial<Record<keyof StoreFacts, string>>

export class EndpointMetrics {
  readonly registry = new Registry()
  readonly #requests: Histogram<'method' | 'route' | 'status'>
  readonly #commits: Histogram
  readonly #writes: Counter
  readonly #troubles: Counter
  readonly #backups: Histogram
  readonly #lastBackup: Gauge
  readonly #journal: Gauge
  readonly #facts = new Map<keyof typeof FACTS, Gauge>()
  #factsAt = Number.NEGATIVE_INFINITY
  #isJournalInStep: boolean | null = null

  constructor() {
    const registers = [this.registry]
    const about = (name: string, help: string) => ({ name: `sotay_${name}`, help, registers })
    collectDefaultMetrics({ register: this.registry })
    this.#requests = new Histogram({
      ...about('request_seconds', 'time from a request to its answer'),
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
    })
    this.#commits = new Histogram({ ...about('commit_seconds', 'time of one shared commit'), buckets: SECONDS })
    this.#writes = new Counter(about('writes_total', 'writes that went into shared commits'))
    this.#troubles = new Counter(about('troubles_total', 'failures of journal, backup or photo copies'))
    this.#backups = new Histogram({ ...about('backup_seconds', 'time of one backup'), buckets: [1, 5, 30, 120, 600] })
    this.#lastBackup = new Gauge(about('last_backup_timestamp_seconds', 'when the last verified backup was made'))
    this.#journal = new Gauge(about('journal_in_step', '1 where the journal holds everything, 0 where it lags'))
    for (const [name, help] of Object.entries(FACTS) as [keyof typeof FACTS, string][])
      this.#facts.set(name, new Gauge(about(`stored_${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`, help)))
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds)
  }

  readonly committed = (writes: number, seconds: number): void => {
    this.#commits.observe(seconds)
    this.#writes.inc(writes)
  }

  readonly troubled = (): void => this.#troubles.inc()

  readonly backedUp = ({ atMs }: BackupReport, seconds: number): void => {
    this.#backups.observe(seconds)
    this.#lastBackup.set(atMs / 1000)
  }

  readonly journalChanged = (isInStep: boolean): void => {
    this.#isJournalInStep = isInStep
    this.#journal.set(isInStep ? 1 : 0)
  }

  /** Whether the journal holds everything; null where none was ever heard of. */
  get isJournalInStep(): boolean | null {
    return this.#isJournalInStep
  }

  /** The text a collector gets. */
  async text(store: CareStore, clock: Clock): Promise<string> {
    if (clock.now() - this.#factsAt >= FACTS_KEPT_MS) {
      const facts = await store.facts()
      for (const [name, gauge] of this.#facts) gauge.set(facts[name])
      if (facts.lastBackup) this.#lastBackup.set(facts.lastBackup.atMs / 1000)
      this.#factsAt = clock.now()
    }
    return this.registry.metrics()
  }
}
