/**
 * Failed sign-ins slow down: after some free tries each further one costs a wait that doubles up to five minutes. It
 * counts per name and address together, so that whoever guesses from elsewhere never keeps the owner out (END-15).
 * It lives in memory: a restart forgives, which is cheap for a person and dear for a guesser.
 */
export const FREE_TRIES = 5
export const LONGEST_WAIT_MS = 5 * 60_000
const FORGOTTEN_AFTER_MS = 60 * 60_000
const MOST_ENTRIES = 50_000

interface Entry {
  readonly tries: number
  readonly blockedUntil: number
  readonly lastMs: number
}

export class SignInThrottle {
  readonly #entries = new Map<string, Entry>()

  #keyOf(username: string, address: string): string {
    return `${username}\n${address}`
  }

  /** Counts the try before the password is looked at; returns the milliseconds to wait, or 0 to go on. */
  begin(username: string, address: string, nowMs: number): number {
    const key = this.#keyOf(username, address)
    const known = this.#entries.get(key)
    const entry =
      known && nowMs - known.lastMs < FORGOTTEN_AFTER_MS ? known : { tries: 0, blockedUntil: 0, lastMs: nowMs }
    if (entry.blockedUntil > nowMs) return entry.blockedUntil - nowMs
    const tries = entry.tries + 1
    const wait = tries < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (tries - FREE_TRIES))
    this.#entries.delete(key)
    this.#entries.set(key, { tries, blockedUntil: nowMs + wait, lastMs: nowMs })
    this.#forgetOldest()
    return 0
  }

  succeed(username: string, address: string): void {
    this.#entries.delete(this.#keyOf(username, address))
  }

  #forgetOldest(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= MOST_ENTRIES) return
      this.#entries.delete(key)
    }
  }
}
