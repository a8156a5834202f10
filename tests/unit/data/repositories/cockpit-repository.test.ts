import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { CockpitView } from '#data/contract/cockpit-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { addDays, formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { areaFigures } from '#domain/reporting/area-figures.ts'
import { receive, receivePlan } from '#support/store/receive.ts'
import { anIdentity, aPlan, aStore, NOW, OTHER_UNIT, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const plan = aPlan([UNIT, OTHER_UNIT])

async function withPlan(): Promise<OpenedPersonStore> {
  const store = await aStore()
  await receivePlan(store, plan)
  return store
}

const written = (
  store: OpenedPersonStore,
  kind: string,
  entity: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const whole = { unit: UNIT, ...fields } as Readonly<Record<string, JsonValue>>
  return receive(store, { feed: `${UNIT}/pub`, kind, entity, fields: whole, at: NOW })
}

const viewOf = async (store: OpenedPersonStore, planId?: string): Promise<CockpitView> => {
  const view = await store.cockpit.view(TODAY, planId)
  if (!view) throw new Error('no plan')
  return view
}

describe('the cockpit', () => {
  it('is empty without a plan, and speaks of the live plan of the communes in view before others', async () => {
    const store = await aStore()
    expect(await store.cockpit.view(TODAY)).toBeNull()
    await receivePlan(store, plan174)
    expect(await viewOf(store)).toMatchObject({
      plan: { id: plan174.id },
      communes: [],
      notInView: 50,
      isWholePlan: false,
    })
    await receivePlan(store, plan)
    const view = await viewOf(store)
    expect(view).toMatchObject({ plan: { id: plan.id }, notInView: 0, isWholePlan: true, asOf: TODAY })
    expect(view.plans.map(({ id }) => id)).toEqual([plan.id, plan174.id])
    expect(view.communes.map(({ place, area }) => [place.id, area?.id])).toEqual([
      [UNIT, 'area-180'],
      [OTHER_UNIT, 'area-180'],
    ])
    expect((await viewOf(store, plan174.id)).plan.id).toBe(plan174.id)
    expect(await store.cockpit.view(TODAY, 'plan-unknown')).toBeNull()
  })

  it('FC-14: takes visits, obstacles and reasons for delay out of the summary row', async () => {
    const store = await withPlan()
    const day = (days: number) => addDays(TODAY, days)
    const visit = (on: number, flag: string) => ({ on: writtenDate(formatLocalDate(day(on))), flag }) as const
    await written(store, 'visit', 'v1', visit(-30, 'red'))
    await written(store, 'visit', 'v2', visit(-20, 'yellow'))
    await written(store, 'planned-visit', 'p1', { on: day(9), order: 0, state: 'planned', visit: null })
    await written(store, 'planned-visit', 'p2', { on: day(3), order: 0, state: 'cancelled', visit: null })
    await written(store, 'planned-visit', 'p3', { on: day(-3), order: 0, state: 'planned', visit: null })
    await written(store, 'obstacle', 'o1', { stage: 'G1', raisedOn: day(-40), dueOn: day(-10), state: 'open' })
    await written(store, 'obstacle', 'o2', { stage: null, raisedOn: day(-50), dueOn: day(-10), state: 'answered' })
    await written(store, 'obstacle', 'o3', { stage: null, raisedOn: day(-60), dueOn: day(-10), state: 'settled' })
    await written(store, 'stage-delay', `sdl.${UNIT}.${plan.id}.G0`, {
      plan: plan.id,
      stage: 'G0',
      reasons: ['short-of-staff'],
      on: day(-2),
      expectedOn: day(5),
    })
    const [commune] = (await viewOf(store)).communes
    expect(commune).toMatchObject({
      lastVisitOn: day(-20),
      lastVisitFlag: 'yellow',
      nextVisitOn: day(9),
      openObstacles: [
        { id: 'o2', state: 'answered', isOverdue: false },
        { id: 'o1', state: 'open', isOverdue: true, stage: 'G1' },
      ],
      delays: [{ stage: 'G0', reasons: ['short-of-staff'], expectedOn: day(5) }],
    })
    expect(commune?.alarms.map(({ is }) => is)).toEqual(['late', 'obstacle-overdue', 'not-visited', 'slipping'])
    // A record that is settled afterwards leaves the row again.
    await receive(store, {
      feed: `${UNIT}/pub`,
      kind: 'obstacle',
      entity: 'o1',
      fields: { state: 'settled' },
      at: NOW + 60_000,
      seen: { colleague: 1_000_000 },
    })
    expect((await viewOf(store)).communes[0]?.openObstacles.map(({ id }) => id)).toEqual(['o2'])
  })

  it('PLACE-21: leaves a unit that is gone out of every figure and names it; the list does the same', async () => {
    const old = { id: 'ls17-05998', parent: 'area-180', kind: 'commune', name: 'xã cũ', code: '05998' } as const
    const identity = anIdentity()
    const gone = { ...old, until: addDays(TODAY, -1), successors: [UNIT] }
    const store = await aStore({ identity: { ...identity, places: [...identity.places, gone] } })
    await receivePlan(store, aPlan([UNIT, old.id]))
    const view = await viewOf(store)
    expect(view).toMatchObject({ ended: [gone], notInView: 0, isWholePlan: true, total: { communes: 1 } })
    expect(view.communes.map(({ place }) => place.id)).toEqual([UNIT])
    expect((await store.communes.list()).map(({ place }) => place.id)).toEqual([UNIT])
    expect((await store.communes.get(old.id))?.place).toEqual(gone)
  })

  it('REP-6: has the alarm of a visit for the communes that the list counts', async () => {
    for (const [start, count] of [
      [addDays(TODAY, -14), 0],
      [addDays(TODAY, -15), 2],
    ] as const) {
      const store = await aStore()
      await receivePlan(store, { ...plan, start })
      const summaries = (await store.communes.list()).flatMap(({ summary }) => summary ?? [])
      expect((await viewOf(store)).total.alarms['not-visited']).toBe(count)
      expect(areaFigures(summaries, TODAY).notVisited).toBe(count)
    }
  })

  it('counts findings and corrective actions as every other list does', async () => {
    const store = await withPlan()
    await written(store, 'finding', 'f1', { grade: 'major', number: 'PH-1', audit: 'a1' })
    await written(store, 'corrective-action', 'c1', {
      of: 'f1',
      grade: 'major',
      dueOn: writtenDate(formatLocalDate(addDays(TODAY, -1))),
    })
    const view = await viewOf(store)
    expect(view.communes[0]).toMatchObject({ openMajor: 1, lateCorrective: 1 })
    expect(view.total).toMatchObject({ openMajor: 1, lateCorrective: 1 })
    expect(view.areas.map(({ figures }) => figures.openMajor)).toEqual([1])
  })

  it('shows one commune with the forecast it has among the others', async () => {
    const store = await withPlan()
    const own = await store.cockpit.commune(UNIT, TODAY)
    expect(own).toEqual((await viewOf(store)).communes[0])
    expect(await store.cockpit.commune('ls25-06003', TODAY)).toBeNull()
  })

  it('tells when the endpoint was last heard', async () => {
    const store = await withPlan()
    expect((await viewOf(store)).lastContactAt).toBeNull()
    await store.sync.setStatus({ lastContactAt: NOW })
    expect((await viewOf(store)).lastContactAt).toBe(NOW)
  })

  it('agrees with the list of communes', async () => {
    const store = await withPlan()
    valueOf(await store.pilot.start(UNIT, 'G0', plan.start))
    const [view, list] = [await viewOf(store), await store.communes.list()]
    for (const { place, summary } of list) {
      const commune = view.communes.find((one) => one.place.id === place.id)
      expect(commune?.progress).toMatchObject({ state: summary?.state, percentDeclared: summary?.percentDeclared })
      expect(commune?.progress.daysLate).toBe(summary?.daysLate)
    }
  })
})
