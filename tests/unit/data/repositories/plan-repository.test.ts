import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { StageTemplate } from '#domain/pilot/stage-template.ts'
import { templateOf } from '#domain/plan/plan-time.ts'
import { receive, receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore, codeOf, OTHER_UNIT, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

let store: OpenedPersonStore

beforeEach(async () => {
  store = await aStore()
  await store.fetchRest()
})

const made = async (patch: Partial<Plan> = {}): Promise<Plan> => {
  const plan = { ...aPlan([UNIT]), id: await store.plans.nextId(), ...patch }
  valueOf(await store.plans.save(plan))
  return plan
}

describe('making and changing plans', () => {
  it('PLN-10: a plan that is kept reads as it was written, and waits to be sent to the province', async () => {
    const plan = await made()
    expect(await store.plans.get(plan.id)).toEqual({ plan, location: 'on-device', begun: 0 })
    const [op] = await store.syncCentre.unsentOps()
    expect(op).toMatchObject({ s: 'p20/plan', k: 'plan', e: plan.id })
    expect(await store.plans.get('nobody')).toBeNull()
  })

  it('PLN-10: what the rules object to is refused, and nothing is written', async () => {
    expect(codeOf(await store.plans.save({ ...aPlan(), number: '' }))).toBe('plan.number-missing')
    expect(await store.pilot.plans()).toEqual([])
  })

  it('PLN-12: a commune follows one live plan; another may take it once the first is in the archive', async () => {
    const first = await made()
    const second = { ...aPlan([OTHER_UNIT, UNIT]), id: 'second' }
    const refused = await store.plans.save(second)
    expect(refused).toEqual({
      ok: false,
      error: { code: 'plan.commune-taken', params: { unit: 'xã số 1', number: first.number } },
    })
    valueOf(await store.plans.archive(first.id))
    valueOf(await store.plans.save(second))
    expect((await store.pilot.plans()).map(({ id }) => id)).toEqual(['second', first.id])
  })

  it('PLN-12: a plan in the archive is not changed any more', async () => {
    await receivePlan(store, plan174)
    expect(codeOf(await store.plans.save({ ...plan174, number: '175/KH-UBND' }))).toBe('plan.closed')
    expect(codeOf(await store.plans.archive(plan174.id))).toBe('plan.closed')
    expect(codeOf(await store.plans.archive('nobody'))).toBe('plan.not-found')
  })

  it('PLN-1: stages, days and proof of a commune follow its plan, and a change of the plan moves them', async () => {
    await receivePlan(store, aPlan())
    const deliverables = [{ id: 'g0-own-1', name: { vi: 'Biên bản', en: 'Minutes' }, kind: 'document' as const }]
    const before = await store.pilot.ofCommune(UNIT, TODAY)
    const changed = {
      ...aPlan(),
      stages: [{ code: 'G0' as const, duration: { amount: 40, unit: 'working-days' as const }, deliverables }],
    }
    valueOf(await store.plans.save(changed))
    const after = await store.pilot.ofCommune(UNIT, TODAY)
    expect(after?.stages.map(({ definition }) => definition)).toEqual(templateOf(changed) satisfies StageTemplate)
    expect((after?.stages[0]?.plannedEnd ?? '') > (before?.stages[0]?.plannedEnd ?? '')).toBe(true)
    const declared = await store.pilot.declare({
      unitId: UNIT,
      stage: 'G0',
      on: TODAY,
      note: '',
      deliverables: [{ deliverable: 'g0-own-1', evidenceId: null, attestation: 'Bản giấy ở Văn phòng' }],
    })
    expect(declared.ok).toBe(true)
    expect((await store.plans.get(changed.id))?.begun).toBe(1)
  })

  it('PLN-8: a deadline on a day there is not is kept as written, with what was decided beside it', async () => {
    const deadline = { text: 'Tổng kết', on: writtenDate('31/11/2026'), decidedOn: writtenDate('30/11/2026') }
    const plan = await made({ deadlines: [deadline] })
    expect((await store.plans.get(plan.id))?.plan.deadlines).toEqual([deadline])
  })

  it('PLN-2: a plan of an earlier version, without stages and days of its own, still reads', async () => {
    const { extraHolidays: _, deadlines: __, visitEveryDays: ___, ...old } = aPlan([UNIT])
    await receive(store, { feed: 'p20/plan', kind: 'plan', entity: old.id, fields: { plan: old as never } })
    expect((await store.pilot.ofCommune(UNIT, TODAY))?.stages).toHaveLength(11)
    expect((await store.plans.get(old.id))?.plan).toEqual(old)
  })
})
