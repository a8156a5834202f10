/**
 * The report of an internal audit: what is counted for the leaders, and the content that is sealed when the
 * audit is closed. It is sealed in the same way as a submitted self-assessment.
 */
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { localDateAt, VIETNAM_OFFSET_MINUTES, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { type Instrument, instrumentKey } from '#domain/questionnaire/instrument.ts'
import { compareClauseNumbers } from '#domain/standard/clause.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import { checkAuditComplete } from './audit-completeness.ts'
import { type AuditReportMore, moreInOrder } from './audit-report-more.ts'
import { type AuditAnswers, type AuditAnswer, emptyAuditAnswer } from './audit-result.ts'
import { checkFinding, type Finding, type FindingGrade, foundOn } from './finding.ts'
import { checkConclusion } from './report-words.ts'

/** How many findings of each grade. */
export type GradeCounts = Readonly<Record<FindingGrade, number>>

export interface ClauseCounts {
  readonly clause: string
  readonly counts: GradeCounts
}

export interface ReportedAnswer extends AuditAnswer {
  readonly itemId: string
}

/** A piece of evidence as it is sealed: the picture by its hash, never its bytes. */
export interface AuditEvidenceRef {
  /** Id of the checklist item or of the finding it belongs to. */
  readonly subject: string
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly mime: string
  /** Bytes. */
  readonly size: number
  readonly caption: string
}

export interface AuditReportContent extends AuditReportMore {
  readonly auditId: string
  readonly title: string
  readonly on: WrittenDate
  readonly department: string
  /** `id@version`. */
  readonly checklist: string
  readonly edition: EditionId
  readonly unit: string
  /** In the order of the checklist. */
  readonly answers: readonly ReportedAnswer[]
  /** By number. */
  readonly findings: readonly Finding[]
  /** By subject, then by hash. */
  readonly evidence: readonly AuditEvidenceRef[]
  /** ISO 8601 in UTC. */
  readonly closedAt: string
  /** Account id. */
  readonly closedBy: string
}

/** What the caller knows about an audit; the checklist gives the rest. */
export interface AuditReportParts {
  readonly auditId: string
  readonly title: string
  readonly on: WrittenDate
  readonly department: string
  readonly unit: string
  readonly answers: AuditAnswers
  readonly findings: readonly Finding[]
  readonly evidence: readonly AuditEvidenceRef[]
  readonly closedAt: string
  readonly closedBy: string
  /** What an audit on site adds; what is not there is not sealed. */
  readonly more?: AuditReportMore
}

/** Counts of graded findings; drafts without a grade are not counted. Rule AUD-7. */
export function countByGrade(findings: readonly Pick<Finding, 'grade'>[]): GradeCounts {
  const counts = { major: 0, minor: 0, observation: 0, opportunity: 0, strength: 0 }
  for (const { grade } of findings) if (grade !== null) counts[grade] += 1
  return counts
}

/** One row per clause that has findings, in the order of the standard. Rule AUD-7. */
export function countByClause(findings: readonly Pick<Finding, 'grade' | 'clause'>[]): readonly ClauseCounts[] {
  const clauses = [...new Set(findings.filter(({ grade }) => grade !== null).map(({ clause }) => clause))]
  return clauses.sort(compareClauseNumbers).map((clause) => ({
    clause,
    counts: countByGrade(findings.filter((finding) => finding.clause === clause)),
  }))
}

export interface ClauseFieldCounts extends ClauseCounts {
  /** Field of work or department. */
  readonly field: string
}

/** One row per clause and field that has findings; clauses in the order of the standard. Rule AUD-7. */
export function countByClauseAndField(
  findings: readonly Pick<Finding, 'grade' | 'clause' | 'department'>[],
): readonly ClauseFieldCounts[] {
  return countByClause(findings).flatMap(({ clause }) => {
    const ofClause = findings.filter((finding) => finding.clause === clause && finding.grade !== null)
    const fields = [...new Set(ofClause.map(({ department }) => department))].sort(byText((field) => field))
    return fields.map((field) => ({
      clause,
      field,
      counts: countByGrade(ofClause.filter(({ department }) => department === field)),
    }))
  })
}

/** The content to seal, or what is still missing. Rules AUD-2, AUD-6, AUD-8, AUD-19, AUD-20, AUD-23 and AUD-24. */
export function createAuditReport(checklist: Instrument, parts: AuditReportParts): Result<AuditReportContent, Problem> {
  const complete = checkAuditComplete(checklist, parts.answers, parts.findings)
  if (!complete.ok) return complete
  const closedOn = localDateAt(Date.parse(parts.closedAt), VIETNAM_OFFSET_MINUTES)
  for (const finding of parts.findings) {
    const checked = checkFinding(finding, foundOn(parts.on, closedOn))
    if (!checked.ok) return checked
  }
  const concluded = checkConclusion(parts.more?.words?.conclusion ?? null, parts.findings)
  if (!concluded.ok) return concluded
  return ok({ ...contentInOrder(checklist, parts), ...moreInOrder(parts.more ?? {}) })
}

const byText =
  <T>(textOf: (value: T) => string) =>
  (a: T, b: T): number => {
    const left = textOf(a)
    const right = textOf(b)
    return left < right ? -1 : left > right ? 1 : 0
  }

function contentInOrder(checklist: Instrument, parts: AuditReportParts): AuditReportContent {
  return {
    auditId: parts.auditId,
    title: parts.title,
    on: { text: parts.on.text, date: parts.on.date },
    department: parts.department,
    checklist: instrumentKey(checklist),
    edition: checklist.edition,
    unit: parts.unit,
    answers: answersInOrder(checklist, parts.answers),
    findings: parts.findings.map(sealedFinding).sort(byText(({ number, id }) => `${number}\n${id}`)),
    evidence: parts.evidence
      .map(({ subject, sha256, mime, size, caption }) => ({ subject, sha256, mime, size, caption }))
      .sort(byText((ref) => `${ref.subject}\n${ref.sha256}\n${canonicalJson(ref)}`)),
    closedAt: parts.closedAt,
    closedBy: parts.closedBy,
  }
}

/** Only the fields of a finding: whatever a repository adds for its own use is not sealed. */
function sealedFinding(finding: Finding): Finding {
  const { id, number, audit, item, grade, clause, facts, requirement, objectiveEvidence, department, dueOn } = finding
  return { id, number, audit, item, grade, clause, facts, requirement, objectiveEvidence, department, dueOn }
}

function answersInOrder(checklist: Instrument, answers: AuditAnswers): readonly ReportedAnswer[] {
  return checklist.questions.map(({ id }) => {
    const { result, reason, note } = answers[id] ?? emptyAuditAnswer
    return { itemId: id, result, reason, note }
  })
}

/** The bytes whose SHA-256 seals the report. Rule AUD-8. */
export const auditReportBytes = (content: AuditReportContent): Uint8Array => utf8Bytes(canonicalJson(content))
