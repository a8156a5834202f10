import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { NewVisit } from '#data/contract/visit-contract.ts'
import { missedVisits, routeOn } from '#domain/field-visit/planned-visit.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { addDays, formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { receive } from '#support/store/receive.ts'
import {
  aClock,
  aStore,
  anIdentity,
  codeOf,
  NOW,
  OTHER_UNIT,
  sha256,
  TODAY,
  UNIT,
  valueOf,
} from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`

const aVisit = (patch: Partial<NewVisit> = {}): NewVisit => ({
  unit: UNIT,
  on: writtenDate('21/11/2026'),
  stage: 'G4',
  flag: 'yellow',
  done: 'Đã soạn 12/30 quy trình',
  lateReasons: ['short-of-staff'],
  recommendation: '',
  visitors: 'Người theo dõi A',
  received: 'Thư ký ISO',
  checked: [{ about: 'stage', known: 'Đang ở G4', found: 'Đang ở G4' }],
  ...patch,
})

const aStop = (store: OpenedPersonStore, unit: string, order: number, on = TODAY) =>
  store.visits.plan({ unit, on, from: null, order, purpose: '' }, TODAY)

const until = writtenDate('30/11/2026')

describe('a visit on the device', () => {
  it('VIS-13: its sealed record fits its hash, with tasks and photos, and is written once', async () => {
    const store = await aStore()
    const id = valueOf(await store.visits.save(aVisit()))
    const task = { unit: UNIT, of: id, question: 'visit', what: 'Niêm yết', who: 'Văn phòng', until }
    const kept = valueOf(await store.reviews.addAction(task))
    const dropped = valueOf(await store.reviews.addAction({ ...task, what: 'Ghi nhầm' }))
    valueOf(await store.reviews.moveAction(UNIT, dropped, 'cancelled', 'Ghi nhầm'))
    const { savedAt } = valueOf(await store.visits.seal(UNIT, id))
    expect(savedAt).toBe(NOW)
    valueOf(await store.visits.seal(UNIT, id))
    const page = await store.visits.get(UNIT, id)
    expect(page).toMatchObject({ visit: { isSealed: true, received: 'Thư ký ISO' } })
    expect(page?.records).toHaveLength(1)
    expect(page?.tasks).toHaveLength(2)
    const [{ content, sha256: hash }] = page!.records as [NonNullable<typeof page>['records'][number]]
    expect(content).toMatchObject({ visit: id, number: 1, tasks: [{ id: kept, what: 'Niêm yết' }] })
    expect(sha256(utf8Bytes(canonicalJson(content)))).toBe(hash)
  })

  it('VIS-12: is refused with what it lacks, and what was written stays', async () => {
    const store = await aStore()
    const id = valueOf(await store.visits.save(aVisit({ received: '' })))
    expect(codeOf(await store.visits.seal(UNIT, id))).toBe('visit.received-missing')
    expect(codeOf(await store.visits.seal(UNIT, 'nowhere'))).toBe('visit.not-found')
    expect(await store.visits.get(UNIT, id)).toMatchObject({
      visit: { done: 'Đã soạn 12/30 quy trình', isSealed: false },
    })
  })

  it('VIS-14: once sealed it is not written, until a further record is begun; the earlier one stays', async () => {
    const store = await aStore()
    const id = valueOf(await store.visits.save(aVisit()))
    valueOf(await store.visits.seal(UNIT, id))
    expect(codeOf(await store.visits.save(aVisit({ id, opinion: 'Xin thêm máy' })))).toBe('visit.sealed')
    valueOf(await store.visits.reopen(UNIT, id))
    valueOf(await store.visits.save(aVisit({ id, opinion: 'Xin thêm máy' })))
    valueOf(await store.visits.seal(UNIT, id))
    const records = (await store.visits.get(UNIT, id))?.records ?? []
    expect(records.map(({ content }) => [content.number, content.opinion])).toEqual([
      [1, ''],
      [2, 'Xin thêm máy'],
    ])
  })

  it('VIS-14: of two devices, one that seals and one that corrects, both end with the record as it was sealed', async () => {
    const relay = new MemoryRelay()
    const one = await aStore({ identity: anIdentity('a1', 'acc-1') })
    const two = await aStore({ identity: anIdentity('b2', 'acc-2') })
    const id = valueOf(await one.visits.save(aVisit()))
    for (const store of [one, two]) await syncAll(store.sync, relay, [PUB])
    valueOf(await one.visits.seal(UNIT, id))
    valueOf(await two.visits.save(aVisit({ id, done: 'Đã soạn 14/30 quy trình' })))
    for (const store of [one, two, one]) await syncAll(store.sync, relay, [PUB])
    const [here, there] = await Promise.all([one, two].map((store) => store.visits.get(UNIT, id)))
    expect(here).toMatchObject({
      visit: { isSealed: true },
      records: [{ content: { done: 'Đã soạn 12/30 quy trình' } }],
    })
    expect(there?.records.map(({ sha256: hash }) => hash)).toEqual(here?.records.map(({ sha256: hash }) => hash))
    expect(there?.visit).toMatchObject({ isSealed: true, done: 'Đã soạn 14/30 quy trình' })
  })

  it('reads a visit of an earlier version of the app, which has no details', async () => {
    const store = await aStore()
    const { unit, on, stage, flag } = aVisit()
    const fields = { unit, on: { ...on }, stage, flag, done: 'Cũ', lateReasons: [], recommendation: '' }
    await receive(store, { feed: PUB, kind: 'visit', entity: 'old', fields })
    const page = await store.visits.get(UNIT, 'old')
    expect(page?.visit).toMatchObject({ done: 'Cũ', checked: [], spot: null, coordination: null, isSealed: false })
  })

  it('leaves out of a record from anywhere what is no line and no place', async () => {
    const store = await aStore()
    const fields = { unit: UNIT, on: { text: '21/11/2026', date: TODAY }, checked: [1, { about: 'x' }], spot: 'đây' }
    await receive(store, { feed: PUB, kind: 'visit', entity: 'odd', fields })
    expect((await store.visits.get(UNIT, 'odd'))?.visit).toMatchObject({ checked: [], spot: null })
  })

  it('the latest of many are read by their ids, and their number is known', async () => {
    const clock = aClock()
    const store = await aStore({ clock })
    for (const days of [4, 3, 2, 1, 0]) {
      clock.at = NOW - days * 86_400_000
      valueOf(await store.visits.save(aVisit({ on: writtenDate(formatLocalDate(addDays(TODAY, -days))) })))
    }
    const { visits, total } = await store.visits.latest([UNIT, OTHER_UNIT], 2)
    expect(total).toBe(5)
    expect(visits.map(({ on }) => on.text)).toEqual(['21/11/2026', '20/11/2026'])
  })
})

describe('planned visits on the device', () => {
  it('VIS-15: a commune is planned once for a day, and for no day that has passed', async () => {
    const store = await aStore()
    valueOf(await aStop(store, UNIT, 0))
    expect(codeOf(await aStop(store, UNIT, 1))).toBe('visit.planned-twice')
    expect(codeOf(await aStop(store, OTHER_UNIT, 0, addDays(TODAY, -1)))).toBe('visit.plan-past')
    valueOf(await aStop(store, UNIT, 0, addDays(TODAY, 1)))
  })

  it('VIS-15: recording the visit closes the plan it came of, once', async () => {
    const store = await aStore()
    const planned = valueOf(await aStop(store, UNIT, 0))
    const visit = valueOf(await store.visits.save(aVisit({ planned })))
    valueOf(await store.visits.save(aVisit({ planned, done: 'Lần ghi thứ hai' })))
    expect(await store.visits.planned([UNIT])).toMatchObject([{ id: planned, visit }])
    expect(codeOf(await store.visits.cancelPlanned({ unit: UNIT, id: planned }))).toBe('visit.plan-closed')
  })

  it('VIS-6, VIS-10: a route over two communes is put into another order, and a stop called off leaves it', async () => {
    const store = await aStore()
    const first = { unit: UNIT, id: valueOf(await aStop(store, UNIT, 0)) }
    const second = { unit: OTHER_UNIT, id: valueOf(await aStop(store, OTHER_UNIT, 1)) }
    valueOf(await store.visits.reorder([second, first]))
    const route = async () => routeOn(await store.visits.planned([UNIT, OTHER_UNIT]), TODAY).map(({ id }) => id)
    expect(await route()).toEqual([second.id, first.id])
    valueOf(await store.visits.changePlanned(first, { from: '08:30', purpose: 'Xem hồ sơ' }))
    valueOf(await store.visits.cancelPlanned(second))
    expect(await route()).toEqual([first.id])
  })

  it('VIS-18: a week in thirty communes without a network stays on the device until the endpoint has it', async () => {
    const units = demonstrationCohort()
      .slice(0, 30)
      .map(({ id }) => id)
    const clock = aClock()
    const store = await aStore({ clock })
    for (const [at, unit] of units.entries()) {
      const on = addDays(TODAY, Math.floor(at / 6))
      valueOf(await store.visits.plan({ unit, on, from: null, order: at % 6, purpose: '' }, TODAY))
    }
    for (const planned of await store.visits.planned(units)) {
      clock.at = NOW + Math.floor(units.indexOf(planned.unit) / 6) * 86_400_000
      const on = writtenDate(formatLocalDate(planned.on))
      const id = valueOf(await store.visits.save(aVisit({ unit: planned.unit, on, planned: planned.id })))
      valueOf(await store.visits.seal(planned.unit, id))
    }
    const { visits, total } = await store.visits.latest(units, 50)
    expect(total).toBe(30)
    expect(visits.every(({ isSealed, location }) => isSealed && location === 'on-device')).toBe(true)
    expect(missedVisits(await store.visits.planned(units), addDays(TODAY, 7))).toEqual([])
    const relay = new MemoryRelay()
    await syncAll(
      store.sync,
      relay,
      units.map((unit) => `${unit}/pub`),
    )
    expect((await store.visits.latest(units, 50)).visits.every(({ location }) => location !== 'on-device')).toBe(true)
  })
})
