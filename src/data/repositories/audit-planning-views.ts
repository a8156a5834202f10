/** What is planned, out of the rows. A field that nobody wrote reads as `kinds.md` says. */
import type { ApprovalDecision } from '#domain/audit-planning/approval.ts'
import type { Auditor } from '#domain/audit-planning/auditor.ts'
import type { AuditPlan } from '#domain/audit-planning/audit-plan.ts'
import type { AuditSession, SessionType } from '#domain/audit-planning/audit-session.ts'
import { type AuditProgramme, monthsOf, type ProgrammeSlot, type Risk } from '#domain/audit-planning/programme.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ApprovalView } from '#data/contract/audit-planning-contract.ts'
import type { EntityRow } from '#data/rows.ts'
import { type Fielded, field, nullable } from './entity-query.ts'
import type { ReadWritten } from './written-by.ts'

const NO_DAY = '' as LocalDate

const listOf = <T>(of: Fielded, name: string): readonly T[] => {
  const value = nullable<unknown>(of, name)
  return Array.isArray(value) ? (value as T[]) : []
}

export const auditorOf = (of: Fielded, id: string): Auditor => ({
  id,
  unit: field(of, 'unit', ''),
  name: field(of, 'name', ''),
  post: field(of, 'post', ''),
  account: nullable(of, 'account'),
  fields: listOf(of, 'fields'),
  since: field<LocalDate>(of, 'since', NO_DAY),
  until: nullable(of, 'until'),
})

export const programmeOf = (of: Fielded, id: string): AuditProgramme => ({
  id,
  unit: field(of, 'unit', ''),
  year: field(of, 'year', 0),
  objectives: field(of, 'objectives', ''),
  edition: field(of, 'edition', ''),
  scope: field(of, 'scope', ''),
  frequency: field(of, 'frequency', ''),
  risks: field(of, 'risks', ''),
  leader: nullable(of, 'leader'),
})

export const slotOf = (of: Fielded, id: string): ProgrammeSlot => ({
  id,
  programme: field(of, 'programme', ''),
  field: field(of, 'field', ''),
  months: monthsOf(listOf(of, 'months')),
  risk: field<Risk>(of, 'risk', 'middle'),
})

export const planOf = (of: Fielded, id: string): AuditPlan => ({
  id,
  unit: field(of, 'unit', ''),
  programme: nullable(of, 'programme'),
  decisionNumber: field(of, 'decisionNumber', ''),
  decidedOn: nullable<AuditPlan['decidedOn']>(of, 'decidedOn') ?? { text: '', date: null },
  round: field(of, 'round', 1),
  purpose: field(of, 'purpose', ''),
  scope: field(of, 'scope', ''),
  edition: field(of, 'edition', ''),
  from: field<LocalDate>(of, 'from', NO_DAY),
  to: field<LocalDate>(of, 'to', NO_DAY),
  leader: field(of, 'leader', ''),
  members: listOf(of, 'members'),
  sentOn: nullable(of, 'sentOn'),
  audit: nullable(of, 'audit'),
})

export const sessionOf = (of: Fielded, id: string): AuditSession => ({
  id,
  unit: field(of, 'unit', ''),
  plan: field(of, 'plan', ''),
  type: field<SessionType>(of, 'type', 'field'),
  on: field<LocalDate>(of, 'on', NO_DAY),
  from: field(of, 'from', ''),
  to: field(of, 'to', ''),
  place: field(of, 'place', ''),
  field: field(of, 'field', ''),
  clauses: listOf(of, 'clauses'),
  auditors: listOf(of, 'auditors'),
  auditee: field(of, 'auditee', ''),
})

export const approvalOf = (row: EntityRow, written: ReadWritten): ApprovalView => ({
  id: row.e,
  of: field(row, 'of', ''),
  sha256: field(row, 'sha256', ''),
  decision: field<ApprovalDecision>(row, 'decision', 'returned'),
  on: field<LocalDate>(row, 'on', NO_DAY),
  note: field(row, 'note', ''),
  ...written(row),
})
