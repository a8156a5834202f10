/** The edges of the endpoint in tests: a clock that is set, randomness that repeats, and a cheap password cost. */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { PasswordCost } from '#server/session/password-hasher.ts'

export const NOW = Date.UTC(2026, 10, 21, 3)
export const HOUR = 60 * 60_000
export const DAY = 24 * HOUR

export class SetClock implements Clock {
  #ms: number

  constructor(ms = NOW) {
    this.#ms = ms
  }

  now(): number {
    return this.#ms
  }

  advance(ms: number): void {
    this.#ms += ms
  }
}

/** Different bytes at each call, the same in each run. */
export function repeatableRandom(seed = 1): RandomSource {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  }
  return { bytes: (length) => Uint8Array.from({ length }, next) }
}

export const CHEAP: PasswordCost = { memoryCost: 64, timeCost: 1, parallelism: 1 }
