import { describe, expect, it } from 'vitest'
import { daysLeft, watchSilence } from '#app/lock/silence-watch.ts'
import { anIdentity, aStore, NOW, valueOf } from '#support/store/test-store.ts'

const DAY = 24 * 60 * 60_000

describe('a device without contact', () => {
  it('DAT-36: is read for thirty days, counted by whole days', () => {
    expect([0, 1, 22.5, 23, 29.9, 30, 400].map((days) => daysLeft(NOW, NOW + days * DAY))).toEqual([
      30, 29, 8, 7, 1, 0, -370,
    ])
  })

  it('DAT-36: is read for as many days as the endpoint last said', async () => {
    expect([0, 3.5, 5].map((days) => daysLeft(NOW, NOW + days * DAY, 5))).toEqual([5, 2, 0])
    const store = await aStore({ identity: { ...anIdentity(), readDays: 5 } })
    valueOf(await store.sync.setStatus({ lastContactAt: Date.now() - 6 * DAY }))
    const told: (number | null)[] = []
    const stop = watchSilence(store, (days) => told.push(days))
    await expect.poll(() => told.at(-1)).toBe(-1)
    stop()
    store.close()
  })

  it('DAT-36: locks nobody out by a clock set back, nor before the first contact', () => {
    expect(daysLeft(NOW, NOW - 4000 * DAY)).toBe(30)
    expect(daysLeft(null, NOW)).toBeNull()
  })

  it('DAT-36: opens again with the next contact', async () => {
    const store = await aStore()
    valueOf(await store.sync.setStatus({ lastContactAt: Date.now() - 31 * DAY }))
    const told: (number | null)[] = []
    const stop = watchSilence(store, (days) => told.push(days))
    await expect.poll(() => told.at(-1)).toBe(-1)
    valueOf(await store.sync.setStatus({ lastContactAt: Date.now() }))
    await expect.poll(() => told.at(-1)).toBeNull()
    stop()
    store.close()
  })
})
