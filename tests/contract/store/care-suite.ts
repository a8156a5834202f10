import { describe, expect, it } from 'vitest'
import { HOUR, NOW } from '#support/endpoint/edges.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, FEED, fill, opOf, opsOf, push } from './store-records.ts'

export function careSuite(factory: StoreFactory): void {
  const opened = async () => {
    const place = await factory.open()
    await fill(place.store)
    return place
  }

  describe(`${factory.name}: care`, () => {
    it('a restart loses nothing and keeps the incarnation', async () => {
      const place = await opened()
      const device = await enrol(place.store)
      await push(place.store, device, opsOf(device, 1, 10))
      const [incarnation, facts] = [await place.store.incarnation(), await place.store.facts()]
      const again = await place.reopen()
      expect(await again.store.incarnation()).toBe(incarnation)
      expect(await again.store.facts()).toEqual(facts)
      expect(await push(again.store, device, [opOf(device, 11)])).toMatchObject({ ack: 11 })
    })

    it('only what a verified backup holds counts as safe', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      expect(await push(store, device, opsOf(device, 1, 3))).toMatchObject({ ack: 3, safe: 0 })
      expect(await store.backup(NOW)).toMatchObject({ ops: 3, atMs: NOW })
      expect(await push(store, device, [opOf(device, 4)])).toMatchObject({ ack: 4, safe: 3 })
      expect((await store.facts()).lastBackup).toMatchObject({ ops: 3, atMs: NOW })
    })

    it('a restored backup holds what was safe, under a new incarnation, and takes what came after it again', async () => {
      const place = await opened()
      const device = await enrol(place.store)
      await push(place.store, device, opsOf(device, 1, 3))
      await place.store.backup(NOW)
      await push(place.store, device, opsOf(device, 4, 5))
      const before = await place.store.incarnation()
      const { store } = await place.restore()
      expect(await store.incarnation()).not.toBe(before)
      expect(await push(store, device, [opOf(device, 6)])).toEqual({ type: 'stored', ack: 3, safe: 3, expect: 4 })
      expect(await push(store, device, opsOf(device, 4, 6))).toMatchObject({ ack: 6, expect: null })
      expect((await store.pull(FEED, 0, 'nobody', 9999)).ops.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6])
    })

    it('a restored store keeps its new incarnation over the next restart', async () => {
      const place = await opened()
      await place.store.backup(NOW)
      const restored = await place.restore()
      const incarnation = await restored.store.incarnation()
      expect(await (await restored.reopen()).store.incarnation()).toBe(incarnation)
    })

    it('the newest of several backups is the one that counts', async () => {
      const place = await opened()
      const device = await enrol(place.store)
      for (let n = 1; n <= 3; n++) {
        await push(place.store, device, [opOf(device, n)])
        await place.store.backup(NOW + n * HOUR)
      }
      const { store } = await place.restore()
      expect((await store.facts()).ops).toBe(3)
    })

    it('facts and the list of the quarantine tell what is there', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const judge = () => 'access.forbidden' as const
      await store.ingest({ device: device.id, ops: opsOf(device, 1, 3), nowMs: NOW, judge })
      expect(await store.facts()).toMatchObject({ ops: 0, quarantined: 3, lastBackup: null })
      expect(await store.quarantine(2)).toHaveLength(2)
    })
  })
}
