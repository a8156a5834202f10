import { describe, expect, it } from 'vitest'
import { auditCompleteness, checkAuditComplete } from '#domain/internal-audit/audit-completeness.ts'
import {
  type AuditReportParts,
  auditReportBytes,
  countByClause,
  countByGrade,
  createAuditReport,
} from '#domain/internal-audit/audit-report.ts'
import type { AuditAnswers, AuditResult } from '#domain/internal-audit/audit-result.ts'
import type { Finding, FindingGrade } from '#domain/internal-audit/finding.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { internalAuditShortV1 as checklist } from '#domain/questionnaire/instruments/internal-audit-short-v1.ts'

const aFinding = (id: string, item: string | null, grade: FindingGrade | null, clause = '8.5.1'): Finding => ({
  id,
  number: `KPH/06001/2026/a1-00${id}`,
  audit: 'audit-1',
  item,
  grade,
  clause,
  facts: 'Hồ sơ H01 trả sau ngày hẹn 2 ngày.',
  requirement: 'Thời hạn trong quy trình',
  objectiveEvidence: 'H01',
  department: 'Một cửa',
  dueOn: null,
})

const answered = (results: Readonly<Record<string, AuditResult>> = {}): AuditAnswers =>
  Object.fromEntries(
    checklist.questions.map(({ id }) => [id, { result: results[id] ?? 'C', reason: '', note: `đã xem ${id}` }]),
  )

const parts = (patch: Partial<AuditReportParts> = {}): AuditReportParts => ({
  auditId: 'audit-1',
  title: 'Đánh giá nội bộ lần 1',
  on: writtenDate('20/11/2026'),
  department: 'Một cửa',
  unit: 'ls25-06001',
  answers: answered({ A8: 'NC', A9: 'OBS' }),
  findings: [aFinding('1', 'A8', 'minor'), aFinding('2', 'A9', 'observation', '8.5.3')],
  evidence: [
    { subject: '1', sha256: 'a'.repeat(64), mime: 'image/jpeg', size: 1, caption: '' },
    { subject: 'A8', sha256: 'b'.repeat(64), mime: 'image/jpeg', size: 2, caption: '' },
  ],
  closedAt: '2026-11-21T03:00:00.000Z',
  closedBy: 'acc-2',
  ...patch,
})

const textOf = (given: AuditReportParts): string => {
  const report = createAuditReport(checklist, given)
  if (!report.ok) throw new Error(report.error.code)
  return new TextDecoder().decode(auditReportBytes(report.value))
}

describe('completeness of an audit', () => {
  it('AUD-5: items without a result are listed in the order of the checklist', () => {
    const { A2: _a2, A11: _a11, ...rest } = answered()
    expect(auditCompleteness(checklist, rest, [])).toEqual({
      answered: 10,
      total: 12,
      missingItems: ['A2', 'A11'],
      itemsWithoutFinding: [],
    })
  })

  it.each([
    ['no finding', []],
    ['a finding without a grade', [aFinding('1', 'A8', null)]],
    ['an observation only', [aFinding('1', 'A8', 'observation')]],
    ['a finding of another item', [aFinding('1', 'A9', 'major')]],
    ['a finding of no item', [aFinding('1', null, 'major')]],
  ])('AUD-5: a nonconforming item with %s still needs a finding', (_, findings) => {
    const { itemsWithoutFinding } = auditCompleteness(checklist, answered({ A8: 'NC' }), findings)
    expect(itemsWithoutFinding).toEqual(['A8'])
  })

  it('AUD-6: an incomplete audit is not closed, and says what is missing', () => {
    const { A2: _a2, ...rest } = answered({ A8: 'NC' })
    const problem = { ok: false, error: { code: 'audit.incomplete', params: { missing: 1, withoutFinding: 1 } } }
    expect(checkAuditComplete(checklist, rest, [])).toEqual(problem)
    expect(createAuditReport(checklist, parts({ answers: rest, findings: [] }))).toEqual(problem)
    expect(checkAuditComplete(checklist, answered({ A8: 'NC' }), [aFinding('1', 'A8', 'major')]).ok).toBe(true)
  })
})

describe('two answers to one item', () => {
  it('AUD-31: count as none until somebody chooses, and nothing is concluded over them', () => {
    const all = answered()
    const disputed: AuditAnswers = { ...all, A4: { result: 'C', reason: '', note: '', hasConflict: true } }
    expect(auditCompleteness(checklist, disputed, [])).toMatchObject({ answered: 11, missingItems: ['A4'] })
    expect(createAuditReport(checklist, parts({ answers: disputed, findings: [] }))).toMatchObject({
      error: { code: 'audit.incomplete', params: { missing: 1, withoutFinding: 0 } },
    })
    const chosen = { ...disputed, A4: { result: 'C', reason: '', note: '', hasConflict: false } } as const
    const sealed = createAuditReport(checklist, parts({ answers: chosen, findings: [] }))
    expect(sealed.ok && sealed.value.answers[3]).toEqual({ itemId: 'A4', result: 'C', reason: '', note: '' })
  })
})

describe('the report', () => {
  it('AUD-7: findings are counted by grade and by clause, clauses in the order of the standard', () => {
    const findings = [
      aFinding('1', null, 'major', '10.2'),
      aFinding('2', null, 'minor', '8.5.1'),
      aFinding('3', null, 'minor', '8.5.1'),
      aFinding('4', null, 'opportunity', '4.3'),
      aFinding('5', null, null, '7.2'),
    ]
    expect(countByGrade(findings)).toEqual({ major: 1, minor: 2, observation: 0, opportunity: 1, strength: 0 })
    expect(countByClause(findings).map(({ clause, counts }) => [clause, counts.minor])).toEqual([
      ['4.3', 0],
      ['8.5.1', 2],
      ['10.2', 0],
    ])
  })

  it('AUD-2: a finding without facts keeps the audit from being closed', () => {
    const findings = [{ ...aFinding('1', 'A8', 'minor'), facts: '' }]
    expect(createAuditReport(checklist, parts({ findings }))).toMatchObject({
      error: { code: 'finding.facts-missing' },
    })
  })

  it('AUD-8: the order of entry changes nothing in the sealed text', () => {
    const given = parts()
    const turned = parts({
      answers: Object.fromEntries(Object.entries(given.answers).reverse()),
      findings: [...given.findings].reverse().map((finding) => ({ ...finding, location: 'device' })),
      evidence: [...given.evidence].reverse(),
    })
    expect(textOf(turned)).toBe(textOf(given))
    expect(textOf(given)).toContain('"number":"KPH/06001/2026/a1-001"')
  })

  it('AUD-8: notes, dates and photos are under the seal', () => {
    const texts = [
      textOf(parts()),
      textOf(parts({ on: writtenDate('19/11/2026') })),
      textOf(parts({ evidence: [] })),
      textOf(
        parts({ answers: { ...answered({ A8: 'NC', A9: 'OBS' }), A1: { result: 'C', reason: '', note: 'khác' } } }),
      ),
    ]
    expect(new Set(texts).size).toBe(texts.length)
  })
})
