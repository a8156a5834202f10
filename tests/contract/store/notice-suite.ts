import { describe, expect, it } from 'vitest'
import { conflictsIn, type EntityState, fieldValue } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { storedKeptAside } from '#domain/corrective-action/kept-aside.ts'
import { ENDPOINT_ACCOUNT } from '#server/endpoint-writer/endpoint-writer.ts'
import { noticesIn } from '#server/notices/kept-aside-records.ts'
import { NoticeDesk } from '#server/notices/notice-desk.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { HOUR, NOW, repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, fill, opOf, push } from './store-records.ts'

const PUB = 'ls25-06001/pub'

/** A request that says all it must (END-142). */
const requestOf = (grade: string): Op['f'] => ({
  grade: [grade],
  issuedOn: ['2026-11-01'],
  description: ['x'],
  requirement: ['x'],
  dueOn: [{ text: '01/12/2026', date: '2026-12-01' }],
})

const moveOp = (device: Device, n: number, h: number, name: string, more: Op['f'] = {}): Op => {
  const f: Op['f'] = {
    of: ['car'],
    name: [name],
    on: ['2026-11-21'],
    words: ['x'],
    whys: [['vì']],
    action: ['x'],
    dueOn: [{ text: '01/12/2026', date: '2026-12-01' }],
    ...more,
  }
  return opOf(device, n, { s: PUB, k: 'corrective-move', e: `mov-${n}`, h, f })
}

/** Approved, and then sent back by somebody whose clock says earlier. */
async function twoDirections(store: EndpointStore): Promise<Device> {
  const device = await enrol(await fill(store))
  await push(store, device, [
    moveOp(device, 1, 10, 'start-analysis'),
    moveOp(device, 2, 20, 'submit-analysis'),
    moveOp(device, 3, 30, 'approve'),
    moveOp(device, 4, 25, 'return-analysis', { words: ['không cho ai đọc'] }),
  ])
  return device
}

const deskOf = (store: EndpointStore, seed = 3, clock = new SetClock(NOW)): NoticeDesk =>
  new NoticeDesk({
    store,
    clock,
    random: repeatableRandom(seed),
    onError: (error) => {
      throw error
    },
  })

const notices = async (store: EndpointStore): Promise<readonly EntityState[]> => [
  ...(await noticesIn(store, PUB)).values(),
]
const outcomes = async (store: EndpointStore) =>
  (await notices(store)).map(({ regs }) => storedKeptAside(regs)?.outcome ?? null)
const ownDevices = async (store: EndpointStore): Promise<readonly Device[]> =>
  (await store.devices()).filter(({ account }) => account === ENDPOINT_ACCOUNT)

export function noticeSuite(factory: StoreFactory): void {
  describe(`${factory.name}: notices of moves kept aside`, () => {
    it('END-132, CA-24: one notice for each, who and when and why, and nothing of what the move says', async () => {
      const { store } = await factory.open()
      const device = await twoDirections(store)
      await push(store, device, [
        opOf(device, 5, { s: PUB, k: 'visit', e: 'mov-3' }),
        moveOp(device, 6, 50, 'extend', { 'no name': [1] }),
      ])
      await deskOf(store).tell()
      const [state, ...others] = await notices(store)
      expect(others).toEqual([])
      expect(state).toMatchObject({ entity: 'kad.mov-4', kind: 'kept-aside' })
      expect(storedKeptAside(state?.regs ?? {})).toEqual({
        of: 'car',
        move: 'mov-4',
        name: 'return-analysis',
        by: device.account,
        on: '2026-11-21',
        reason: 'corrective.moved-meanwhile',
        at: NOW,
        outcome: null,
      })
      expect(fieldValue(state?.regs ?? {}, 'unit')).toBe('ls25-06001')
      expect(JSON.stringify(state)).not.toContain('không cho ai đọc')
    })

    it('END-132: is written once, however often it is looked for, and by an endpoint that starts after a crash', async () => {
      const place = await factory.open()
      await twoDirections(place.store)
      const { store } = await place.reopen()
      const desk = deskOf(store)
      await Promise.all([desk.tell(), desk.tell(), desk.tell()])
      const { ops } = await store.facts()
      await deskOf(store, 4).tell()
      expect([await outcomes(store), (await store.facts()).ops]).toEqual([[null], ops])
    })

    it('END-132: of two endpoints on one database one writes', async () => {
      const { store } = await factory.open()
      await twoDirections(store)
      await Promise.all([deskOf(store, 3).tell(), deskOf(store, 4).tell()])
      expect((await ownDevices(store)).map(({ lastN }) => lastN)).toEqual([1])
      expect(conflictsIn((await notices(store))[0]?.regs ?? {})).toEqual([])
    })

    it('END-133: says what became of the move once somebody decided', async () => {
      const { store } = await factory.open()
      const device = await twoDirections(store)
      const clock = new SetClock(NOW)
      const desk = deskOf(store, 3, clock)
      await desk.tell()
      clock.advance(HOUR)
      const decision = { device: device.id, n: 4, by: 'someone', reason: 'x', nowMs: NOW + HOUR } as const
      expect(await store.decide({ ...decision, verdict: 'dismissed' })).toBe('decided')
      await desk.tell()
      expect(await outcomes(store)).toEqual(['rejected'])
      expect(conflictsIn((await notices(store))[0]?.regs ?? {})).toEqual([])
      const { ops } = await store.facts()
      await deskOf(store, 4).tell()
      expect((await store.facts()).ops).toBe(ops)
    })

    it('END-133: a move that was entered after all is told as entered, also where nobody was told before', async () => {
      const { store } = await factory.open()
      const device = await enrol(await fill(store))
      const request = (n: number, e: string): Op =>
        opOf(device, n, { s: PUB, k: 'corrective-action', e, f: requestOf('minor') })
      await push(store, device, [
        request(1, 'car-a'),
        moveOp(device, 2, 10, 'end-double', { of: ['car-a'], next: ['car-b'] }),
      ])
      const decision = { device: device.id, n: 2, verdict: 'accepted', by: 'someone', reason: '', nowMs: NOW } as const
      expect(await store.decide(decision)).toBe('impossible')
      await push(store, device, [request(3, 'car-b')])
      expect(await store.decide(decision)).toBe('decided')
      await deskOf(store).tell()
      expect(await outcomes(store)).toEqual(['entered'])
    })

    it('END-132: after a restore notices go on under another replica', async () => {
      const place = await factory.open()
      const device = await twoDirections(place.store)
      await deskOf(place.store).tell()
      await place.store.backup(NOW)
      const { store } = await place.restore()
      await push(store, device, [moveOp(device, 5, 26, 'return-analysis')])
      await deskOf(store, 9).tell()
      expect(await outcomes(store)).toEqual([null, null])
      expect(await ownDevices(store)).toHaveLength(2)
    })

    it('CA-22: of two requests ended in each other the one that came first stands, the other is kept aside and told', async () => {
      const { store } = await factory.open()
      const device = await enrol(await fill(store))
      const request = (n: number, e: string, grade: string): Op =>
        opOf(device, n, { s: PUB, k: 'corrective-action', e, f: requestOf(grade) })
      await push(store, device, [
        request(1, 'car-a', 'minor'),
        request(2, 'car-b', 'minor'),
        request(3, 'car-o', 'observation'),
      ])
      const end = (n: number, h: number, of: string, next: string): Op =>
        moveOp(device, n, h, 'end-double', { of: [of], next: [next] })
      await push(store, device, [
        end(4, 40, 'car-a', 'car-b'),
        end(5, 30, 'car-b', 'car-a'),
        end(6, 50, 'car-b', 'car-o'),
        end(7, 60, 'car-b', 'nowhere'),
      ])
      const refused = (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])
      expect(refused).toEqual([
        [5, 'corrective.double-loop'],
        [6, 'corrective.double-grade'],
        [7, 'corrective.double-gone'],
      ])
      await deskOf(store).tell()
      const told = (await notices(store)).map(({ entity }) => entity)
      expect(told).toEqual(['kad.mov-5', 'kad.mov-6', 'kad.mov-7'])
    })
  })
}
