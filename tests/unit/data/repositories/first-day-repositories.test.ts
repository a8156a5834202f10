import { describe, expect, it } from 'vitest'
import { emptyProfile } from '#domain/first-day/commune-profile.ts'
import { newProcedure, type Procedure } from '#domain/first-day/procedure.ts'
import type { PastStage } from '#domain/first-day/progress-import.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { receive, receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore, codeOf, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`

const aProcedure = (more: Partial<Procedure> = {}): Procedure => ({
  ...newProcedure,
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  ...more,
})

const aStage = (more: Partial<PastStage> = {}): PastStage => ({
  stage: 'G0',
  startedOn: '2026-07-27' as LocalDate,
  doneOn: '2026-08-07' as LocalDate,
  proof: 'QĐ 45/QĐ-UBND, tủ số 1',
  note: '',
  ...more,
})

describe('the register of procedures on the device', () => {
  it('DAY-2, DAY-3: keeps an entry, changes it, and refuses the same procedure under another id', async () => {
    const store = await aStore()
    const id = valueOf(await store.procedures.save(UNIT, null, aProcedure()))
    expect(codeOf(await store.procedures.save(UNIT, null, aProcedure({ name: 'Tên khác' })))).toBe('procedure.known')
    expect(codeOf(await store.procedures.save(UNIT, 'no-such', aProcedure({ code: '2' })))).toBe('procedure.not-found')
    valueOf(await store.procedures.save(UNIT, id, aProcedure({ isInScope: false, days: 2, state: 'dropped' })))
    expect(await store.procedures.list([UNIT])).toMatchObject([
      { id, unit: UNIT, days: 2, isInScope: false, state: 'dropped', location: 'on-device' },
    ])
    expect(await store.procedures.get(UNIT, id)).toMatchObject({ name: 'Đăng ký khai sinh' })
    expect(await store.procedures.get(UNIT, 'no-such')).toBeNull()
  })

  it('DAY-13: takes a list in whole, or nothing of it', async () => {
    const store = await aStore()
    await receive(store, { feed: PUB, kind: 'procedure', entity: 'p1', fields: { unit: UNIT, code: '9', name: 'Cũ' } })
    const refused = await store.procedures.addAll(UNIT, [aProcedure(), aProcedure({ code: '9' })])
    expect(codeOf(refused)).toBe('procedure.known')
    expect(codeOf(await store.procedures.addAll(UNIT, [aProcedure(), aProcedure({ name: '' })]))).toBe(
      'procedure.name-missing',
    )
    expect(await store.procedures.list([UNIT])).toHaveLength(1)
    valueOf(await store.procedures.addAll(UNIT, [aProcedure(), aProcedure({ code: '2', name: 'Khai tử' })]))
    expect((await store.procedures.list([UNIT])).map(({ code }) => code)).toEqual(['9', '1.001193', '2'])
    const ops = await store.syncCentre.unsentOps()
    expect(new Set(ops.map(({ g }) => g)).size).toBe(1)
  })
})

describe('the first day on the device', () => {
  it('DAY-1, DAY-9: keeps the profile with anything left open, and the end of the set-up in it', async () => {
    const store = await aStore()
    expect(await store.profiles.get(UNIT)).toEqual(emptyProfile)
    const profile = { ...emptyProfile, committee: ' 45/QĐ-UBND ', committeeOn: writtenDate('20/07/2026') }
    valueOf(await store.profiles.save(UNIT, profile))
    valueOf(
      await store.profiles.save(UNIT, { ...(await store.profiles.get(UNIT)), focal: 'Công chức VP', setUpOn: TODAY }),
    )
    expect(await store.profiles.get(UNIT)).toEqual({
      committee: '45/QĐ-UBND',
      committeeOn: { text: '20/07/2026', date: '2026-07-20' },
      focal: 'Công chức VP',
      staff: null,
      setUpOn: TODAY,
    })
    expect(codeOf(await store.profiles.save(UNIT, { ...profile, staff: 0 }))).toBe('profile.staff-unfit')
  })

  it('DAY-6: sees by itself what was done already', async () => {
    const store = await aStore()
    expect(await store.profiles.facts(UNIT)).toMatchObject({ procedures: 0, stageEvents: 0, rounds: 0, hasPlan: false })
    await receivePlan(store, aPlan())
    valueOf(await store.procedures.save(UNIT, null, aProcedure()))
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await store.pilot.start(UNIT, 'G0', TODAY))
    expect(await store.profiles.facts(UNIT)).toMatchObject({ procedures: 1, stageEvents: 1, rounds: 1, hasPlan: true })
  })

  it('DAY-13, DAY-15: brings progress of before as events of the stages, in one gesture or not at all', async () => {
    const store = await aStore()
    expect(await store.profiles.progressFacts(UNIT, TODAY)).toBeNull()
    expect(codeOf(await store.profiles.bringProgress(UNIT, [aStage()]))).toBe('access.forbidden')
    await receivePlan(store, aPlan())
    const unproven = await store.profiles.bringProgress(UNIT, [aStage(), aStage({ stage: 'G1', proof: ' ' })])
    expect(codeOf(unproven)).toBe('stage.deliverable-missing')
    expect((await store.profiles.progressFacts(UNIT, TODAY))?.begun).toEqual([])
    valueOf(await store.profiles.bringProgress(UNIT, [aStage(), aStage({ stage: 'G1', doneOn: null })]))
    const pilot = await store.pilot.ofCommune(UNIT, TODAY)
    expect(pilot?.stages.slice(0, 2)).toMatchObject([
      { status: 'declared', startedOn: '2026-07-27', declarations: [{ on: '2026-08-07' }] },
      { startedOn: '2026-07-27', declarations: [] },
    ])
    expect(pilot?.stages[0]?.declarations[0]?.evidence.map(({ attestation }) => attestation)).toEqual(
      Array.from({ length: 3 }, () => 'QĐ 45/QĐ-UBND, tủ số 1'),
    )
    expect(await store.profiles.progressFacts(UNIT, TODAY)).toMatchObject({
      declared: ['G0'],
      begun: ['G0', 'G1'],
      openMajor: 0,
    })
  })

  it('DAY-15: G7 is not taken as done while a major nonconformity is open', async () => {
    const store = await aStore()
    await receivePlan(store, aPlan())
    await receive(store, {
      feed: PUB,
      kind: 'finding',
      entity: 'f1',
      fields: { unit: UNIT, grade: 'major', number: '1' },
    })
    expect((await store.profiles.progressFacts(UNIT, TODAY))?.openMajor).toBe(1)
    expect(codeOf(await store.profiles.bringProgress(UNIT, [aStage({ stage: 'G7' })]))).toBe(
      'stage.deliverable-missing',
    )
  })
})
