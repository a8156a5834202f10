/** Internal audits: the auditor's checklist and findings while working, and what was reported for good. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { AuditAnswer } from '#domain/internal-audit/audit-result.ts'
import type { AuditReportContent } from '#domain/internal-audit/audit-report.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import type { OnSiteView, ResponseView } from './audit-on-site-contract.ts'
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
  /** Two people answered it without seeing each other (AUD-21). */
  readonly hasConflict: boolean
  readonly evidence: readonly EvidenceView[]
  readonly location: RecordLocation
}

/** `grade` is the one that holds now (AUD-17). */
export interface FindingView extends Finding {
  readonly feed: string
  /** As it was first published. */
  readonly firstGrade: FindingGrade | null
  /** The steps after it, in the order they were taken. */
  readonly responses: readonly ResponseView[]
  readonly evidence: readonly EvidenceView[]
  readonly location: RecordLocation
  readonly changedAt: number
  readonly changedBy: string
}

export interface AuditView extends AuditListItem, OnSiteView {
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
  /** Chosen clauses of the instrument; all of it where left out (AUD-10). */
  readonly clauses?: readonly string[] | null
  /** Plan it follows: its sessions give meetings and shares. */
  readonly plan?: string | null
  /** Published forms whose questions are taken whole as own items, `id@version` (AUD-27). */
  readonly forms?: readonly string[]
}

export interface PublishedFindingView extends FindingView {
  readonly unitId: string
  /** A corrective action was opened for it: from then on that one says what is due. */
  readonly hasRequest: boolean
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
  publishedFindings(unitIds: readonly string[]): Promise<readonly PublishedFindingView[]>
  reports(unitId: string): Promise<readonly AuditReportView[]>
  /** The report of one audit, also for those who follow the commune; null where there is none here. */
  reportOf(unitId: string, auditId: string): Promise<AuditReportView | null>
}
