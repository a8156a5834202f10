/** Time that passes only when a test says so, and a wall clock that may be wrong by years or step while it runs. */
import type { Clock } from '#domain/kernel/clock.ts'
import type { Timers } from '#sync/sync-edges.ts'

interface Planned {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** One turn of the event loop. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Lets everything that is ready to run do so; enough for code that waits for no real device. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await aMoment()
}

export class VirtualTime implements Timers {
  #now = 0
  #order = 0
  #planned: Planned[] = []

  monotonicNow(): number {
    return this.#now
  }

  after(delay: number, run: () => void): () => void {
    const planned = { at: this.#now + delay, order: this.#order++, run }
    this.#planned.push(planned)
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned)
    }
  }

  /** Moves time on; every timer that falls due runs at its own moment and has what it starts come to rest. */
  async advance(ms: number, rest: () => Promise<void> = settle): Promise<void> {
    const end = this.#now + ms
    await rest()
    while (this.#fireNext(end)) await rest()
    this.#now = end
    await rest()
  }

  /** Moves time on without letting timers wait for what they start: for a network that hangs. */
  pass(ms: number): void {
    const end = this.#now + ms
    while (this.#fireNext(end));
    this.#now = end
  }

  /** A wall clock on this time, wrong by `error()` milliseconds. */
  wallClock(startMs: number, error: () => number = () => 0): Clock {
    return { now: () => startMs + this.#now + error() }
  }

  #fireNext(end: number): boolean {
    const next = this.#planned.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0]
    if (!next) return false
    this.#now = Math.max(this.#now, next.at)
    this.#planned = this.#planned.filter((other) => other !== next)
    next.run()
    return true
  }
}
