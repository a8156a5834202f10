import { describe, expect, it } from 'vitest'
import { sealedReportProblem } from '#domain/internal-audit/sealed-report.ts'

const finding = { id: 'f1', item: 'A8', grade: 'minor', facts: 'Trả sau ngày hẹn', dueOn: null }
const answers = [
  { itemId: 'A1', result: 'C', reason: '', note: '' },
  { itemId: 'A2', result: 'NA', reason: 'xã không có', note: '' },
  { itemId: 'A8', result: 'NC', reason: '', note: '' },
]
const report = (patch: object = {}) => ({ auditId: 'a', answers, findings: [finding], ...patch })
const codeOf = (patch: object) => sealedReportProblem(report(patch))?.code

describe('a sealed audit report that arrives', () => {
  it('AUD-6: is complete by what it lists, also with results and grades of a later version', () => {
    expect(sealedReportProblem(report())).toBeNull()
    expect(codeOf({ answers: [...answers, { itemId: 'B1', result: 'BETTER' }] })).toBeUndefined()
    expect(codeOf({ findings: [finding, { ...finding, item: null, grade: 'praise' }] })).toBeUndefined()
  })

  it('AUD-2, AUD-6: every item has a result, every nonconformity a finding, every finding its facts and grade', () => {
    expect(codeOf({ answers: [...answers, { itemId: 'A3', result: null }] })).toBe('audit.incomplete')
    expect(codeOf({ answers: [{ itemId: 'A2', result: 'NA', reason: ' ' }] })).toBe('audit.incomplete')
    expect(codeOf({ findings: [] })).toBe('audit.incomplete')
    expect(codeOf({ findings: [finding, { ...finding, grade: null }] })).toBe('finding.grade-missing')
    expect(codeOf({ findings: [{ ...finding, facts: '' }] })).toBe('finding.facts-missing')
  })

  it('AUD-19: its conclusion does not say the opposite of its findings', () => {
    const findings = [{ ...finding, grade: 'major' }]
    expect(codeOf({ findings, words: { conclusion: 'fit' } })).toBe('audit.conclusion-contradicts')
    expect(codeOf({ findings, words: { conclusion: 'not-fit' } })).toBeUndefined()
  })
})
