/**
 * One answer of a self-assessment. "Not applicable" is an answer only together with its reason, because a
 * commune could otherwise leave out what it does not like (SA-1).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

/**
 * 0 nothing there, 1 there but incomplete, 2 documented but not applied evenly, 3 complete, applied, recorded;
 * `na` not applicable; null not answered yet.
 */
export type Score = 0 | 1 | 2 | 3 | 'na' | null

export interface Answer {
  readonly score: Score
  /** Why the question does not apply; needed with `na`. */
  readonly reason: string
  readonly note: string
}

/** Answers by question id; a missing entry is an unanswered question. */
export type Answers = Readonly<Record<string, Answer>>

export const emptyAnswer: Answer = Object.freeze({ score: null, reason: '', note: '' })

const scores: ReadonlySet<unknown> = new Set<Score>([0, 1, 2, 3, 'na', null])

/** What this version writes; a level of a later version that came from elsewhere stays readable. Rule SA-30. */
export const checkScore = (score: Score | undefined): Result<true, Problem> =>
  score === undefined || scores.has(score) ? ok(true) : err({ code: 'answer.no-score' })

/** Refuses "not applicable" without a reason. Rule SA-1. */
export function checkAnswer(answer: Answer): Result<Answer, Problem> {
  return answer.score === 'na' && !hasText(answer.reason) ? err({ code: 'answer.reason-missing' }) : ok(answer)
}

/** Rule SA-2. */
export const isAnswered = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer.score !== null && checkAnswer(answer).ok

/** Scores that count towards a mean: `na` and unanswered do not. */
export const isScored = (score: Score): score is 0 | 1 | 2 | 3 => score !== null && score !== 'na'
