import { describe, expect, it } from 'vitest'
import { retryDelay } from '#sync/backoff.ts'
import { createPlanner } from '#sync/planner.ts'
import { createTransferSize } from '#sync/transfer-size.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'

describe('pacing', () => {
  it('SYN-12: the wait after failures doubles up to five minutes, and chance spreads devices over its second half', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelay(failures, () => 0))).toEqual([1000, 2000, 4000, 8000])
    expect(retryDelay(1, () => 0.999)).toBeLessThan(2000)
    expect(retryDelay(1000, () => 0.999)).toBeLessThanOrEqual(300_000)
  })

  it('SYN-12: an earlier wish moves the planned moment forward, a later one does not put it off', async () => {
    const time = new VirtualTime()
    const ran: number[] = []
    const planner = createPlanner(time, () => ran.push(time.monotonicNow()))
    planner.plan(5000)
    planner.plan(300)
    planner.plan(2000)
    await time.advance(10_000)
    expect(ran).toEqual([300])
    planner.plan(100)
    planner.cancel()
    await time.advance(10_000)
    expect(ran).toEqual([300])
  })

  it('SYN-1: a piece starts at 16 kB compressed, doubles when quick, halves when it fails, within bounds', () => {
    const size = createTransferSize()
    const start = size.pushLimit()
    expect(start).toBe(16 * 1024 * 20)
    size.succeeded(5000)
    expect(size.pushLimit()).toBe(start)
    size.succeeded(300)
    expect(size.pushLimit()).toBe(start * 2)
    size.failed()
    size.failed()
    expect(size.pushLimit()).toBe(start / 2)
    for (let i = 0; i < 50; i++) size.failed()
    expect(size.pushLimit()).toBe(20 * 1024)
    for (let i = 0; i < 50; i++) size.succeeded(1)
    expect(size.pushLimit()).toBe(2_000_000)
  })

  it('SYN-1: what a full piece came to on the line corrects how many operations the next one holds', () => {
    const size = createTransferSize()
    size.packed(size.pushLimit(), 41_000)
    expect(size.pushLimit()).toBeLessThan(16 * 1024 * 9)
    size.packed(size.pushLimit(), 100)
    expect(size.pushLimit()).toBe(16 * 1024 * 40)
  })
})
