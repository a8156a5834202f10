// An audit that no plan was judged for: who may begin it, who gets items of it, and what its report prints of that.
import { describe, expect, it } from 'vitest'
import type { AuditorPatch } from '#data/contract/audit-planning-contract.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { anIdentity, aStore, codeOf, UNIT, valueOf } from '#support/store/test-store.ts'

const audit = {
  unitId: UNIT,
  instrument: INTERNAL_AUDIT_SHORT,
  title: 'Đánh giá nội bộ',
  on: writtenDate('20/11/2026'),
  department: 'Hộ tịch',
}
const entry = (more: Partial<AuditorPatch>): AuditorPatch => ({
  name: 'Đánh giá viên 1',
  post: 'Công chức Địa chính',
  account: null,
  fields: ['Đất đai'],
  since: '2026-01-01' as LocalDate,
  until: null,
  ...more,
})

describe('an audit without a plan', () => {
  it('AP-23: is not begun by whoever has the field as their own work, nor by who does not serve that day', async () => {
    const store = await aStore({ identity: anIdentity('a1', 'acc-1') })
    valueOf(await store.audits.start(audit))
    const mine = entry({ account: 'acc-1', fields: ['hộ tịch'] })
    const id = valueOf(await store.auditPlanning.saveAuditor(UNIT, null, mine))
    const begun = await store.audits.start(audit)
    expect(begun).toMatchObject({
      ok: false,
      error: { code: 'audit-session.own-field', params: { name: 'Đánh giá viên 1', field: 'Hộ tịch' } },
    })
    expect(await store.audits.list(UNIT)).toHaveLength(1)
    valueOf(await store.audits.start({ ...audit, department: 'Môi trường' }))
    valueOf(await store.auditPlanning.saveAuditor(UNIT, id, { ...mine, until: '2026-11-19' as LocalDate }))
    expect(codeOf(await store.audits.start({ ...audit, department: 'Môi trường' }))).toBe('audit-session.not-serving')
  })

  it('AP-23: items are not shared to somebody of the field, and the report prints who took part', async () => {
    const store = await aStore({ identity: anIdentity('a1', 'acc-1') })
    const save = async (patch: Partial<AuditorPatch>) =>
      valueOf(await store.auditPlanning.saveAuditor(UNIT, null, entry(patch)))
    const own = await save({ name: 'Đánh giá viên 2', fields: ['Hộ tịch'] })
    const other = await save({})
    await save({ name: 'Đánh giá viên 3', account: 'acc-1', fields: [] })
    const id = valueOf(await store.audits.start(audit))
    expect(codeOf(await store.onSite.share(id, { A1: other, A2: own }))).toBe('audit-session.own-field')
    expect((await store.audits.get(id))?.shares).toEqual({})
    valueOf(await store.onSite.share(id, { A1: other, A2: null }))
    for (let item = 1; item <= 12; item++) valueOf(await store.audits.saveItem(id, `A${item}`, { result: 'C' }))
    valueOf(await store.audits.conclude(id))
    const report = await store.audits.reportOf(UNIT, id)
    expect(report?.content.independence?.map(({ name, verdict }) => `${name} ${verdict}`).toSorted()).toEqual([
      'Đánh giá viên 1 independent',
      'Đánh giá viên 3 independent',
    ])
  })
})
