/**
 * The result of one checklist item. As in the self-assessment, "not applicable" counts only with a reason.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

/** Conforming, nonconforming, observation, opportunity for improvement, not applicable. */
export type AuditResult = 'C' | 'NC' | 'OBS' | 'OFI' | 'NA'

/** In the order a form offers them. */
export const auditResults: readonly AuditResult[] = ['C', 'NC', 'OBS', 'OFI', 'NA']

export interface AuditAnswer {
  /** Null until the auditor has decided. */
  readonly result: AuditResult | null
  /** Why the item does not apply; needed with NA. */
  readonly reason: string
  /** What was seen: dossier codes, documents, positions of those asked. */
  readonly note: string
  /** Two people wrote differently without sight of each other, and nobody chose yet; never sealed. */
  readonly hasConflict?: boolean
}

/** Answers by item id; a missing one is an item not looked at yet. */
export type AuditAnswers = Readonly<Record<string, AuditAnswer>>

export const emptyAuditAnswer: AuditAnswer = Object.freeze({ result: null, reason: '', note: '' })

/** Refuses "not applicable" without a reason. Rule AUD-1. */
export function checkAuditAnswer(answer: AuditAnswer): Result<AuditAnswer, Problem> {
  const isMissing = answer.result === 'NA' && !hasText(answer.reason)
  return isMissing ? err({ code: 'answer.reason-missing' }) : ok(answer)
}

/** True when the item has one result, and it counts. Rules AUD-1 and AUD-31. */
export const isAuditAnswered = (answer: AuditAnswer | undefined): answer is AuditAnswer =>
  answer !== undefined && answer.result !== null && !answer.hasConflict && checkAuditAnswer(answer).ok
