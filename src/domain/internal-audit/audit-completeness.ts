/**
 * How far an internal audit is, and what keeps it from being closed: items without a result, and
 * nonconforming items that no finding describes yet.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { type AuditAnswers, isAuditAnswered } from './audit-result.ts'
import { type Finding, isNonconformity } from './finding.ts'

export interface AuditCompleteness {
  readonly answered: number
  readonly total: number
  /** Items still without a result, in the order of the checklist. */
  readonly missingItems: readonly string[]
  /** Nonconforming items without a finding graded major or minor. */
  readonly itemsWithoutFinding: readonly string[]
}

type FindingLink = Pick<Finding, 'item' | 'grade'>

/** Rule AUD-5. */
export function auditCompleteness(
  checklist: Instrument,
  answers: AuditAnswers,
  findings: readonly FindingLink[],
): AuditCompleteness {
  const described = new Set(findings.filter(({ grade }) => isNonconformity(grade)).map(({ item }) => item))
  const items = checklist.questions.map(({ id }) => id)
  const missingItems = items.filter((id) => !isAuditAnswered(answers[id]))
  const itemsWithoutFinding = items.filter((id) => answers[id]?.result === 'NC' && !described.has(id))
  return { answered: items.length - missingItems.length, total: items.length, missingItems, itemsWithoutFinding }
}

/** Rule AUD-6: params `missing` (items) and `withoutFinding` (nonconforming items). */
export function checkAuditComplete(
  checklist: Instrument,
  answers: AuditAnswers,
  findings: readonly FindingLink[],
): Result<true, Problem> {
  const { missingItems, itemsWithoutFinding } = auditCompleteness(checklist, answers, findings)
  const missing = missingItems.length
  const withoutFinding = itemsWithoutFinding.length
  if (missing === 0 && withoutFinding === 0) return ok(true)
  return err({ code: 'audit.incomplete', params: { missing, withoutFinding } })
}
