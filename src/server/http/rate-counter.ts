/**
 * How often one device, session or name may ask in a minute. Counted by who asks and not by where from: thousands of
 * devices behind one address must not lock one another out (END-56). The count begins anew every minute, so memory
 * holds the keys of one minute only.
 */
import type { Clock } from '#domain/kernel/clock.ts'
import { Refusal } from './problem-reply.ts'

const WINDOW_MS = 60_000
/** A flood of invented keys costs no more memory than this; it is what the limit per address is for. */
const MOST_KEYS = 200_000

export class RateCounter {
  readonly #most: number
  readonly #clock: Clock
  readonly #countByKey = new Map<string, number>()
  #windowStart = 0

  constructor(most: number, clock: Clock) {
    this.#most = most
    this.#clock = clock
  }

  /** Throws the refusal when it was too often. */
  count(key: string): void {
    const now = this.#clock.now()
    if (now - this.#windowStart >= WINDOW_MS || now < this.#windowStart) this.#begin(now)
    const count = (this.#countByKey.get(key) ?? 0) + 1
    if (this.#countByKey.size < MOST_KEYS || this.#countByKey.has(key)) this.#countByKey.set(key, count)
    if (count <= this.#most) return
    const seconds = Math.ceil((this.#windowStart + WINDOW_MS - now) / 1000)
    throw new Refusal({ code: 'server.busy', params: { seconds } })
  }

  #begin(now: number): void {
    this.#windowStart = now
    this.#countByKey.clear()
  }
}
