import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play } from '#support/sync/simulation/play.ts'
import { calmGlobals, regressionSeeds } from '#support/sync/simulation/run-seeds.ts'
import { mutants } from '#support/sync/simulation/store-mutants.ts'

const MUTANT_SEEDS = 60

let giveBack: () => void
beforeAll(async () => {
  giveBack = await calmGlobals()
})
afterAll(() => giveBack())

/** The invariant that the seed saw broken, or undefined: a mutant that merely trips over itself is not found out by that. */
async function judge(seed: number, name: string): Promise<string | undefined> {
  try {
    await play(seed, mutants[name])
    return undefined
  } catch (error) {
    const { cause } = error as Error
    return cause instanceof Error && /^I\d/.test(cause.message) ? cause.message : undefined
  }
}

describe('the simulation itself', () => {
  it('plays the same seed the same way twice', { timeout: 120_000 }, async () => {
    expect(await play(7)).toEqual(await play(7))
  })

  it('SYN-30: every seed that once found a defect finds none now', { timeout: 120_000 }, async () => {
    for (const seed of regressionSeeds()) await play(seed)
  })

  it.each(Object.keys(mutants))('SYN-30: it finds out what %s', { timeout: 120_000 }, async (name) => {
    const from = mutants[name]?.from ?? 1
    for (let seed = from; seed < from + MUTANT_SEEDS; seed++) {
      if ((await judge(seed, name)) !== undefined) return
    }
    throw new Error(`not found out in ${MUTANT_SEEDS} seeds`)
  })
})
