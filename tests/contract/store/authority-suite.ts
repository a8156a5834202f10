import { describe, expect, it } from 'vitest'
import { NOW } from '#support/endpoint/edges.ts'
import { AREA, COMMUNE, grant, idOf, NEIGHBOUR, places } from '#support/endpoint/place-fixture.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, FEED, fill, opOf, opsOf, push, pushOf } from './store-records.ts'

const refuse = () => 'access.forbidden' as const
const decision = (n: number, verdict: 'accepted' | 'dismissed' = 'accepted') => ({
  n,
  verdict,
  by: idOf('administrator'),
  reason: 'đã hỏi lại',
  nowMs: NOW + n,
})
const since = '2026-11-21' as LocalDate

export function authoritySuite(factory: StoreFactory): void {
  const opened = async () => {
    const place = await factory.open()
    await fill(place.store)
    return place
  }

  describe(`${factory.name}: decisions about refused operations`, () => {
    it('END-31: an accepted operation enters its feed once, under its own dot and the next number, and stays in the log', async () => {
      const place = await opened()
      const { store } = place
      const [device, other] = [await enrol(store), await enrol(store, 'chairman')]
      const refused = opOf(device, 1, { f: { note: ['đến sau'] } })
      await store.ingest(pushOf(device, [refused], { judge: refuse }))
      await push(store, other, [opOf(other, 1)])
      const accept = { device: device.id, ...decision(1) }
      expect([await store.decide(accept), await store.decide(accept)]).toEqual(['decided', 'not-waiting'])
      expect((await store.pull(FEED, 1, 'nobody', 9999)).ops).toEqual([refused])
      expect(await store.quarantineOf(device.id)).toEqual([])
      expect(await store.decidedOf(device.id, [1, 2])).toEqual([
        {
          device: device.id,
          n: 1,
          code: 'access.forbidden',
          receivedMs: NOW,
          op: refused,
          verdict: 'accepted',
          by: idOf('administrator'),
          reason: 'đã hỏi lại',
          decidedMs: NOW + 1,
        },
      ])
      expect(await push(store, device, [refused, opOf(device, 2)])).toMatchObject({ ack: 2 })
      const again = await place.reopen()
      expect((await again.store.facts()).ops).toBe(3)
    })

    it('END-31: a dismissed operation enters nowhere and is kept with the reason', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      await store.ingest(pushOf(device, opsOf(device, 1, 2), { judge: refuse }))
      expect(await store.decide({ device: device.id, ...decision(2, 'dismissed') })).toBe('decided')
      expect((await store.facts()).ops).toBe(0)
      expect((await store.quarantineOf(device.id)).map(({ n }) => n)).toEqual([1])
      expect(await store.decidedOf(device.id, [1, 2])).toMatchObject([{ n: 2, verdict: 'dismissed' }])
      expect((await store.opAt(device.id, 2))?.op).toEqual(opOf(device, 2))
    })

    it('END-16, END-31: what would rewrite a sealed record cannot be accepted', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const sealed = { s: 'ls25-06001/pub', k: 'stage-event', e: 'evt' }
      await push(store, device, [opOf(device, 1, sealed), opOf(device, 2, sealed)])
      expect(await store.decide({ device: device.id, ...decision(2) })).toBe('impossible')
      expect((await store.quarantineOf(device.id)).map(({ n }) => n)).toEqual([2])
    })

    it('tells what was received of a device, what stands under a name, and what waits under a code', async () => {
      const { store } = await opened()
      const [a, b] = [await enrol(store), await enrol(store, 'chairman')]
      await push(store, a, opsOf(a, 1, 3))
      await store.ingest(pushOf(b, opsOf(b, 1, 2), { judge: refuse }))
      expect(new Map(await store.receivedOf([b.id, 'nobody', a.id]))).toEqual(
        new Map([
          [a.id, 3],
          [b.id, 2],
        ]),
      )
      expect([await store.opAt(a.id, 2), await store.opAt(b.id, 1), await store.opAt(a.id, 9)]).toEqual([
        { op: opOf(a, 2), receivedMs: NOW },
        { op: opOf(b, 1), receivedMs: NOW },
        null,
      ])
      expect(
        (await store.waitingFor(['access.forbidden', 'op.malformed'], 10)).map(({ device, n }) => [device, n]),
      ).toEqual([
        [b.id, 1],
        [b.id, 2],
      ])
      expect(await store.waitingFor(['op.malformed'], 10)).toEqual([])
      expect(await store.waitingFor(['access.forbidden'], 1)).toHaveLength(1)
    })

    it('a revoked device is known as such', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      expect([await store.revokeDevice(device.id), await store.revokeDevice('nobody')]).toEqual([true, false])
      expect((await store.deviceById(device.id))?.isRevoked).toBe(true)
    })
  })

  describe(`${factory.name}: units that merge`, () => {
    it('END-34: keeps a merger with its places, successions and grants, all at once', async () => {
      const { store } = await opened()
      const merged = {
        id: 'ls27-06001',
        parent: AREA,
        kind: 'commune',
        name: 'Xã mới',
        code: '06001',
        from: since,
      } as const
      const [first] = places.filter(({ id }) => id === COMMUNE)
      const closed = { ...(first ?? merged), until: '2026-11-20' }
      const steps = [COMMUNE, NEIGHBOUR].map((predecessor) => ({ predecessor, successor: merged.id, since }))
      await store.saveUnitChange({
        places: [closed, merged],
        successions: steps,
        grants: [grant('secretary', 'iso-secretary', merged.id, since)],
      })
      const stored = await store.places()
      expect(stored.map(({ id }) => id)).toEqual([...places.map(({ id }) => id), merged.id])
      expect([stored.find(({ id }) => id === COMMUNE), stored.at(-1)]).toEqual([closed, merged])
      expect(await store.successions()).toEqual(steps)
      expect((await store.grants(idOf('secretary'))).map(({ scope }) => scope)).toEqual([COMMUNE, merged.id])
    })

    it('END-35: the version of who is who is another one after every change, and the same without', async () => {
      const place = await opened()
      const { store } = place
      const seen = [await store.identityVersion()]
      const note = async () => seen.push(await store.identityVersion())
      await store.saveAccounts([], [grant('secretary', 'chairman', NEIGHBOUR)])
      await note()
      await store.savePlaces(places)
      await note()
      await store.saveUnitChange({ places: [], successions: [], grants: [] })
      await note()
      expect(new Set(seen).size).toBe(4)
      expect(await (await place.reopen()).store.identityVersion()).toBe(seen.at(-1))
    })
  })
}
