/** Internal audits: the auditor's checklist and findings while working, and what was reported for good. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { AuditAnswer } from '#domain/internal-audit/audit-result.ts'
import type { AuditReportContent } from '#domain/internal-audit/audit-report.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import type { EvidenceView } from './evidence-contract.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export interface AuditListItem {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly instrument: string
  readonly on: WrittenDate
  readonly department: string
  readonly answered: number
  readonly total: number
  readonly findings: number
  readonly concludedAt: number | null
  readonly location: RecordLocation
}

export interface AuditItemView extends AuditAnswer {
  readonly itemId: string
  readonly evidence: readonly EvidenceView[]
  readonly location: RecordLocation
}

export interface FindingView extends Finding {
  readonly feed: string
  readonly evidence: readonly EvidenceView[]
  readonly location: RecordLocation
  readonly changedAt: number
  readonly changedBy: string
}

export interface AuditView extends AuditListItem {
  readonly items: Readonly<Record<string, AuditItemView>>
  readonly findingViews: readonly FindingView[]
}

export interface AuditReportView {
  readonly id: string
  readonly content: AuditReportContent
  readonly sha256: string
  readonly location: RecordLocation
}

export interface NewAudit {
  readonly unitId: string
  readonly instrument: string
  readonly title: string
  readonly on: WrittenDate
  readonly department: string
}

export interface InternalAuditRepository {
  list(unitId: string): Promise<readonly AuditListItem[]>
  get(id: string): Promise<AuditView | null>
  start(audit: NewAudit): Promise<Result<string, Problem>>
  saveItem(id: string, itemId: string, patch: Partial<AuditAnswer>): SaveResult
  /** Creates (no id) or changes a finding. A new one gets its local number at once (never collides). */
  saveFinding(
    auditId: string,
    finding: Omit<Finding, 'id' | 'number' | 'audit'> & { readonly id?: string },
  ): Promise<Result<string, Problem>>
  removeFinding(auditId: string, findingId: string): SaveResult
  /** Seals the report and publishes the findings into `pub`. */
  conclude(id: string): SaveResult
  /** Findings everybody who follows the commune may see. */
  publishedFindings(unitIds: readonly string[]): Promise<readonly (FindingView & { readonly unitId: string })[]>
  reports(unitId: string): Promise<readonly AuditReportView[]>
}
