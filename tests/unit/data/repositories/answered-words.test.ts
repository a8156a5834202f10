// The auditee's answer and the words it was given to.
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { auditReportBytes } from '#domain/internal-audit/audit-report.ts'
import { findingBytes } from '#domain/internal-audit/answered-words.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { aMinorFinding as finding, anAgreement as answer } from '#support/answered-finding.ts'
import { receive } from '#support/store/receive.ts'
import { aClock, aStore, codeOf, NOW, sha256, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const FEED = `${UNIT}/audit`

async function answered(clock = aClock()): Promise<{ store: OpenedPersonStore; id: string; found: string }> {
  const store = await aStore({ clock })
  const on = writtenDate('20/11/2026')
  const head = { unitId: UNIT, instrument: INTERNAL_AUDIT_SHORT, title: 'x', on, department: 'Văn phòng' }
  const id = valueOf(await store.audits.start(head))
  for (let item = 1; item <= 12; item++) valueOf(await store.audits.saveItem(id, `A${item}`, { result: 'C' }))
  return { store, id, found: valueOf(await store.audits.saveFinding(id, finding)) }
}

describe('the answer of the auditee', () => {
  it('AUD-30: holds the hash of the words, is old once they change, and the audit waits for a new one', async () => {
    const clock = aClock()
    const { store, id, found } = await answered(clock)
    valueOf(await store.onSite.respond(FEED, found, answer))
    const [first] = (await store.audits.get(id))?.findingViews[0]?.responses ?? []
    expect([...(await store.onSite.oldAnswers(FEED, [found]))]).toEqual([])
    valueOf(await store.audits.saveFinding(id, { ...finding, id: found, facts: 'Không có số liệu cả năm' }))
    expect([...(await store.onSite.oldAnswers(FEED, [found]))]).toEqual([first?.id])
    expect(await store.audits.conclude(id)).toMatchObject({
      ok: false,
      error: { code: 'response.old-words', params: { count: 1 } },
    })
    clock.at += 60_000
    valueOf(await store.onSite.respond(FEED, found, { ...answer, agrees: false, words: 'Chỉ thiếu quý III' }))
    valueOf(await store.audits.conclude(id))
    const report = await store.audits.reportOf(UNIT, id)
    const content = report!.content
    const now = sha256(findingBytes(content.findings[0]!))
    expect(content.responses?.find(({ agrees }) => agrees)).toMatchObject({ isOld: true })
    const latest = content.responses?.find(({ agrees }) => !agrees)
    expect(latest).toMatchObject({ sha256: now })
    expect(latest).not.toHaveProperty('isOld')
    expect(report?.sha256).toBe(sha256(auditReportBytes(content)))
  })

  it('AUD-30: changed back, the answer speaks for the words again; a new grade after publication makes none old', async () => {
    const { store, id, found } = await answered()
    valueOf(await store.onSite.respond(FEED, found, answer))
    valueOf(await store.audits.saveFinding(id, { ...finding, id: found, facts: 'Khác' }))
    valueOf(await store.audits.saveFinding(id, { ...finding, id: found }))
    valueOf(await store.audits.conclude(id))
    const pub = `${UNIT}/pub`
    valueOf(await store.onSite.respond(pub, found, { ...answer, grade: 'observation', words: 'Xem thêm sổ' }))
    expect([...(await store.onSite.oldAnswers(pub, [found]))]).toEqual([])
  })

  it('AUD-30: an answer of before has no hash, counts as it did and seals the bytes it always had', async () => {
    const { store, id, found } = await answered()
    const fields = { of: found, agrees: true, words: '', name: 'Bà A', post: 'Trưởng phòng', on: TODAY, grade: null }
    await receive(store, { feed: FEED, kind: 'finding-response', entity: 'rsp-1', fields, at: NOW })
    valueOf(await store.audits.saveFinding(id, { ...finding, id: found, facts: 'Khác' }))
    expect([...(await store.onSite.oldAnswers(FEED, [found]))]).toEqual([])
    expect(codeOf(await store.audits.conclude(id))).toBeUndefined()
    const content = (await store.audits.reportOf(UNIT, id))?.content
    expect(Object.keys(content?.responses?.[0] ?? {}).toSorted()).toEqual(
      ['agrees', 'grade', 'name', 'of', 'on', 'post', 'words'].toSorted(),
    )
  })
})
