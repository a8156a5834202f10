/**
 * Findings that call for a corrective action nobody opened yet. Late requests are told (CA-18); a finding without one would
 * be late nowhere, although nothing was begun. Until when it has time is in `due.ts`.
 */
import { type FindingGrade, isNonconformity } from '#domain/internal-audit/finding.ts'
import type { GradeStep } from '#domain/internal-audit/finding-response.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'

/** A finding as it was published, and the steps after it. */
export interface PublishedGrade {
  readonly firstGrade: FindingGrade | null
  /** Milliseconds since 1970. */
  readonly publishedAt: number
  readonly steps: readonly GradeStep[]
}

const dayOf = (ms: number): LocalDate => localDateAt(ms, VIETNAM_OFFSET_MINUTES)

/**
 * The day from which on a finding has called for a corrective action without a break; null where by the grade that holds now
 * it calls for none. Answers of the auditee change nothing. Rule CA-29.
 */
export function calledForSince({ firstGrade, publishedAt, steps }: PublishedGrade): LocalDate | null {
  const inOrder = steps.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  let since = isNonconformity(firstGrade) ? publishedAt : null
  for (const { grade, at } of inOrder) {
    if (grade === null) continue
    since = isNonconformity(grade) ? (since ?? at) : null
  }
  return since === null ? null : dayOf(since)
}
