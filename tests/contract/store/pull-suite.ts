import { describe, expect, it } from 'vitest'
import { NOW } from '#support/endpoint/edges.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, FEED, fill, opOf, opsOf, push, pushOf } from './store-records.ts'

export function pullSuite(factory: StoreFactory): void {
  const opened = async () => fill((await factory.open()).store)

  describe(`${factory.name}: pull`, () => {
    it('END-4: small steps give every operation once, in order', async () => {
      const store = await opened()
      const device = await enrol(store)
      await push(store, device, opsOf(device, 1, 500))
      const seen: number[] = []
      let [since, isComplete] = [0, false]
      while (!isComplete) {
        const delta = await store.pull(FEED, since, 'nobody', 1500)
        seen.push(...delta.ops.map(({ n }) => n))
        expect(delta.to - since).toBe(delta.ops.length)
        ;[since, isComplete] = [delta.to, delta.isComplete]
      }
      expect(seen).toEqual(opsOf(device, 1, 500).map(({ n }) => n))
    })

    it('an answer stays near the bytes asked for, and always gets on by one', async () => {
      const store = await opened()
      const device = await enrol(store)
      await push(store, device, [opOf(device, 1, { f: { note: ['x'.repeat(50_000)] } }), ...opsOf(device, 2, 50)])
      expect((await store.pull(FEED, 0, 'nobody', 1)).ops).toHaveLength(1)
      const some = await store.pull(FEED, 1, 'nobody', 1000)
      expect(some.bytes).toBeLessThan(1500)
      expect(some.isComplete).toBe(false)
      expect((await store.snapshot(FEED, '', 1)).entities).toHaveLength(1)
    })

    it('END-14: the reader’s own operations are left out and counted', async () => {
      const store = await opened()
      const [a, b] = [await enrol(store), await enrol(store, 'chairman')]
      await push(store, a, opsOf(a, 1, 3))
      expect(await store.isOwnOnly(FEED, a.id)).toBe(true)
      await push(store, b, [opOf(b, 1)])
      expect(await store.isOwnOnly(FEED, a.id)).toBe(false)
      const delta = await store.pull(FEED, 0, a.id, 9999)
      expect([delta.ops.map(({ d }) => d), delta.own, delta.to]).toEqual([[b.id], 3, 4])
    })

    it('a snapshot holds every record once, page by page, whatever its id', async () => {
      const store = await opened()
      const device = await enrol(store)
      const ids = ['ans.1', 'Ans.1', 'đơn', 'a b', '0', 'zz', '~', 'ans.10', 'ans.2']
      await push(
        store,
        device,
        ids.map((e, i) => opOf(device, i + 1, { e })),
      )
      const seen: string[] = []
      let after: string | null = ''
      while (after !== null) {
        const page: Awaited<ReturnType<typeof store.snapshot>> = await store.snapshot(FEED, after, 1)
        seen.push(...page.entities.map(({ entity }) => entity))
        after = page.after
      }
      expect([...seen].sort()).toEqual([...ids].sort())
      expect(seen).toHaveLength(ids.length)
    })

    it('feeds are apart: neither pull nor snapshot nor position of one shows another', async () => {
      const store = await opened()
      const device = await enrol(store)
      await push(store, device, [opOf(device, 1), opOf(device, 2, { s: 'ls25-06001/pub' })])
      expect((await store.pull(FEED, 0, 'nobody', 9999)).ops).toHaveLength(1)
      expect((await store.snapshot(FEED, '', 9999)).entities).toHaveLength(1)
      expect(await store.positions([FEED, 'ls25-06001/audit'])).toMatchObject([{ id: FEED, seq: 1 }])
    })

    it('END-38: tells when each feed changed last', async () => {
      const store = await opened()
      const device = await enrol(store)
      await push(store, device, [opOf(device, 1)])
      await store.ingest({ ...pushOf(device, [opOf(device, 2, { s: 'ls25-06001/pub' })]), nowMs: NOW + 5 })
      await store.ingest({ ...pushOf(device, [opOf(device, 3)]), nowMs: NOW + 9 })
      expect(new Map(await store.lastChangeOf([FEED, 'ls25-06001/pub', 'nothing/pub']))).toEqual(
        new Map([
          ['ls25-06001/pub', NOW + 5],
          [FEED, NOW + 9],
        ]),
      )
    })
  })
}
