/**
 * How late an analysis may promise its work without saying why. Asked of whoever writes the analysis, never of a move that
 * was made: one of before has no reason and counts as it did.
 */
import { defaultDueOn, type FindingGrade } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { Move } from './move.ts'

export interface Promised {
  readonly grade: FindingGrade | null
  readonly issuedOn: LocalDate
  /** The day the request itself asks for. */
  readonly dueOn: LocalDate | null
  /** Id of the inspection it comes from: there the team sets the days (INS-3). */
  readonly inspection: string | null
}

/** The last day that needs no reason; null where neither grade nor request has one. Rule CA-27. */
export function latestDay({ grade, issuedOn, dueOn, inspection }: Promised): LocalDate | null {
  const byGrade = grade === null ? null : defaultDueOn(grade, issuedOn)
  if (dueOn === null || byGrade === null) return dueOn ?? byGrade
  return inspection !== null || dueOn < byGrade ? dueOn : byGrade
}

/** The day that a promise runs past, or null where it keeps to it. Rule CA-27. */
export function dayPassed({ name, dueOn }: Pick<Move, 'name' | 'dueOn'>, request: Promised): LocalDate | null {
  const latest = latestDay(request)
  const promised = name === 'submit-analysis' ? (dueOn?.date ?? null) : null
  return promised !== null && latest !== null && promised > latest ? latest : null
}

/** A later day without its reason. Rule CA-27. */
export const promiseProblem = (move: Pick<Move, 'name' | 'dueOn' | 'words'>, request: Promised): Problem | null =>
  !hasText(move.words) && dayPassed(move, request) !== null ? { code: 'corrective.promise-reason' } : null
