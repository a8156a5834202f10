import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipText } from '#sync/gzip.ts'
import { allFaults, type Fault, nothingInjected } from '#support/sync/simulation/faults.ts'
import { checkInvariants } from '#support/sync/simulation/invariants.ts'
import { SimWorld } from '#support/sync/simulation/sim-world.ts'
import { type StoreMutant, storeMutants } from '#support/sync/simulation/store-mutants.ts'

const SEEDS = Number(process.env.SOTAY_SEEDS ?? 40)
const FIRST_SEED = Number(process.env.SOTAY_FIRST_SEED ?? 1)
const STEPS = 120
/** Rounds after which everybody must have sent and read everything (I7). */
const ROUNDS = 4
const MUTANT_SEEDS = 30

async function play(world: SimWorld): Promise<void> {
  for (let i = 0; i < STEPS; i++) await world.step()
  await world.heal()
  for (let i = 0; i < ROUNDS; i++) await world.syncAll()
  await checkInvariants(world)
}

async function simulate(seed: number, mutant?: StoreMutant): Promise<Readonly<Record<Fault, number>>> {
  const world = await SimWorld.create(seed, mutant)
  try {
    await play(world)
    return world.injected
  } catch (error) {
    throw new Error(`seed ${seed}: SOTAY_FIRST_SEED=${seed} SOTAY_SEEDS=1 plays it again`, { cause: error })
  } finally {
    await world.stop()
  }
}

/** Compression by the library computes in place; the browser's runs beside, and would let the machine's speed throw dice. */
const compressionStream = globalThis.CompressionStream
beforeAll(async () => {
  Reflect.deleteProperty(globalThis, 'CompressionStream')
  await gzipText('')
})
afterAll(() => {
  globalThis.CompressionStream = compressionStream
})

describe('simulated devices and the real endpoint', () => {
  it(
    'SYN-1 SYN-2 SYN-3 SYN-4 SYN-5 SYN-6 SYN-7 SYN-9 SYN-10 SYN-11: nothing saved is lost and all end with the same, whatever fails',
    async () => {
      const injected = nothingInjected()
      for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
        const counts = await simulate(seed)
        for (const fault of allFaults) injected[fault] += counts[fault]
      }
      process.stdout.write(`faults injected over ${SEEDS} seeds: ${JSON.stringify(injected)}\n`)
      if (SEEDS >= 40)
        for (const fault of allFaults) expect(injected[fault], `never injected: ${fault}`).toBeGreaterThan(0)
    },
    60_000 * Math.max(1, Math.ceil(SEEDS / 40)),
  )

  it.each(Object.keys(storeMutants))('SYN-2: a store that %s is found out', async (name) => {
    for (let seed = 1; seed <= MUTANT_SEEDS; seed++) {
      try {
        await simulate(seed, storeMutants[name])
      } catch (error) {
        expect(String((error as Error).cause)).toMatch(/I\d/)
        return
      }
    }
    throw new Error(`not found out in ${MUTANT_SEEDS} seeds`)
  })
})
