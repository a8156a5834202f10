import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allFaults } from '#support/sync/simulation/faults.ts'
import { asked, calmGlobals, ENOUGH_SEEDS, playHalf, summaryOf } from '#support/sync/simulation/run-seeds.ts'

let giveBack: () => void
beforeAll(async () => {
  giveBack = await calmGlobals()
})
afterAll(() => giveBack())

describe('thirty simulated days of real devices and the real endpoint, even seeds', () => {
  it(
    'SYN-1, SYN-2, SYN-3, SYN-4, SYN-5, SYN-6, SYN-7, SYN-9, SYN-10, SYN-11, SYN-13, SYN-17, SYN-22, SYN-30, SYN-31, SYN-32, CHG-2, CHG-3, END-1, END-3, END-4, END-5, END-16, DAT-10, DAT-12, HND-3, HND-8: I1–I12: nothing saved is lost and all end with the same, whatever fails',
    async () => {
      const { tally, errors } = await playHalf(false)
      process.stdout.write(`even seeds: ${summaryOf(tally)}\n`)
      if (errors.length > 0) throw errors[0]
      if (tally.seeds < ENOUGH_SEEDS) return
      for (const fault of allFaults) expect(tally.injected[fault], `never injected: ${fault}`).toBeGreaterThan(0)
    },
    60_000 + asked.seeds * 1_000,
  )
})
