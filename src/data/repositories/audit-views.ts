/** Internal audits as the screens read them, from their rows. Pure: the reader reads, this module arranges. */
import { lastChange } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { AuditReportContent } from '#domain/internal-audit/audit-report.ts'
import { type AuditAnswer, type AuditAnswers, emptyAuditAnswer } from '#domain/internal-audit/audit-result.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import { gradeNow } from '#domain/internal-audit/finding-response.ts'
import type { ResponseView } from '#data/contract/audit-on-site-contract.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type {
  AuditItemView,
  AuditListItem,
  AuditReportView,
  FindingView,
} from '#data/contract/internal-audit-contract.ts'
import { type Locate, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { itemId } from './audit-names.ts'
import { type Fielded, field, isDisputed, nullable } from './entity-query.ts'

const noDate: WrittenDate = { text: '', date: null }

export const auditAnswerOf = (of: Fielded): AuditAnswer => ({
  result: nullable<AuditAnswer['result']>(of, 'result'),
  reason: field(of, 'reason', emptyAuditAnswer.reason),
  note: field(of, 'note', emptyAuditAnswer.note),
})

export const auditAnswersByItem = (items: readonly Fielded[]): AuditAnswers =>
  Object.fromEntries(
    items.map((item) => [field(item, 'item', ''), { ...auditAnswerOf(item), hasConflict: isDisputed(item) }]),
  )

export const writtenOn = (of: Fielded): WrittenDate => nullable<WrittenDate>(of, 'on') ?? noDate

export const findingOf = (of: Fielded, id: string): Finding => ({
  id,
  number: field(of, 'number', ''),
  audit: field(of, 'audit', ''),
  item: nullable<Finding['item']>(of, 'item'),
  grade: nullable<Finding['grade']>(of, 'grade'),
  clause: field(of, 'clause', ''),
  facts: field(of, 'facts', ''),
  requirement: field(of, 'requirement', ''),
  objectiveEvidence: field(of, 'objectiveEvidence', ''),
  department: field(of, 'department', ''),
  dueOn: nullable<Finding['dueOn']>(of, 'dueOn'),
})

type EvidenceBySubject = ReadonlyMap<string, readonly EvidenceView[]>

/** What hangs on findings: photos by subject, answers by finding. */
export interface FindingParts {
  readonly evidence: EvidenceBySubject
  readonly responses: ReadonlyMap<string, readonly ResponseView[]>
}

export function findingView(row: EntityRow, { evidence, responses: steps }: FindingParts, locate: Locate): FindingView {
  const last = lastChange(row.box)
  const finding = findingOf(row, row.e)
  const responses = steps.get(row.e) ?? []
  return {
    ...finding,
    grade: gradeNow(finding.grade, responses),
    firstGrade: finding.grade,
    responses,
    feed: row.feed,
    evidence: evidence.get(row.e) ?? [],
    location: locate(row),
    changedAt: last ? hlcToMs(last.h) : 0,
    changedBy: last?.u ?? '',
  }
}

export function itemView(row: EntityRow, audit: string, evidence: EvidenceBySubject, locate: Locate): AuditItemView {
  const item = field(row, 'item', '')
  return {
    ...auditAnswerOf(row),
    itemId: item,
    hasConflict: isDisputed(row),
    evidence: evidence.get(itemId(audit, item)) ?? [],
    location: locate(row),
  }
}

/** `draft` is there for the auditors only, `progress` for everybody who follows the commune. */
export interface AuditRows {
  readonly id: string
  readonly draft: EntityRow | undefined
  readonly progress: EntityRow | undefined
}

export function auditItem({ id, draft, progress }: AuditRows, locate: Locate): AuditListItem {
  const rows = [draft, progress].flatMap((row) => (row ? [row] : []))
  const [head] = rows
  const text = (name: string): string => (head ? field(head, name, '') : '')
  const count = (name: string): number => (progress ? field(progress, name, 0) : 0)
  return {
    id,
    unitId: text('unit'),
    title: text('title'),
    instrument: text('instrument'),
    on: head ? writtenOn(head) : noDate,
    department: text('department'),
    answered: count('answered'),
    total: count('total'),
    findings: count('findings'),
    concludedAt: progress ? nullable<number>(progress, 'concludedAt') : null,
    location: worstLocation(rows.map(locate)),
  }
}

export const reportView = (row: EntityRow, locate: Locate): AuditReportView => ({
  id: row.e,
  content: field<AuditReportContent>(row, 'content', {} as AuditReportContent),
  sha256: field(row, 'sha256', ''),
  location: locate(row),
})
