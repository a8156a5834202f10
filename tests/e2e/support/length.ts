// Some proofs are worth more the longer they run. `npm test` runs the short form; SOTAY_LONG=1 the long one.
import process from 'node:process'

export const isLong = process.env.SOTAY_LONG === '1'

/** Numbers from 0 up to 1 that look like chance; the seed is told, so that a failure can be seen again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A new one each time, or the one asked for. */
export const seedOfRun = (): number => Number(process.env.SOTAY_SEED ?? Date.now() % 1_000_000)
