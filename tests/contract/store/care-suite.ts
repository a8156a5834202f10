import { describe, expect, it } from 'vitest'
import { WRITTEN_BESIDE } from '#server/store/written-beside-mark.ts'
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

    it('END-110: what a command wrote beside is taken up once, where it left its mark', async () => {
      const { store } = await opened()
      expect(await store.settleBeside()).toBe(false)
      await store.saveSetting(WRITTEN_BESIDE, String(NOW))
      expect([await store.settleBeside(), await store.settleBeside()]).toEqual([true, false])
      expect(await store.setting(WRITTEN_BESIDE)).toBeNull()
    })

    it('END-111: bytes of photos are counted for each commune, a photo in two of its feeds once', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const [photo, other] = ['a'.repeat(64), 'b'.repeat(64)]
      const refer = (n: number, s: string, sha256: string) =>
        opOf(device, n, { s, k: 'evidence', e: `evd.${n}`, f: { sha256: [sha256] } })
      const [commune] = FEED.split('/')
      const ops = [refer(1, FEED, photo), refer(2, `${commune}/pub`, photo), refer(3, 'elsewhere/pub', other)]
      await push(store, device, ops)
      await store.saveBlob({ sha256: photo, size: 300, mime: 'image/jpeg' }, NOW)
      expect(Array.from(await store.bytesByCommune())).toEqual([[commune, 300]])
      await store.saveBlob({ sha256: other, size: 20, mime: 'image/jpeg' }, NOW)
      expect(new Map(await store.bytesByCommune())).toEqual(
        new Map([
          [commune, 300],
          ['elsewhere', 20],
        ]),
      )
    })

    it('PER-7: what there is about one person is counted, and passkeys by account', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      await push(store, device, opsOf(device, 1, 3))
      const { account } = device
      const key = {
        publicKey: '',
        counter: 0,
        transports: [],
        label: '',
        isBackedUp: false,
        createdMs: 1,
        usedMs: null,
      }
      await store.addPasskey({ id: 'k1', account, ...key })
      await store.recordTrail([{ chain: 'office', type: 'grant', atMs: NOW, subject: account, detail: { role: 'x' } }])
      const counts = await store.personCounts(account)
      expect(counts).toMatchObject({ ops: 3, refused: 0, devices: 1, passkeys: 1, providers: 0, codes: 0, details: 1 })
      expect(counts.links).toBeGreaterThan(0)
      expect(Array.from(await store.passkeyCounts())).toEqual([[account, 1]])
      expect(await store.personCounts('nobody')).toMatchObject({ ops: 0, devices: 0, links: 0 })
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
