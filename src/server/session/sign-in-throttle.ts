/**
 * Failed sign-ins slow down: after some free tries each further one costs a wait that doubles up to five minutes. Three
 * counters stand beside one another, so that no guesser keeps the owner out (END-15, END-90): a device that proved by
 * its key that it signed in before has its own; everybody else is counted by name and address together; and a name
 * that is tried from everywhere at once is slowed down only where it never signed in. It lives in memory: a restart
 * forgives, which is cheap for a person and dear for a guesser.
 */
export const FREE_TRIES = 5
export const LONGEST_WAIT_MS = 5 * 60_000
/** Failures of one name, whatever the address, before strangers wait. */
export const FREE_TRIES_OF_NAME = 100
const FORGOTTEN_AFTER_MS = 60 * 60_000
const MOST_ENTRIES = 50_000

interface Entry {
  readonly tries: number
  readonly blockedUntil: number
  readonly lastMs: number
}

export class SignInThrottle {
  readonly #entries = new Map<string, Entry>()
  /** Name and address pairs that got in, the oldest first. */
  readonly #welcome = new Set<string>()

  /** Counts the try before the password is looked at; returns the milliseconds to wait, or 0 to go on. */
  begin(username: string, address: string, nowMs: number, provedDevice?: string): number {
    if (provedDevice !== undefined) return this.#count(deviceKey(provedDevice), FREE_TRIES, nowMs)
    const key = placeKey(username, address)
    const wait = this.#count(key, FREE_TRIES, nowMs)
    if (wait > 0 || this.#welcome.has(key)) return wait
    return this.#count(nameKey(username), FREE_TRIES_OF_NAME, nowMs)
  }

  succeed(username: string, address: string, provedDevice?: string): void {
    if (provedDevice !== undefined) this.#entries.delete(deviceKey(provedDevice))
    const key = placeKey(username, address)
    // Only the address is forgiven, and only by the one who stands there: others may be guessing elsewhere.
    if (provedDevice === undefined) this.#entries.delete(key)
    this.#forgive(nameKey(username))
    this.#welcome.delete(key)
    this.#welcome.add(key)
    forgetOldest(this.#welcome)
  }

  /** A try that was right is no guess. */
  #forgive(key: string): void {
    const entry = this.#entries.get(key)
    if (entry && entry.tries > 0) this.#entries.set(key, { ...entry, tries: entry.tries - 1 })
  }

  #count(key: string, free: number, nowMs: number): number {
    const known = this.#entries.get(key)
    const isFresh = known !== undefined && nowMs - known.lastMs < FORGOTTEN_AFTER_MS
    const entry = isFresh ? known : { tries: 0, blockedUntil: 0, lastMs: nowMs }
    if (entry.blockedUntil > nowMs) return entry.blockedUntil - nowMs
    const tries = entry.tries + 1
    const wait = tries < free ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (tries - free))
    this.#entries.delete(key)
    this.#entries.set(key, { tries, blockedUntil: nowMs + wait, lastMs: nowMs })
    forgetOldest(this.#entries)
    return 0
  }
}

const placeKey = (username: string, address: string): string => `place ${username}\n${address}`
const nameKey = (username: string): string => `name ${username}`
const deviceKey = (device: string): string => `device ${device}`

function forgetOldest(kept: Map<string, unknown> | Set<string>): void {
  for (const key of kept.keys()) {
    if (kept.size <= MOST_ENTRIES) return
    kept.delete(key)
  }
}
