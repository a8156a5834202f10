import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { minutesBytes } from '#domain/inspection/minutes.ts'
import { outlineItems } from '#domain/inspection/outline.ts'
import { emptyRemedyLine, remedyReportBytes } from '#domain/inspection/remedy-report.ts'
import { remedySubject } from '#domain/inspection/inspection-names.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { receive } from '#support/store/receive.ts'
import { aPhoto, aStore, anIdentity, codeOf, NOW, sha256, UNIT, valueOf } from '#support/store/test-store.ts'
import { aHead, aShortcoming } from '../../domain/inspection/inspection-work.ts'

const PUB = `${UNIT}/pub`

const teamStore = (): Promise<OpenedPersonStore> => {
  const identity = anIdentity('t1', 'acc-team')
  const grant = { account: 'acc-team', scope: 'p20', role: 'inspection-team' as const, from: '2026-01-01' as LocalDate }
  return aStore({ identity: { ...identity, grants: [{ ...grant, to: null }] } })
}

async function begun(): Promise<{ store: OpenedPersonStore; id: string }> {
  const store = await teamStore()
  return { store, id: valueOf(await store.inspections.begin(UNIT, aHead())) }
}

async function filled(): Promise<{ store: OpenedPersonStore; id: string; shortcoming: string }> {
  const { store, id } = await begun()
  for (const { id: item } of outlineItems) {
    valueOf(await store.inspections.answer(UNIT, id, item, { result: item === 'K3' ? 'not-met' : 'met' }))
  }
  const { id: _id, ...input } = aShortcoming()
  const shortcoming = valueOf(await store.inspections.saveShortcoming(UNIT, id, input))
  const closing = { conclusion: 'Duy trì, còn một tồn tại', rating: 'met' as const }
  valueOf(await store.inspections.save(UNIT, id, closing))
  const days = { minutesOn: writtenDate('21/11/2026'), reportDueOn: writtenDate('31/12/2026') }
  valueOf(await store.inspections.save(UNIT, id, days))
  return { store, id, shortcoming }
}

async function sealed() {
  const scene = await filled()
  const minutes = valueOf(await scene.store.inspections.seal(UNIT, scene.id))
  return { ...scene, minutes }
}

describe('an inspection on the device', () => {
  it('INS-1: is begun with form and days, listed, and its head changed field by field', async () => {
    const { store, id } = await begun()
    expect(codeOf(await store.inspections.begin(UNIT, aHead({ form: null })))).toBe('inspection.form-missing')
    valueOf(await store.inspections.saveHead(UNIT, id, aHead({ place: 'Nhà văn hóa' })))
    expect(await store.inspections.list([UNIT])).toMatchObject([{ id, unit: UNIT, isSealed: false }])
    expect((await store.inspections.get(UNIT, id))?.head).toMatchObject({ place: 'Nhà văn hóa', form: 'at-office' })
    expect(await store.inspections.get(UNIT, 'nobody')).toBeNull()
  })

  it('INS-2: a content that does not apply is refused without a reason, and taken with one', async () => {
    const { store, id } = await begun()
    expect(codeOf(await store.inspections.answer(UNIT, id, 'K12', { result: 'na' }))).toBe('answer.reason-missing')
    valueOf(await store.inspections.answer(UNIT, id, 'K12', { result: 'na', note: 'Lần đầu' }))
    expect((await store.inspections.get(UNIT, id))?.answers).toEqual({ K12: { result: 'na', note: 'Lần đầu' } })
  })

  it('merges what two members of the team wrote, and shows where they differ', async () => {
    const { store, id } = await begun()
    valueOf(await store.inspections.answer(UNIT, id, 'K1', { result: 'met' }))
    valueOf(await store.inspections.save(UNIT, id, { strengths: 'Lãnh đạo quan tâm' }))
    const colleague = (kind: string, entity: string, fields: Readonly<Record<string, string>>) =>
      receive(store, { feed: PUB, kind, entity, fields, at: NOW + 5000 })
    await colleague('inspection', id, { limits: 'Chậm cập nhật văn bản' })
    await colleague('inspection-item', `ini.${id}.K1`, { inspection: id, item: 'K1', result: 'not-met' })
    const view = await store.inspections.get(UNIT, id)
    expect(view?.texts).toMatchObject({ strengths: 'Lãnh đạo quan tâm', limits: 'Chậm cập nhật văn bản' })
    expect(view?.conflicts).toBe(1)
  })

  it('INS-4: a shortcoming due before the day of the minutes is refused', async () => {
    const { store, id } = await filled()
    const early = { ...aShortcoming({ dueOn: writtenDate('20/11/2026') }), id: undefined }
    const { id: _id, ...input } = early
    expect(codeOf(await store.inspections.saveShortcoming(UNIT, id, input))).toBe('shortcoming.due-before-minutes')
  })
})

describe('sealing the minutes', () => {
  it('INS-5: is refused while something is missing, and nothing is written', async () => {
    const { store, id } = await begun()
    expect(codeOf(await store.inspections.seal(UNIT, id))).toBe('inspection.incomplete')
    expect(await store.inspections.get(UNIT, id)).toMatchObject({ isSealed: false, minutes: [] })
  })

  it('INS-6: opens one corrective action in the same gesture, and further minutes open no second', async () => {
    const { store, id, shortcoming } = await sealed()
    const [request] = await store.corrective.list([UNIT])
    expect(request).toMatchObject({
      source: 'inspection',
      of: shortcoming,
      inspection: id,
      grade: 'minor',
      description: aShortcoming().facts,
      requirement: aShortcoming().basis,
      dueOn: { text: '20/12/2026', date: '2026-12-20' },
      number: 'PKP/06001/2026/t1-001',
    })
    valueOf(await store.inspections.reopen(UNIT, id))
    valueOf(await store.inspections.seal(UNIT, id))
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
    const view = await store.inspections.get(UNIT, id)
    expect(view?.correctives[shortcoming]).toMatchObject({ state: 'proposed', number: 'PKP/06001/2026/t1-001' })
  })

  it('INS-7: fits its hash and names the photos by theirs', async () => {
    const { store, id } = await filled()
    const photo = aPhoto('K1')
    valueOf(await store.evidence.add({ feed: PUB, of: `ini.${id}.K1`, caption: 'Quầy số 2', photo }))
    valueOf(await store.inspections.seal(UNIT, id))
    const [minutes] = (await store.inspections.get(UNIT, id))?.minutes ?? []
    expect(sha256(minutesBytes(minutes!.content))).toBe(minutes?.sha256)
    expect(minutes?.content.evidence).toMatchObject([{ subject: 'K1', sha256: photo.sha256, caption: 'Quầy số 2' }])
    const [taken] = await store.evidence.listOf(PUB, `ini.${id}.K1`)
    expect(codeOf(await store.evidence.remove(PUB, taken?.id ?? ''))).toBe('evidence.sealed')
  })

  it('INS-8: nothing of it is changed; further minutes stand beside the first', async () => {
    const { store, id, shortcoming } = await sealed()
    expect(codeOf(await store.inspections.save(UNIT, id, { strengths: 'Thêm' }))).toBe('inspection.sealed')
    expect(codeOf(await store.inspections.answer(UNIT, id, 'K1', { result: 'na' }))).toBe('inspection.sealed')
    const [before] = (await store.inspections.get(UNIT, id))?.minutes ?? []
    valueOf(await store.inspections.reopen(UNIT, id))
    expect(codeOf(await store.inspections.removeShortcoming(UNIT, id, shortcoming))).toBe('shortcoming.sealed')
    expect(codeOf(await store.inspections.saveShortcoming(UNIT, id, aShortcoming({ id: shortcoming })))).toBe(
      'shortcoming.sealed',
    )
    valueOf(await store.inspections.save(UNIT, id, { strengths: 'Thêm' }))
    valueOf(await store.inspections.seal(UNIT, id))
    const after = await store.inspections.get(UNIT, id)
    expect(after?.minutes.map(({ content }) => content.number)).toEqual([1, 2])
    expect(after?.minutes[0]).toEqual(before)
  })

  it('INS-8: two members who sealed apart have both minutes', async () => {
    const { store, id } = await sealed()
    const [own] = (await store.inspections.get(UNIT, id))?.minutes ?? []
    const content = JSON.parse(JSON.stringify({ ...own?.content, sealedAt: '2026-11-21T03:00:00.000Z' }))
    const fields = { unit: UNIT, inspection: id, content, sha256: 'ff' }
    await receive(store, { feed: PUB, kind: 'inspection-minutes', entity: 'other', fields })
    expect((await store.inspections.get(UNIT, id))?.minutes.map((one) => one.id)).toEqual([own?.id, 'other'])
  })
})

describe('the remedy report on the device', () => {
  const done = (doneOn = '21/11/2026') => ({
    ...emptyRemedyLine,
    state: 'done' as const,
    words: 'Đã sửa hai quy trình',
    doneOn: writtenDate(doneOn),
  })

  it('INS-9: is refused without proof, and INS-11: sealed with the photo, the state of its request and its hash', async () => {
    const { store, id, shortcoming } = await sealed()
    const remedy = { lines: { [shortcoming]: done() }, words: '' }
    expect(codeOf(await store.inspections.sealRemedy(UNIT, id, remedy))).toBe('remedy.incomplete')
    const of = remedySubject(id, shortcoming)
    valueOf(await store.evidence.add({ feed: PUB, of, caption: 'QĐ mới', photo: aPhoto('proof') }))
    const report = valueOf(await store.inspections.sealRemedy(UNIT, id, remedy))
    const view = await store.inspections.get(UNIT, id)
    expect(view?.reports).toMatchObject([
      {
        id: report,
        content: {
          number: 1,
          isLate: false,
          isComplete: true,
          lines: [{ shortcoming, verdict: 'in-time', corrective: { state: 'proposed' } }],
          evidence: [{ subject: shortcoming, sha256: aPhoto('proof').sha256 }],
        },
      },
    ])
    expect(sha256(remedyReportBytes(view!.reports[0]!.content))).toBe(view?.reports[0]?.sha256)
    const [proof] = await store.evidence.listOf(PUB, of)
    expect(codeOf(await store.evidence.remove(PUB, proof?.id ?? ''))).toBe('evidence.sealed')
  })

  it('INS-13: records hold minutes and reports of each inspection, and nothing of a draft', async () => {
    const { store, id, shortcoming } = await sealed()
    await store.inspections.begin(UNIT, aHead())
    const line = { ...done(), papers: 'QĐ 12/QĐ-UBND' }
    valueOf(await store.inspections.sealRemedy(UNIT, id, { lines: { [shortcoming]: line }, words: '' }))
    const records = await store.inspections.records([UNIT])
    expect(records.map(({ inspection, minutes, reports }) => [inspection, minutes.length, reports.length])).toEqual([
      [id, 1, 1],
    ])
  })
})
