/**
 * What the team writes under an audit: how it went, what is good, whether the conditions are met, and what it recommends.
 * A conclusion may not say the opposite of the findings above it.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Finding } from './finding.ts'

/** Conditions to declare or keep the declaration: met, met once the shortcomings are closed, not met. */
export type AuditConclusion = 'fit' | 'fit-after-correction' | 'not-fit'

export const auditConclusions: readonly AuditConclusion[] = ['fit', 'fit-after-correction', 'not-fit']

export interface ReportWords {
  /** How the audit went. */
  readonly process: string
  readonly strengths: string
  /** How far the system conforms and works. */
  readonly effectiveness: string
  /** Null until the team has decided. */
  readonly conclusion: AuditConclusion | null
  readonly recommendations: string
  /** What is put to the leaders. */
  readonly proposals: string
}

export const noReportWords: ReportWords = Object.freeze({
  process: '',
  strengths: '',
  effectiveness: '',
  conclusion: null,
  recommendations: '',
  proposals: '',
})

export const hasReportWords = (words: ReportWords): boolean =>
  words.conclusion !== null || Object.values(words).some((text) => typeof text === 'string' && text.trim() !== '')

/** "Conditions met" does not stand beside a major nonconformity. Rule AUD-19. */
export function checkConclusion(
  conclusion: AuditConclusion | null,
  findings: readonly Pick<Finding, 'grade'>[],
): Result<true, Problem> {
  const hasMajor = findings.some(({ grade }) => grade === 'major')
  return conclusion === 'fit' && hasMajor ? err({ code: 'audit.conclusion-contradicts' }) : ok(true)
}
