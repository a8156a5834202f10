import { describe, expect, it } from 'vitest'
import { conflictsIn, type EntityState } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'
import type { CommuneLine, ProvinceSummary } from '#domain/reporting/province-summary.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import { ENDPOINT_ACCOUNT } from '#server/endpoint-writer/endpoint-writer.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { eachEntity } from '#server/summaries/commune-facts.ts'
import { summaryOfRegisters } from '#server/summaries/province-feed.ts'
import { SummaryMaker } from '#server/summaries/summary-maker.ts'
import { DAY, HOUR, NOW, repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { accountsWith, grants } from '#support/endpoint/place-fixture.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, opOf, pushOf } from './store-records.ts'

const TODAY = '2026-11-21' as LocalDate
const COMMUNES_EACH = 3
const QUIET = HOUR / 2

const provinces = vietnam2026Provinces()
/** Three communes of every province of the country. */
const communes = provinces.flatMap(({ id }) =>
  vietnam2026Units()
    .filter(({ parentId }) => parentId === id)
    .slice(0, COMMUNES_EACH),
)
const countryPlaces: readonly WirePlace[] = [
  ...provinces.map(({ id, name, code }) => ({ id, parent: null, kind: 'province' as const, name, code })),
  ...communes.map(({ id, parentId, name, code }) => ({ id, parent: parentId, kind: 'commune' as const, name, code })),
]
const unitsOf = (province: string): readonly string[] =>
  communes.filter(({ parentId }) => parentId === province).map(({ id }) => id)
const planOf = (province: string) => ({
  ...createDemonstrationPlan(TODAY, unitsOf(province).slice(0, 2)),
  id: `plan.${province}`,
})

type Written = Pick<Op, 's' | 'k' | 'e'> & { readonly fields: Readonly<Record<string, JsonValue>> }

class Country {
  readonly store: EndpointStore
  readonly clock = new SetClock(NOW)
  readonly #device: Device
  #n = 0

  constructor(store: EndpointStore, device: Device) {
    this.store = store
    this.#device = device
  }

  async write(records: readonly Written[]): Promise<void> {
    const ops = records.map(({ fields, ...record }) => {
      this.#n += 1
      const f = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value] as const]))
      return opOf(this.#device, this.#n, { ...record, f, h: hlcAt(NOW) + this.#n })
    })
    await this.store.ingest(pushOf(this.#device, ops))
  }

  async maker(seed = 3, store = this.store): Promise<SummaryMaker> {
    const directory = await openLiveDirectory(store)
    return new SummaryMaker({ store, directory, clock: this.clock, random: repeatableRandom(seed) })
  }

  async records(province: string, store = this.store): Promise<EntityState | undefined> {
    let found: EntityState | undefined
    await eachEntity(store, `${province}/plan`, (state) => {
      if (state.kind === 'pilot-summary') found = state
    })
    return found
  }

  async summary(province: string, store = this.store): Promise<ProvinceSummary | null> {
    const record = await this.records(province, store)
    return record ? summaryOfRegisters(province, record.regs) : null
  }

  async line(unit: string, province = 'p20'): Promise<CommuneLine | undefined> {
    return (await this.summary(province))?.communes.find((line) => line.unit === unit)
  }
}

async function aCountry(store: EndpointStore): Promise<Country> {
  await store.savePlaces(countryPlaces)
  await store.saveAccounts(accountsWith(null), grants)
  const country = new Country(store, await enrol(store))
  await country.write(
    provinces.map(({ id }) => ({
      s: `${id}/plan`,
      k: 'plan',
      e: `plan.${id}`,
      fields: { plan: planOf(id) as unknown as JsonValue },
    })),
  )
  return country
}

const [FIRST, SECOND, THIRD] = unitsOf('p20') as [string, string, string]
const stageEvent = (e: string, stage: string, on: string): Written => ({
  s: `${FIRST}/pub`,
  k: 'stage-event',
  e,
  fields: { unit: FIRST, plan: 'plan.p20', stage, type: 'declared-done', on },
})
const finding = (e: string, grade: string): Written => ({
  s: `${FIRST}/pub`,
  k: 'finding',
  e,
  fields: { unit: FIRST, grade },
})

export function summarySuite(factory: StoreFactory): void {
  describe(`${factory.name}: summaries`, () => {
    it('NAT-1, NAT-7: every province of the country has one record, with all its communes', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      expect(await (await country.maker()).make(QUIET)).toHaveLength(34)
      const all = await Promise.all(provinces.map(({ id }) => country.summary(id)))
      expect(all.map((summary) => summary?.communes.map(({ unit }) => unit))).toEqual(
        provinces.map(({ id }) => unitsOf(id)),
      )
      expect(all[0]).toMatchObject({ on: TODAY, madeAt: NOW, plan: `plan.${provinces[0]?.id}` })
      expect(await country.line(SECOND)).toMatchObject({ takesPart: true, stage: 'G0', percentDeclared: 0 })
      expect(await country.line(THIRD)).toMatchObject({ takesPart: false, stage: null, dueOn: null })
      const record = await country.records('p20')
      expect(Object.keys(record?.regs ?? {}).sort()).toEqual(['columns', 'madeAt', 'on', 'plan'])
    })

    it('NAT-4: is written again only where a figure changed, and not within the interval', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      const maker = await country.maker()
      await maker.make(QUIET)
      await country.write([stageEvent('ev-1', 'G0', '2026-11-20')])
      country.clock.advance(QUIET / 2)
      expect(await maker.make(QUIET)).toEqual([])
      expect(await country.line(FIRST)).toMatchObject({ stage: 'G0' })
      country.clock.advance(QUIET)
      expect(await maker.make(QUIET)).toEqual(['p20'])
      expect(await country.line(FIRST)).toMatchObject({ stage: 'G1', percentDeclared: 5, percentConfirmed: 0 })
      country.clock.advance(HOUR)
      expect(await maker.make(QUIET)).toEqual([])
      country.clock.advance(DAY)
      expect(await maker.make(QUIET)).toHaveLength(34)
    })

    it('NAT-4: reads no commune again whose feed stands still', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      await country.write([finding('f-1', 'major')])
      const read: string[] = []
      const watched: EndpointStore = Object.assign(Object.create(store) as EndpointStore, {
        snapshot: (feed: string, after: string, maxBytes: number) => {
          read.push(feed)
          return store.snapshot(feed, after, maxBytes)
        },
      })
      const maker = await country.maker(3, watched)
      await maker.make(0)
      expect(read.filter((feed) => feed.endsWith('/pub'))).toHaveLength(communes.length)
      read.length = 0
      await country.write([finding('f-2', 'major')])
      country.clock.advance(HOUR)
      await maker.make(0)
      expect(read.filter((feed) => feed.endsWith('/pub'))).toEqual([`${FIRST}/pub`])
      expect(await country.line(FIRST)).toMatchObject({ openMajor: 2 })
    })

    it('NAT-8: counts open obstacles and majors, and tells the days of visit, declaration and last change', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      const pub = { s: `${FIRST}/pub` }
      await country.write([
        finding('f-1', 'major'),
        finding('f-2', 'minor'),
        { ...pub, k: 'obstacle', e: 'o-1', fields: { unit: FIRST, text: 'Thiếu mẫu', state: 'open' } },
        { ...pub, k: 'obstacle', e: 'o-2', fields: { unit: FIRST, text: 'Thiếu máy', state: 'answered' } },
        { ...pub, k: 'visit', e: 'v-1', fields: { unit: FIRST, on: { text: '10/11/2026', date: '2026-11-10' } } },
        { ...pub, k: 'visit', e: 'v-2', fields: { unit: FIRST, on: { text: '31/11/2026', date: null } } },
        stageEvent('ev-9', 'G9', '2026-11-19'),
      ])
      await (await country.maker()).make(QUIET)
      expect(await country.line(FIRST)).toMatchObject({
        openMajor: 1,
        openObstacles: 1,
        visitedOn: '2026-11-10',
        declaredOn: '2026-11-19',
        changedOn: TODAY,
      })
    })

    it('NAT-8: counts a finding by the grade that holds now', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      const pub = { s: `${FIRST}/pub` }
      const step = { of: 'f-1', agrees: true, words: 'Lặp lại', name: 'A', post: 'B', on: TODAY }
      await country.write([
        finding('f-1', 'minor'),
        finding('f-2', 'major'),
        { ...pub, k: 'finding-response', e: 'res-1', fields: { ...step, grade: 'major' } },
        { ...pub, k: 'finding-response', e: 'res-2', fields: { ...step, grade: null } },
      ])
      await (await country.maker()).make(QUIET)
      expect(await country.line(FIRST)).toMatchObject({ openMajor: 2 })
      await country.write([{ ...pub, k: 'finding-response', e: 'res-3', fields: { ...step, grade: 'minor' } }])
      country.clock.advance(HOUR)
      await (await country.maker()).make(QUIET)
      expect(await country.line(FIRST)).toMatchObject({ openMajor: 1 })
    })

    it('NAT-5: of two endpoints on one database one writes, and the next summary leaves no disagreement', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      const [a, b] = [await country.maker(3), await country.maker(4)]
      const written = (await Promise.all([a.make(QUIET), b.make(QUIET)])).flat()
      expect([...written].sort()).toEqual(provinces.map(({ id }) => id).sort())
      await country.write([stageEvent('ev-1', 'G0', '2026-11-20')])
      country.clock.advance(HOUR)
      expect((await Promise.all([a.make(QUIET), b.make(QUIET)])).flat()).toEqual(['p20'])
      const record = await country.records('p20')
      expect(conflictsIn(record?.regs ?? {})).toEqual([])
      const devices = (await store.devices()).filter(({ account }) => account === ENDPOINT_ACCOUNT)
      expect(devices.map(({ lastN }) => lastN)).toEqual([35])
      expect(await store.grants(ENDPOINT_ACCOUNT)).toEqual([])
    })

    it('NAT-5: after a restore it goes on under another replica, and its summary still stands alone', async () => {
      const place = await factory.open()
      const country = await aCountry(place.store)
      await (await country.maker()).make(QUIET)
      const before = await country.records('p20')
      await place.store.backup(NOW)
      const restored = (await place.restore()).store
      country.clock.advance(2 * DAY)
      expect(await (await country.maker(9, restored)).make(QUIET)).toHaveLength(34)
      const after = await country.records('p20', restored)
      const head = (record: EntityState | undefined) => record?.regs['madeAt']?.h.map(({ d }) => d)
      expect(head(after)).toHaveLength(1)
      expect(head(after)).not.toEqual(head(before))
      expect(await country.summary('p20', restored)).toMatchObject({ on: '2026-11-23', madeAt: NOW + 2 * DAY })
    })

    it('NAT-5: goes on under another replica where somebody revoked its own', async () => {
      const { store } = await factory.open()
      const country = await aCountry(store)
      const maker = await country.maker()
      await maker.make(QUIET)
      const [own] = (await store.devices()).filter(({ account }) => account === ENDPOINT_ACCOUNT)
      await store.revokeDevice(own?.id ?? '')
      country.clock.advance(DAY)
      expect(await maker.make(QUIET)).toHaveLength(34)
      expect(await country.summary('p20')).toMatchObject({ madeAt: NOW + DAY })
    })
  })
}
