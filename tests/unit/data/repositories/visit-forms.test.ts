import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { NewVisit } from '#data/contract/visit-contract.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { compileForm } from '#domain/questionnaire/form/compile-form.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { aPhoto, aStore, anIdentity, codeOf, sha256, UNIT, valueOf } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`
const FORM = 'phieu@1'
const NONE = { answered: 0, total: 0 }

const form = aForm(
  [
    q('select_one có', 'niêm', { label: 'Đã niêm yết?', required: 'yes' }),
    q('integer', 'bộ', { label: 'Số bộ', required: 'yes', constraint: '. < 100' }),
    q('text', 'ý', { label: 'Nhận xét' }),
    q('image', 'ảnh', { label: 'Ảnh bảng' }),
  ],
  [c('có', 'co', { label: 'Có' }), c('có', 'chua', { label: 'Chưa' })],
).form

const aVisit: NewVisit = {
  unit: UNIT,
  on: writtenDate('21/11/2026'),
  stage: 'G4',
  flag: 'green',
  done: 'Đã xem hồ sơ',
  lateReasons: [],
  recommendation: '',
  visitors: 'Người theo dõi A',
  received: 'Thư ký ISO',
}

const answer = (path: string, value: string) => ({ path, value })
const begin = (store: OpenedPersonStore, visit: string, answers = [answer('/ý', 'chưa')]) =>
  store.fillings.start({ unitId: UNIT, form: FORM, answers, progress: NONE, visit })

async function aBegunForm(identity = anIdentity()) {
  const store = await aStore({ identity })
  valueOf(await store.forms.publish({ ...form, use: 'visit' }))
  const visit = valueOf(await store.visits.save(aVisit))
  return { store, visit, id: valueOf(await begin(store, visit)) }
}

const complete = [answer('/niêm', 'co'), answer('/bộ', '12')]

const valuesAt = async ({ fillings }: OpenedPersonStore, visit: string) =>
  (await fillings.atVisit(UNIT, visit)).map(({ answers }) =>
    Object.fromEntries(answers.map(({ path, value }) => [path, value])),
  )

describe('forms of the province at a visit', () => {
  it('FIL-18: stand with their visit in the shared feed, and never among the forms of the commune', async () => {
    const { store, visit, id } = await aBegunForm()
    valueOf(await store.fillings.save(id, complete, NONE))
    const own = valueOf(await store.fillings.start({ unitId: UNIT, form: FORM, answers: [], progress: NONE }))
    expect((await store.fillings.list([UNIT])).map((one) => one.id)).toEqual([own])
    expect((await store.fillings.atVisit(UNIT, visit)).map((one) => one.id)).toEqual([id])
    const feeds = (await store.syncCentre.unsentOps()).filter(
      ({ k, e }) => k.startsWith('filling') && e.includes(visit),
    )
    expect(new Set(feeds.map(({ s }) => s))).toEqual(new Set([PUB]))
    expect(feeds.map(({ k }) => k)).not.toContain('filling-progress')
    expect(codeOf(await store.fillings.submit(id, compiled(), 'vi'))).toBe('filling.at-visit')
  })

  it('FIL-18: two who begin the same form apart meet in one record, question by question, and disagree openly', async () => {
    const relay = new MemoryRelay()
    const { store: one, visit } = await aBegunForm(anIdentity('a1', 'acc-1'))
    const two = await aStore({ identity: anIdentity('b2', 'acc-2') })
    valueOf(await two.forms.publish({ ...form, use: 'visit' }))
    for (const store of [one, two]) await syncAll(store.sync, relay, [PUB])
    const id = valueOf(await begin(two, visit))
    expect(id).toBe(valueOf(await begin(one, visit)))
    valueOf(await one.fillings.save(id, [answer('/niêm', 'co'), answer('/bộ', '12')], NONE))
    valueOf(await two.fillings.save(id, [answer('/ý', 'Gọn gàng'), answer('/bộ', '14')], NONE))
    for (const store of [one, two, one]) await syncAll(store.sync, relay, [PUB])
    for (const store of [one, two]) {
      const [begun, ...more] = await store.fillings.atVisit(UNIT, visit)
      expect(more).toEqual([])
      expect(begun?.answers.filter(({ hasConflict }) => hasConflict).map(({ path }) => path)).toEqual(['/bộ'])
      expect((await valuesAt(store, visit))[0]).toMatchObject({ '/niêm': 'co', '/ý': 'Gọn gàng' })
    }
    expect(await one.visits.seal(UNIT, visit)).toMatchObject({
      error: { code: 'visit.form-disputed', params: { count: 1, form: 'phieu' } },
    })
    const [conflict] = await one.syncCentre.conflicts()
    valueOf(await one.syncCentre.resolve(conflict!, '12'))
    valueOf(await one.visits.seal(UNIT, visit))
  })

  it('VIS-20: the seal names the form and how much it lacks, and what is wrong counts as much as what is missing', async () => {
    const { store, visit, id } = await aBegunForm()
    const refused = async () => {
      const sealed = await store.visits.seal(UNIT, visit)
      return sealed.ok ? null : sealed.error
    }
    expect(await refused()).toEqual({ code: 'visit.form-incomplete', params: { form: 'phieu', missing: 2 } })
    valueOf(await store.fillings.save(id, [answer('/niêm', 'co'), answer('/bộ', '120')], NONE))
    expect(await refused()).toMatchObject({ params: { missing: 1 } })
    valueOf(await store.fillings.save(id, [answer('/bộ', '12')], NONE))
    expect(await refused()).toBeNull()
  })

  it('VIS-20: a visit is not sealed over a form that this device does not have', async () => {
    const store = await aStore()
    const visit = valueOf(await store.visits.save(aVisit))
    valueOf(await begin(store, visit))
    expect(await store.visits.seal(UNIT, visit)).toMatchObject({
      error: { code: 'visit.form-not-here', params: { form: FORM } },
    })
  })

  it('VIS-19, VIS-21: sealed answers and photos fit the hash and take nothing more, until the visit is opened again', async () => {
    const { store, visit, id } = await aBegunForm()
    valueOf(await store.fillings.save(id, complete, NONE))
    const of = fillingAnswerId(id, '/ảnh')
    const photo = valueOf(await store.evidence.add({ feed: PUB, of, caption: 'Bảng', photo: aPhoto('bảng') }))
    valueOf(await store.visits.seal(UNIT, visit))
    const [record] = (await store.visits.get(UNIT, visit))?.records ?? []
    expect(record?.content.forms).toMatchObject([
      {
        filling: id,
        form: FORM,
        answers: [
          { path: '/niêm', label: 'Đã niêm yết?', shown: 'Có' },
          { path: '/bộ', value: '12' },
          { path: '/ý' },
          { path: '/ảnh', value: '1', photos: true },
        ],
        evidence: [{ path: '/ảnh', sha256: photo.sha256, caption: 'Bảng' }],
      },
    ])
    expect(sha256(utf8Bytes(canonicalJson(record?.content)))).toBe(record?.sha256)
    expect(codeOf(await store.fillings.save(id, [answer('/bộ', '13')], NONE))).toBe('visit.sealed')
    expect(codeOf(await store.fillings.takeAway(id))).toBe('visit.sealed')
    expect(codeOf(await begin(store, visit))).toBe('visit.sealed')
    expect(codeOf(await store.evidence.remove(PUB, photo.id))).toBe('evidence.sealed')
    expect((await store.fillings.get(id))?.submittedAt).toBeGreaterThan(0)
    valueOf(await store.visits.reopen(UNIT, visit))
    valueOf(await store.fillings.save(id, [answer('/bộ', '13')], NONE))
    valueOf(await store.visits.seal(UNIT, visit))
    const both = (await store.visits.get(UNIT, visit))?.records.map(
      ({ content }) => content.forms?.[0]?.answers[1]?.value,
    )
    expect(both).toEqual(['12', '13'])
  })

  it('VIS-21: a form that was taken away hinders no seal, and begun again has its answers', async () => {
    const { store, visit, id } = await aBegunForm()
    valueOf(await store.fillings.save(id, [answer('/bộ', '12')], NONE))
    valueOf(await store.fillings.takeAway(id))
    expect(await store.fillings.atVisit(UNIT, visit)).toEqual([])
    expect(codeOf(await store.fillings.save(id, complete, NONE))).toBe('filling.not-found')
    expect(valueOf(await begin(store, visit))).toBe(id)
    expect(await valuesAt(store, visit)).toEqual([{ '/ý': 'chưa', '/bộ': '12' }])
    valueOf(await store.fillings.takeAway(id))
    valueOf(await store.visits.seal(UNIT, visit))
    expect((await store.visits.get(UNIT, visit))?.records[0]?.content).not.toHaveProperty('forms')
  })

  it('RVS-8: moves to a corrected version at its visit, which begins it no second time', async () => {
    const { store, visit, id } = await aBegunForm()
    valueOf(await store.fillings.save(id, complete, NONE))
    valueOf(await store.fillings.move(id, compiled(), compiled('2')))
    expect(await store.fillings.get(id)).toMatchObject({ form: 'phieu@2', visit, aside: [] })
    expect(
      valueOf(await store.fillings.start({ unitId: UNIT, form: 'phieu@2', answers: [], progress: NONE, visit })),
    ).toBe(id)
    expect(await store.fillings.list([UNIT])).toEqual([])
  })
})

function compiled(version = '1') {
  const done = compileForm({ ...form, version })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}
