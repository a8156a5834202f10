import { describe, expect, it } from 'vitest'
import type { Grant } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { OFFICE_CHAIN, type TrailType } from '#domain/trail/trail-link.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { Links } from '#server/store/trail-contract.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { idOf } from '#support/endpoint/place-fixture.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, fill, opOf, pushOf } from './store-records.ts'

const linkOf = (type: TrailType): Links => [
  { chain: OFFICE_CHAIN, type, atMs: NOW, account: idOf('administrator'), subject: idOf('secretary') },
]
const grant: Grant = {
  account: idOf('secretary'),
  scope: 'ls25-06007',
  role: 'internal-auditor',
  from: '2026-11-01' as LocalDate,
  to: null,
}
const decision = { n: 1, verdict: 'dismissed' as const, by: idOf('administrator'), reason: 'trùng', nowMs: NOW }

interface Change {
  readonly name: string
  readonly type: TrailType
  /** Makes the change with its links; `device` has one refused operation. */
  make(store: EndpointStore, device: string, links: Links): Promise<unknown>
  /** What the change changes. */
  see(store: EndpointStore, device: string): Promise<unknown>
}

const changes: readonly Change[] = [
  {
    name: 'a grant',
    type: 'grant',
    make: (store, _device, links) => store.saveAccounts([], [grant], links),
    see: (store) => store.grants(idOf('secretary')),
  },
  {
    name: 'a change of an account',
    type: 'account',
    make: (store, _device, links) => store.updateAccount(idOf('secretary'), { displayName: 'Mới' }, links),
    see: (store) => store.accountById(idOf('secretary')),
  },
  {
    name: 'a revocation',
    type: 'device',
    make: (store, device, links) => store.revokeDevice(device, links),
    see: (store, device) => store.deviceById(device),
  },
  {
    name: 'a name of a device',
    type: 'device',
    make: (store, device, links) => store.nameDevice(device, 'máy mới', links),
    see: (store, device) => store.deviceById(device),
  },
  {
    name: 'a decision about a refused operation',
    type: 'decision',
    make: (store, device, links) => store.decide({ ...decision, device }, links),
    see: (store, device) => store.quarantineOf(device),
  },
  {
    name: 'a change of units',
    type: 'units',
    make: (store, _device, links) => store.saveUnitChange({ places: [], successions: [], grants: [grant] }, links),
    see: (store) => store.grants(idOf('secretary')),
  },
]

export function recordedChangesSuite(factory: StoreFactory): void {
  const opened = async () => {
    const place = await factory.open()
    await fill(place.store)
    const device = await enrol(place.store)
    await place.store.ingest(pushOf(device, [opOf(device, 1)], { judge: () => 'access.forbidden' }))
    return { place, store: place.store, device: device.id }
  }
  const officeTypes = async (store: EndpointStore): Promise<readonly string[]> =>
    (await store.trailPage({ chains: [OFFICE_CHAIN], limit: 9 })).map(({ type }) => type)

  describe(`${factory.name}: a change and its link`, () => {
    it.each(changes)('TRL-19: $name is there with its link, after a restart too', async ({ make, see, type }) => {
      const { place, store, device } = await opened()
      const before = await see(store, device)
      await make(store, device, linkOf(type))
      const again = await place.reopen()
      expect(await see(again.store, device)).not.toEqual(before)
      expect(await officeTypes(again.store)).toEqual([type])
      expect(await again.verifyTrail()).toMatchObject({ broken: [] })
    })

    it.each(changes)('TRL-19: $name whose link cannot be written is not made', async ({ make, see, type }) => {
      const { place, store, device } = await opened()
      const before = await see(store, device)
      // What breaks between the change and its link, at the place where it would hurt.
      await place.tamper('ALTER TABLE trail RENAME TO trail_away')
      await expect(make(store, device, linkOf(type))).rejects.toThrow(/trail/)
      await place.tamper('ALTER TABLE trail_away RENAME TO trail')
      const again = await place.reopen()
      expect(await see(again.store, device)).toEqual(before)
      expect(await officeTypes(again.store)).toEqual([])
    })

    it('TRL-19: what changes nothing leaves no link', async () => {
      const { store, device } = await opened()
      expect(await store.revokeDevice('nobody', linkOf('device'))).toBe(false)
      expect(await store.nameDevice('nobody', 'máy', linkOf('device'))).toBe(false)
      expect(await store.updateAccount('nobody', { displayName: 'Mới' }, linkOf('account'))).toBe(false)
      expect(await store.decide({ ...decision, device, n: 9 }, linkOf('decision'))).toBe('not-waiting')
      expect(await officeTypes(store)).toEqual([])
    })
  })
}
