/** When provinces are summed up: at the start, beside the first answers, and then every so often (NAT-4, NAT-9). */
import { withPatience } from '#server/endpoint-writer/with-patience.ts'
import { SummaryMaker, type SummaryParts } from './summary-maker.ts'

export const SUMMARY_MINUTES = 30

const MINUTE_MS = 60_000

export interface SummarySchedule {
  stop(): Promise<void>
}

export interface SummaryScheduleParts extends SummaryParts {
  /** Minutes between two turns; null where nobody wants summaries. */
  readonly everyMinutes: number | null
  readonly onError: (error: unknown) => void
}

class Schedule implements SummarySchedule {
  readonly #maker: SummaryMaker
  readonly #onError: (error: unknown) => void
  readonly #timer: NodeJS.Timeout
  #running: Promise<void> | undefined
  #isStopped = false

  constructor(parts: SummaryScheduleParts, everyMs: number) {
    this.#maker = new SummaryMaker(parts)
    this.#onError = parts.onError
    // Shorter by a minute: a turn that took long, or another endpoint's, does not make the next one wait for two.
    const quietMs = Math.max(0, everyMs - MINUTE_MS)
    this.#timer = setInterval(() => void this.run(quietMs), everyMs)
    this.#timer.unref()
  }

  /** One turn at a time. */
  run(quietMs: number): Promise<void> {
    this.#running ??= this.#once(quietMs).finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #once(quietMs: number): Promise<void> {
    try {
      await this.#maker.make(quietMs)
    } catch (error) {
      if (!this.#isStopped) this.#onError(error)
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#maker.stop()
    clearInterval(this.#timer)
    await withPatience(this.#running)
  }
}

/** Begins at once and waits for nothing: the endpoint answers while its first summary is made. */
export function createSummarySchedule(parts: SummaryScheduleParts): SummarySchedule {
  const { everyMinutes } = parts
  if (everyMinutes === null) return { stop: async () => {} }
  const schedule = new Schedule(parts, everyMinutes * MINUTE_MS)
  void schedule.run(0)
  return schedule
}
