import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { addDays, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { receivePlan } from '#support/store/receive.ts'
import {
  aClock,
  aPhoto,
  aPlan,
  aStore,
  codeOf,
  NOW,
  OTHER_UNIT,
  TODAY,
  UNIT,
  valueOf,
} from '#support/store/test-store.ts'

const pub = `${UNIT}/pub`
const questions = ((await loadInstrument(COMMUNE_SELF_ASSESSMENT))?.questions ?? []).map(({ id }) => id)
const plan = aPlan()

async function withPlan(store: OpenedPersonStore): Promise<OpenedPersonStore> {
  await receivePlan(store, plan)
  return store
}

const g0 = pilotStages[0]!
const words = g0.deliverables.map(({ id }) => ({
  deliverable: id,
  evidenceId: null,
  attestation: 'Bản giấy tại văn phòng',
}))
const declaration = { unitId: UNIT, stage: 'G0', on: TODAY, note: '', deliverables: words }

describe('stages', () => {
  it('are not offered where no live plan holds the commune', async () => {
    const store = await aStore()
    expect(await store.pilot.ofCommune(UNIT, TODAY)).toBeNull()
    expect(codeOf(await store.pilot.start(UNIT, 'G0', TODAY))).toBe('access.forbidden')
  })

  it('are declared only with proof of every deliverable', async () => {
    const store = await withPlan(await aStore())
    expect(await store.pilot.declare({ ...declaration, deliverables: words.slice(1) })).toMatchObject({
      ok: false,
      error: { code: 'stage.deliverable-missing', params: { missing: 1 } },
    })
    valueOf(await store.pilot.declare(declaration))
    const view = await store.pilot.ofCommune(UNIT, TODAY)
    expect(view?.stages[0]).toMatchObject({ stage: 'G0', status: 'declared' })
    expect(view?.stages[0]?.events[0]).toMatchObject({
      type: 'declared-done',
      location: 'on-device',
      by: 'acc-secretary',
    })
    expect(view?.progress.percentDeclared).toBe(5)
  })

  it('take a photo as proof only of the deliverable it is attached to (PIL-12)', async () => {
    const store = await withPlan(await aStore())
    const of = store.pilot.stageEntity(UNIT, plan.id, 'G0')
    const [first, second] = g0.deliverables
    const photo = valueOf(
      await store.evidence.add({ feed: pub, of, deliverable: first!.id, caption: '', photo: aPhoto('g0') }),
    )
    const proof = (deliverable: string) => ({ deliverable, evidenceId: photo.id, attestation: '' })
    const wrong = { ...declaration, deliverables: [proof(second!.id), words[0]!, words[2]!] }
    expect(codeOf(await store.pilot.declare(wrong))).toBe('stage.deliverable-missing')
    valueOf(await store.pilot.declare({ ...declaration, deliverables: [proof(first!.id), words[1]!, words[2]!] }))
    const stage = (await store.pilot.ofCommune(UNIT, TODAY))?.stages[0]
    expect(stage?.evidence).toMatchObject([{ id: photo.id, deliverable: first!.id }])
    expect(stage?.declarations[0]?.evidence[0]).toMatchObject({ evidenceId: photo.id })
  })

  it('keep the word of the commune and that of the monitor apart', async () => {
    const store = await withPlan(await aStore())
    valueOf(await store.pilot.declare(declaration))
    valueOf(await store.pilot.sendBack(UNIT, 'G0', TODAY, 'thiếu dấu'))
    expect((await store.pilot.ofCommune(UNIT, TODAY))?.stages[0]).toMatchObject({ returned: { note: 'thiếu dấu' } })
    valueOf(await store.pilot.confirm(UNIT, 'G0', TODAY, ''))
    expect((await store.pilot.ofCommune(UNIT, TODAY))?.stages[0]?.status).toBe('confirmed')
  })
})

describe('communes in view', () => {
  it('list those of the live plan, with their area and figures, from the summary rows', async () => {
    const store = await withPlan(await aStore())
    valueOf(await store.pilot.declare(declaration))
    const rows = await store.communes.list()
    expect(rows.map(({ place, area }) => [place.id, area?.id])).toEqual([
      [UNIT, 'area-180'],
      [OTHER_UNIT, 'area-180'],
    ])
    expect(rows[0]?.summary).toMatchObject({ percentDeclared: 5, assessment: null, lastActivityAt: NOW })
    expect(rows[1]?.summary).toMatchObject({ percentDeclared: 0, lastActivityAt: null })
    expect((await store.communes.get(UNIT))?.summary).toEqual(rows[0]?.summary)
  })

  it('show of a draft its completeness, and mean and blocking questions once submitted (D4)', async () => {
    const store = await withPlan(await aStore())
    const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question, { score: 0 }))
    const before = (await store.communes.get(UNIT))?.summary?.assessment
    expect(before).toEqual({ round: '2026-1', answered: 52, total: 52, submittedOn: null, mean: null, blocking: null })
    valueOf(await store.assessments.submit(id))
    const after = (await store.communes.get(UNIT))?.summary?.assessment
    expect(after).toMatchObject({ submittedOn: TODAY, mean: 0, blocking: 11 })
  })

  it('reckon delays with the day of reading, not of writing', async () => {
    const clock = aClock()
    const store = await withPlan(await aStore({ clock }))
    valueOf(await store.pilot.start(UNIT, 'G0', TODAY))
    const early = (await store.communes.get(UNIT))?.summary?.daysLate ?? 0
    clock.at = NOW + 400 * 86_400_000
    expect((await store.communes.get(UNIT))?.summary?.daysLate).toBeGreaterThan(early + 300)
  })

  it('read fifty rows and reckon them fast enough for a list', async () => {
    const store = await withPlan(await aStore())
    valueOf(await store.pilot.declare(declaration))
    await store.communes.list()
    const started = performance.now()
    for (let i = 0; i < 25; i++) await store.communes.list()
    expect(performance.now() - started).toBeLessThan(1_500)
  })
})

describe('visits', () => {
  const visit = {
    unit: UNIT,
    on: writtenDate('20/11/2026'),
    stage: 'G0',
    flag: 'yellow',
    done: 'Đã họp',
    lateReasons: [],
    recommendation: 'Gửi kế hoạch',
  } as const

  it('are saved and listed with their author, newest first', async () => {
    const store = await withPlan(await aStore())
    valueOf(await store.visits.save({ ...visit, on: writtenDate('01/11/2026') }))
    const id = valueOf(await store.visits.save(visit))
    valueOf(await store.visits.save({ ...visit, id, done: 'Đã họp, có biên bản' }))
    expect(await store.visits.list([UNIT])).toMatchObject([
      { id, done: 'Đã họp, có biên bản', by: 'acc-secretary', location: 'on-device' },
      { on: { text: '01/11/2026' } },
    ])
    expect((await store.communes.get(UNIT))?.summary?.lastVisitOn).toBe('2026-11-20')
  })

  it('are refused on a day that does not exist', async () => {
    const store = await aStore()
    expect(await store.visits.save({ ...visit, on: writtenDate('31/11/2026') })).toEqual({
      ok: false,
      error: { code: 'date.nonexistent', params: { text: '31/11/2026' } },
    })
    expect(addDays('2026-11-30' as LocalDate, 1)).toBe('2026-12-01')
  })
})
