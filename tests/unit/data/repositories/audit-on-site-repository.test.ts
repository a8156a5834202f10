import { describe, expect, it } from 'vitest'
import type { AuditorPatch } from '#data/contract/audit-planning-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { auditReportBytes } from '#domain/internal-audit/audit-report.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { aMinorFinding as finding, anAgreement as answer } from '#support/answered-finding.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { anIdentity, aStore, codeOf, sha256, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const feeds = [`${UNIT}/audit`, `${UNIT}/pub`]
const newAudit = {
  unitId: UNIT,
  instrument: INTERNAL_AUDIT_SHORT,
  title: 'Đánh giá nội bộ',
  on: writtenDate('20/11/2026'),
  department: 'Văn phòng',
}
const own = { clause: '8.5.1', document: 'QT-HT-01', question: 'Có phiếu kiểm soát?' }

const itemsOf = async (store: OpenedPersonStore, id: string) => (await store.audits.get(id))!

async function answerThree(store: OpenedPersonStore, id: string): Promise<void> {
  const asked = ['A1', 'A2', 'A3']
  for (const item of asked) valueOf(await store.audits.saveItem(id, item, { result: 'C' }))
}

describe('the checklist of one audit', () => {
  it('AUD-10: asks what was chosen and what the commune added, and counts that upward', async () => {
    const store = await aStore()
    const all = (await import('#domain/questionnaire/instruments/internal-audit-short-v1.ts')).internalAuditShortV1
    const clauses = all.questions.slice(0, 3).map(({ clause }) => clause ?? '')
    const id = valueOf(await store.audits.start({ ...newAudit, clauses }))
    const { total } = await itemsOf(store, id)
    expect(total).toBeLessThan(12)
    const added = valueOf(await store.onSite.addOwnItem(id, own))
    expect(await itemsOf(store, id)).toMatchObject({ total: total + 1, clauses, ownItems: [{ id: added, order: 1 }] })
    valueOf(await store.audits.saveItem(id, added, { result: 'C' }))
    expect(await itemsOf(store, id)).toMatchObject({ answered: 1 })
    valueOf(await store.onSite.removeOwnItem(id, added))
    valueOf(await store.audits.saveItem(id, 'A1', { note: 'x' }))
    expect(await itemsOf(store, id)).toMatchObject({ total, answered: 0, ownItems: [] })
    expect(codeOf(await store.onSite.addOwnItem(id, { ...own, document: ' ' }))).toBe('checklist.document-missing')
    expect(codeOf(await store.audits.start({ ...newAudit, clauses: [] }))).toBe('checklist.empty')
  })

  it('AUD-13: a sample that names a person is refused and nothing is written', async () => {
    const store = await aStore()
    const id = valueOf(await store.audits.start(newAudit))
    const sample = { field: 'Hộ tịch', item: null, dossier: 'H37-1', state: 'late', note: '' } as const
    expect(codeOf(await store.onSite.addSample(id, { ...sample, note: 'ông Nguyễn Văn Mẫu' }))).toBe(
      'sample.citizen-name',
    )
    const kept = valueOf(await store.onSite.addSample(id, sample))
    expect((await itemsOf(store, id)).samples).toMatchObject([{ id: kept, dossier: 'H37-1', state: 'late' }])
    valueOf(await store.onSite.removeSample(id, kept))
    expect((await itemsOf(store, id)).samples).toEqual([])
  })
})

describe('an audit that follows a plan', () => {
  it('AUD-12: takes meetings and shares from it, tells the plan, and seals the evidence of independence', async () => {
    const store = await aStore({ identity: anIdentity('a1', 'acc-auditor') })
    const auditor: AuditorPatch = {
      name: 'Đánh giá viên 1',
      post: 'Công chức',
      account: 'acc-auditor',
      fields: ['Đất đai'],
      since: '2026-01-01' as LocalDate,
      until: null,
    }
    const who = valueOf(await store.auditPlanning.saveAuditor(UNIT, null, auditor))
    const first = {
      programme: null,
      decisionNumber: '12/QĐ-UBND',
      decidedOn: writtenDate('10/11/2026'),
      round: 1,
      purpose: 'Trước khi công bố',
      scope: 'Toàn xã',
      edition: 'tcvn-2015',
      from: '2026-11-20' as LocalDate,
      to: '2026-11-20' as LocalDate,
      leader: who,
      members: [who],
    }
    const plan = valueOf(await store.auditPlanning.startPlan(UNIT, first as never))
    const session = {
      id: null,
      unit: UNIT,
      plan,
      on: '2026-11-20' as LocalDate,
      place: 'Phòng họp',
      auditee: '',
      auditors: [who],
    }
    const all = (await import('#domain/questionnaire/instruments/internal-audit-short-v1.ts')).internalAuditShortV1
    const clause = all.questions[0]?.clause ?? ''
    const opening = { ...session, type: 'opening', from: '08:00', to: '08:30', field: '', clauses: [] } as const
    const look = { ...session, type: 'field', from: '08:30', to: '10:00', field: 'Hộ tịch', clauses: [clause] } as const
    for (const one of [opening, look]) valueOf(await store.auditPlanning.saveSession(one))
    const id = valueOf(await store.audits.start({ ...newAudit, plan, clauses: [clause] }))
    const view = await itemsOf(store, id)
    expect(view.meetings).toMatchObject([{ type: 'opening', from: '08:00', place: 'Phòng họp', people: [] }])
    expect(Object.values(view.shares)).toEqual(Array.from({ length: view.total }, () => who))
    expect((await store.auditPlanning.plan(UNIT, plan))?.plan.audit).toBe(id)
    for (const { id: item } of all.questions.filter((question) => question.clause === clause)) {
      valueOf(await store.audits.saveItem(id, item, { result: 'C' }))
    }
    valueOf(await store.audits.conclude(id))
    const report = await store.audits.reportOf(UNIT, id)
    expect(report?.content).toMatchObject({
      plan: { decisionNumber: '12/QĐ-UBND', team: [{ name: 'Đánh giá viên 1', isLeader: true }] },
      independence: [
        { verdict: 'independent' },
        { auditedField: 'Hộ tịch', ownFields: ['Đất đai'], verdict: 'independent' },
      ],
    })
  })
})

describe('two auditors offline in one audit', () => {
  async function team() {
    const one = await aStore({ identity: anIdentity('a1', 'acc-1') })
    const two = await aStore({ identity: anIdentity('b2', 'acc-2') })
    const relay = new MemoryRelay()
    const meet = async () => {
      for (const store of [one, two, one, two]) await syncAll(store.sync, relay, feeds)
    }
    const id = valueOf(await one.audits.start(newAudit))
    valueOf(await one.onSite.share(id, { A1: 'acc-1', A2: 'acc-2', A3: 'acc-2' }))
    await meet()
    return { one, two, id, meet }
  }

  it('AUD-21: their answers meet item by item, and where both answered differently both stay', async () => {
    const { one, two, id, meet } = await team()
    expect((await itemsOf(two, id)).shares).toEqual({ A1: 'acc-1', A2: 'acc-2', A3: 'acc-2' })
    valueOf(await one.audits.saveItem(id, 'A1', { result: 'C' }))
    valueOf(await two.audits.saveItem(id, 'A2', { result: 'OBS' }))
    valueOf(await one.audits.saveItem(id, 'A3', { result: 'C' }))
    valueOf(await two.audits.saveItem(id, 'A3', { result: 'NC' }))
    await meet()
    for (const store of [one, two]) {
      const { items } = await itemsOf(store, id)
      expect([items['A1']?.result, items['A2']?.result]).toEqual(['C', 'OBS'])
      expect([items['A1'], items['A2'], items['A3']].map((item) => item?.hasConflict)).toEqual([false, false, true])
    }
    const conflict = (await one.syncCentre.conflicts()).find(({ entity }) => entity === `chk.${id}.A3`)!
    expect(new Set(conflict.heads.map(({ value }) => value))).toEqual(new Set(['C', 'NC']))
    valueOf(await one.syncCentre.resolve(conflict, 'NC'))
    await meet()
    expect((await itemsOf(two, id)).items['A3']).toMatchObject({ result: 'NC', hasConflict: false })
  })

  it('AUD-31: the store does not conclude over two answers that nobody chose between', async () => {
    const { one, two, id, meet } = await team()
    for (let item = 1; item <= 12; item++) valueOf(await one.audits.saveItem(id, `A${item}`, { result: 'C' }))
    valueOf(await two.audits.saveItem(id, 'A3', { result: 'OBS' }))
    await meet()
    const refused = { ok: false, error: { code: 'audit.incomplete', params: { missing: 1 } } }
    expect(await one.audits.conclude(id)).toMatchObject(refused)
  })

  it('AUD-12: what both add offline is there for both, and the number of items is right again with the next one', async () => {
    const { one, two, id, meet } = await team()
    valueOf(await one.onSite.addOwnItem(id, own))
    valueOf(await two.onSite.addOwnItem(id, { ...own, question: 'Có sổ theo dõi?' }))
    await meet()
    expect((await itemsOf(one, id)).ownItems).toHaveLength(2)
    valueOf(await two.onSite.addOwnItem(id, { ...own, question: 'Có phiếu hẹn?' }))
    await meet()
    expect(await itemsOf(one, id)).toMatchObject({ total: 15 })
    expect((await itemsOf(one, id)).ownItems.map(({ question }) => question)).toEqual(
      (await itemsOf(two, id)).ownItems.map(({ question }) => question),
    )
  })

  it('AUD-20: one report seals what both wrote, and the same on both devices', async () => {
    const { one, two, id, meet } = await team()
    await answerThree(one, id)
    for (let item = 4; item <= 12; item++) valueOf(await two.audits.saveItem(id, `A${item}`, { result: 'C' }))
    const meeting = { type: 'closing', on: TODAY, from: '16:00', to: '16:30', place: 'Phòng họp', notes: '' } as const
    const closing = valueOf(await two.onSite.saveMeeting(id, meeting))
    const person = { name: 'Chủ trì', post: 'Chủ tịch', side: 'chair', isPresent: true } as const
    valueOf(await two.onSite.saveAttendance(id, closing, person))
    const found = valueOf(await one.audits.saveFinding(id, finding))
    valueOf(await one.onSite.respond(`${UNIT}/audit`, found, answer))
    valueOf(await one.onSite.saveWords(id, { conclusion: 'fit', strengths: 'Niêm yết đầy đủ' }))
    await meet()
    valueOf(await two.audits.conclude(id))
    await meet()
    const reports = await Promise.all([one, two].map((store) => store.audits.reportOf(UNIT, id)))
    for (const report of reports) {
      expect(report?.sha256).toBe(sha256(auditReportBytes(report!.content)))
      expect(report?.content).toMatchObject({
        meetings: [{ type: 'closing', attendance: [{ name: 'Chủ trì' }] }],
        responses: [{ of: found, agrees: true }],
        words: { conclusion: 'fit', strengths: 'Niêm yết đầy đủ' },
      })
    }
    expect(reports[0]?.sha256).toBe(reports[1]?.sha256)
    expect(codeOf(await one.onSite.saveWords(id, { strengths: 'x' }))).toBe('audit.concluded')
    expect(codeOf(await one.onSite.saveAttendance(id, closing, person))).toBe('audit.concluded')
  })

  it('AUD-17: after the audit was concluded a grade changes by a further step, and the first one stays', async () => {
    const { one, two, id, meet } = await team()
    await answerThree(one, id)
    for (let item = 4; item <= 12; item++) valueOf(await one.audits.saveItem(id, `A${item}`, { result: 'C' }))
    const found = valueOf(await one.audits.saveFinding(id, finding))
    valueOf(await one.audits.conclude(id))
    const pub = `${UNIT}/pub`
    const disagrees = { ...answer, agrees: false, words: 'Có số liệu ở sổ khác' }
    expect(codeOf(await two.onSite.respond(pub, found, disagrees))).toBe('audit.not-found')
    await meet()
    valueOf(await two.onSite.respond(pub, found, disagrees))
    valueOf(await one.onSite.respond(pub, found, { ...answer, grade: 'observation', words: 'Xem thêm sổ' }))
    expect(codeOf(await one.onSite.respond(pub, found, { ...answer, grade: 'observation', words: 'x' }))).toBe(
      'response.grade-same',
    )
    await meet()
    for (const store of [one, two]) {
      const [view] = await store.audits.publishedFindings([UNIT])
      expect(view).toMatchObject({ grade: 'observation', firstGrade: 'minor' })
      expect(view?.responses).toHaveLength(2)
      const { findingViews } = await itemsOf(store, id)
      expect(findingViews[0]).toMatchObject({ grade: 'observation', firstGrade: 'minor' })
    }
    expect((await one.audits.reportOf(UNIT, id))?.content.findings[0]?.grade).toBe('minor')
  })
})
