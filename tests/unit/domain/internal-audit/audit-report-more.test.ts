import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type AuditReportMore, moreInOrder } from '#domain/internal-audit/audit-report-more.ts'
import {
  type AuditReportParts,
  auditReportBytes,
  countByClauseAndField,
  createAuditReport,
} from '#domain/internal-audit/audit-report.ts'
import type { AuditAnswers } from '#domain/internal-audit/audit-result.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { noReportWords } from '#domain/internal-audit/report-words.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { internalAuditShortV1 as checklist } from '#domain/questionnaire/instruments/internal-audit-short-v1.ts'

const answers: AuditAnswers = Object.fromEntries(
  checklist.questions.map(({ id }) => [id, { result: 'C', reason: '', note: '' } as const]),
)
const parts = (patch: Partial<AuditReportParts> = {}): AuditReportParts => ({
  auditId: 'audit-1',
  title: 'Đánh giá nội bộ lần 1',
  on: writtenDate('20/11/2026'),
  department: 'Một cửa',
  unit: 'ls25-06001',
  answers,
  findings: [],
  evidence: [],
  closedAt: '2026-11-21T03:00:00.000Z',
  closedBy: 'acc-2',
  ...patch,
})
const finding = (grade: FindingGrade, clause = '8.5.1', department = 'Một cửa') => ({
  id: `${grade}${clause}`,
  number: 'KPH/06001/2026/a1-001',
  audit: 'audit-1',
  item: null,
  grade,
  clause,
  facts: 'Hồ sơ H01 trả trễ',
  requirement: '',
  objectiveEvidence: '',
  department,
  dueOn: null,
})
const codeOf = (patch: Partial<AuditReportParts>) => {
  const report = createAuditReport(checklist, parts(patch))
  return report.ok ? 'ok' : report.error.code
}
const bytesOf = (patch: Partial<AuditReportParts>) => {
  const report = createAuditReport(checklist, parts(patch))
  if (!report.ok) throw new Error(report.error.code)
  return createHash('sha256').update(auditReportBytes(report.value)).digest('hex')
}

describe('the report of an audit on site', () => {
  it('AUD-19: does not conclude that the conditions are met beside a major nonconformity', () => {
    const fit: AuditReportMore = { words: { ...noReportWords, conclusion: 'fit' } }
    expect(codeOf({ more: fit })).toBe('ok')
    expect(codeOf({ more: fit, findings: [finding('minor')] })).toBe('ok')
    expect(codeOf({ more: fit, findings: [finding('major')] })).toBe('audit.conclusion-contradicts')
    const after: AuditReportMore = { words: { ...noReportWords, conclusion: 'fit-after-correction' } }
    expect(codeOf({ more: after, findings: [finding('major')] })).toBe('ok')
  })

  it('AUD-20: without anything more it is sealed to the bytes it always had', () => {
    const before = '7a3ac3789c64968784da3b349020e12f68053cba2d520b9654e4b279fc2d1564'
    expect(bytesOf({})).toBe(before)
    expect(bytesOf({ more: { samples: [], meetings: [], words: noReportWords } })).toBe(before)
  })

  it('AUD-20: seals every part in an order of its own, whoever wrote first', () => {
    const sample = (dossier: string) => ({ field: 'Đất đai', item: null, dossier, state: 'late' as const, note: '' })
    const meeting = (type: 'opening' | 'closing', from: string) => ({
      type,
      on: '2026-11-20' as LocalDate,
      from,
      to: '17:00',
      place: 'Phòng họp',
      notes: '',
      attendance: [],
    })
    const own = (id: string, order: number) => ({ id, order, clause: '', document: 'QT-01', question: '?' })
    const more: AuditReportMore = {
      samples: [sample('2'), sample('1')],
      meetings: [meeting('closing', '16:00'), meeting('opening', '08:00')],
      ownItems: [own('b', 2), own('a', 1)],
    }
    const ordered = moreInOrder(more)
    expect(ordered.samples?.map(({ dossier }) => dossier)).toEqual(['1', '2'])
    expect(ordered.meetings?.map(({ type }) => type)).toEqual(['opening', 'closing'])
    expect(ordered.ownItems?.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(Object.keys(ordered)).toEqual(['ownItems', 'samples', 'meetings'])
  })

  it('AUD-7: counts by clause and field of work', () => {
    const findings = [
      finding('minor', '8.5.1', 'Đất đai'),
      finding('major', '7.2'),
      finding('strength', '8.5.1', 'Một cửa'),
    ]
    expect(
      countByClauseAndField(findings).map(({ clause, field, counts }) => [clause, field, counts.strength]),
    ).toEqual([
      ['7.2', 'Một cửa', 0],
      ['8.5.1', 'Một cửa', 1],
      ['8.5.1', 'Đất đai', 0],
    ])
  })
})
