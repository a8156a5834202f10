import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { auditReportBytes } from '#domain/internal-audit/audit-report.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { INTERNAL_AUDIT_SHORT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { aPhoto, aStore, anIdentity, codeOf, sha256, UNIT, valueOf } from '#support/store/test-store.ts'
import { receive } from '#support/store/receive.ts'

const items = ((await loadInstrument(INTERNAL_AUDIT_SHORT))?.questions ?? []).map(({ id }) => id)
const [A1 = '', A2 = ''] = items

const newAudit = {
  unitId: UNIT,
  instrument: INTERNAL_AUDIT_SHORT,
  title: 'Đánh giá nội bộ',
  on: writtenDate('20/11/2026'),
  department: 'Văn phòng',
}
const start = async (store: OpenedPersonStore) => valueOf(await store.audits.start(newAudit))

const aFinding = {
  item: A1,
  grade: 'major',
  clause: '8.5.1',
  facts: 'Hồ sơ không có phiếu kiểm soát',
  requirement: 'Quy trình nội bộ',
  objectiveEvidence: '2 trên 5 hồ sơ',
  department: 'Một cửa',
  dueOn: writtenDate('05/12/2026'),
} as const

describe('internal audits', () => {
  it('saves items with their completeness and refuses "not applicable" without a reason', async () => {
    const store = await aStore()
    const id = await start(store)
    valueOf(await store.audits.saveItem(id, A1, { result: 'C', note: 'đạt' }))
    expect(codeOf(await store.audits.saveItem(id, A2, { result: 'NA' }))).toBe('answer.reason-missing')
    const view = await store.audits.get(id)
    expect(view).toMatchObject({ answered: 1, total: 12, findings: 0, unitId: UNIT, title: 'Đánh giá nội bộ' })
    expect(view?.items[A1]).toMatchObject({ result: 'C', note: 'đạt', location: 'on-device' })
    expect(codeOf(await store.audits.saveItem('nowhere', A1, { result: 'C' }))).toBe('audit.not-found')
  })

  it('numbers findings by commune, year and replica, and keeps the number through changes', async () => {
    const store = await aStore({ identity: anIdentity('k7') })
    const id = await start(store)
    const first = valueOf(await store.audits.saveFinding(id, aFinding))
    valueOf(await store.audits.saveFinding(id, { ...aFinding, grade: 'minor' }))
    valueOf(await store.audits.saveFinding(id, { ...aFinding, id: first, facts: 'Sửa lại' }))
    const views = (await store.audits.get(id))?.findingViews ?? []
    expect(views.map(({ number, facts }) => [number, facts])).toEqual([
      ['KPH/06001/2026/k7-001', 'Sửa lại'],
      ['KPH/06001/2026/k7-002', aFinding.facts],
    ])
    expect((await store.audits.list(UNIT))[0]).toMatchObject({ findings: 2 })
    valueOf(await store.audits.removeFinding(id, first))
    expect((await store.audits.get(id))?.findingViews).toHaveLength(1)
    expect((await store.audits.list(UNIT))[0]).toMatchObject({ findings: 1 })
  })

  it('AUD-25: keeps a finding that the auditee answered, whatever the screen still offers', async () => {
    const store = await aStore()
    const id = await start(store)
    const found = valueOf(await store.audits.saveFinding(id, aFinding))
    const other = valueOf(await store.audits.saveFinding(id, aFinding))
    const fields = { of: found, agrees: true, words: '', name: 'A', post: 'B', on: '2026-11-21', grade: null }
    await receive(store, { feed: `${UNIT}/audit`, kind: 'finding-response', entity: 'res-1', fields })
    expect(codeOf(await store.audits.removeFinding(id, found))).toBe('finding.answered')
    valueOf(await store.audits.removeFinding(id, other))
    expect((await store.audits.get(id))?.findingViews.map((view) => view.id)).toEqual([found])
  })

  it('keeps the text of a date that does not exist', async () => {
    const store = await aStore()
    const id = await start(store)
    valueOf(await store.audits.saveFinding(id, { ...aFinding, dueOn: writtenDate('31/11/2026') }))
    expect((await store.audits.get(id))?.findingViews[0]?.dueOn).toEqual({ text: '31/11/2026', date: null })
  })

  it('shares nothing but completeness until the audit is concluded, then report, findings and photos', async () => {
    const store = await aStore()
    const id = await start(store)
    for (const item of items) valueOf(await store.audits.saveItem(id, item, { result: item === A1 ? 'NC' : 'C' }))
    expect(await store.audits.conclude(id)).toMatchObject({ ok: false, error: { code: 'audit.incomplete' } })
    const finding = valueOf(await store.audits.saveFinding(id, aFinding))
    valueOf(await store.evidence.add({ feed: `${UNIT}/audit`, of: finding, caption: '', photo: aPhoto('f') }))
    valueOf(await store.evidence.add({ feed: `${UNIT}/audit`, of: `chk.${id}.${A1}`, caption: '', photo: aPhoto('i') }))
    expect(await store.audits.publishedFindings([UNIT])).toEqual([])
    valueOf(await store.audits.conclude(id))
    valueOf(await store.audits.conclude(id))
    const [report, ...others] = await store.audits.reports(UNIT)
    expect(others).toEqual([])
    expect(report?.content).toMatchObject({ auditId: id, unit: UNIT, findings: [{ id: finding, grade: 'major' }] })
    expect(report?.content.evidence.map(({ subject }) => subject).sort()).toEqual([A1, finding].sort())
    expect(report?.sha256).toBe(sha256(auditReportBytes(report!.content)))
    const [published] = await store.audits.publishedFindings([UNIT])
    expect(published).toMatchObject({ id: finding, unitId: UNIT, number: 'KPH/06001/2026/a1-001' })
    expect(published?.evidence).toHaveLength(1)
    expect((await store.audits.list(UNIT))[0]?.concludedAt).not.toBeNull()
  })

  it('AUD-9: takes nothing into a concluded audit and nothing out of it', async () => {
    const store = await aStore()
    const id = await start(store)
    for (const item of items) valueOf(await store.audits.saveItem(id, item, { result: item === A1 ? 'NC' : 'C' }))
    const finding = valueOf(await store.audits.saveFinding(id, aFinding))
    valueOf(await store.audits.conclude(id))
    const sent = await store.syncCentre.unsentOps()
    expect(codeOf(await store.audits.saveItem(id, A2, { note: 'sau khi kết thúc' }))).toBe('audit.concluded')
    expect(codeOf(await store.audits.saveFinding(id, aFinding))).toBe('audit.concluded')
    expect(codeOf(await store.audits.removeFinding(id, finding))).toBe('audit.concluded')
    expect(await store.syncCentre.unsentOps()).toEqual(sent)
    expect((await store.audits.get(id))?.items[A2]?.note).toBe('')
  })
})
