import type { Auditor } from '#domain/audit-planning/auditor.ts'
import type { AuditPlan } from '#domain/audit-planning/audit-plan.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

export const day = (text: string): LocalDate => text as LocalDate
export const UNIT = 'ls25-06001'
export const OTHER = 'ls25-06002'

export const anAuditor = (id: string, more: Partial<Auditor> = {}): Auditor => ({
  id,
  unit: UNIT,
  name: `Đánh giá viên ${id}`,
  post: '',
  account: null,
  fields: [],
  since: day('2026-01-01'),
  until: null,
  ...more,
})

export const aPlan = (more: Partial<AuditPlan> = {}): AuditPlan => ({
  id: 'plan-1',
  unit: UNIT,
  programme: null,
  decisionNumber: '12/QĐ-UBND',
  decidedOn: { text: '20/11/2026', date: day('2026-11-20') },
  round: 1,
  purpose: 'Xem hệ thống có vận hành',
  scope: 'Một cửa',
  edition: '2015',
  from: day('2026-12-01'),
  to: day('2026-12-02'),
  leader: 'a',
  members: ['b'],
  sentOn: null,
  audit: null,
  ...more,
})

export const aSession = (id: string, more: Partial<AuditSession> = {}): AuditSession => ({
  id,
  unit: UNIT,
  plan: 'plan-1',
  type: 'field',
  on: day('2026-12-01'),
  from: '08:30',
  to: '10:00',
  place: 'Một cửa',
  field: 'Hộ tịch',
  clauses: ['8.5.1'],
  auditors: ['a'],
  auditee: 'Công chức tư pháp – hộ tịch',
  ...more,
})

export const opening = aSession('s0', { type: 'opening', from: '08:00', to: '08:30', field: '' })
export const closing = aSession('s9', { type: 'closing', on: day('2026-12-02'), from: '16:00', to: '17:00', field: '' })
