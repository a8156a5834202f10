/**
 * What happens to a self-assessment after it was handed in: the monitor goes through it question by question, agrees or
 * finds another level and says why, and closes it, or sends it back for a correction. The sealed answers are never
 * touched: what was found stands beside them, as registers of its own that merge question by question.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { type Answer, type Answers, checkScore, emptyAnswer, type Score } from './answer.ts'

/** What the monitor found about one question; a level of null is none yet. */
export interface Verification {
  readonly level: Score
  /** Why it is another level than the commune gave itself. */
  readonly reason: string
}

/** By question id; a missing entry is a question nobody verified. */
export type Verifications = Readonly<Record<string, Verification>>

export const noVerification: Verification = Object.freeze({ level: null, reason: '' })

/** What somebody decided about the whole submission; null while nobody did. */
export type Decision = 'closed' | 'reopened' | null

export type SubmissionState =
  /** Handed in, nothing verified yet. */
  | 'submitted'
  /** Some or all questions verified, nothing decided. */
  | 'verifying'
  | 'closed'
  /** Sent back for a correction that has not been handed in yet. */
  | 'reopened'
  /** A later revision took its place. */
  | 'superseded'

export interface Standing {
  readonly decision: Decision
  readonly verified: number
  readonly total: number
  /** Questions about which two people wrote different findings, and nobody chose one. */
  readonly disputed: number
  /** Whether a later revision of the same round was handed in. */
  readonly isSuperseded: boolean
}

/** Rule SA-11. */
export function submissionState({ decision, verified, isSuperseded }: Standing): SubmissionState {
  if (isSuperseded) return 'superseded'
  return decision ?? (verified > 0 ? 'verifying' : 'submitted')
}

export const isVerified = (verification: Verification | undefined): verification is Verification =>
  verification !== undefined && verification.level !== null

/** Whether the monitor found another level than the commune gave itself. Rule SA-10. */
export const differs = (own: Pick<Answer, 'score'>, verification: Verification | undefined): boolean =>
  isVerified(verification) && verification.level !== own.score

/** Refuses another level without a reason, and anything about a question that was not sealed. Rules SA-10, SA-28, SA-30. */
export function checkVerification(
  own: Pick<Answer, 'score'> | undefined,
  verification: Verification,
): Result<Verification, Problem> {
  if (own === undefined) return err({ code: 'verification.no-question' })
  const level = checkScore(verification.level)
  if (!level.ok) return level
  return differs(own, verification) && !hasText(verification.reason)
    ? err({ code: 'verification.reason-missing' })
    : ok(verification)
}

/** Whether questions of a submission in this state may still be verified. Rule SA-11. */
export const isOpenToVerify = (state: SubmissionState): boolean => state === 'submitted' || state === 'verifying'

/** Whether the decision may be taken now. Rules SA-11, SA-12 and SA-29. */
export function checkDecision(
  standing: Standing,
  decision: Exclude<Decision, null>,
  reason: string,
): Result<true, Problem> {
  const state = submissionState(standing)
  const missing = standing.total - standing.verified
  if (decision === 'closed') {
    if (!isOpenToVerify(state)) return err({ code: 'verification.not-open' })
    if (missing > 0) return err({ code: 'verification.incomplete', params: { missing } })
    const { disputed } = standing
    return disputed > 0 ? err({ code: 'verification.disputed', params: { count: disputed } }) : ok(true)
  }
  if (state === 'superseded' || state === 'reopened') return err({ code: 'verification.not-open' })
  return !hasText(reason) ? err({ code: 'verification.reason-missing' }) : ok(true)
}

/** Questions of the instrument that somebody verified, and those where the level differs, in its order. */
export function verificationCount(instrument: Instrument, answers: Answers, verifications: Verifications) {
  const verified = instrument.questions.filter(({ id }) => isVerified(verifications[id]))
  const differing = verified.filter(({ id }) => differs(answers[id] ?? emptyAnswer, verifications[id]))
  return {
    verified: verified.length,
    total: instrument.questions.length,
    differing: differing.map(({ id }) => id),
    waiting: instrument.questions.filter(({ id }) => !isVerified(verifications[id])).map(({ id }) => id),
  }
}

/** The answers with the level the monitor found in place of the commune's own, where one was found. Rule SA-14. */
export function verifiedAnswers(answers: Answers, verifications: Verifications): Answers {
  const of = ([question, answer]: readonly [string, Answer]): readonly [string, Answer] => {
    const found = verifications[question]
    if (!differs(answer, found) || found === undefined) return [question, answer]
    return [question, { ...answer, score: found.level, reason: found.level === 'na' ? found.reason : answer.reason }]
  }
  return Object.fromEntries(Object.entries(answers).map(of))
}

const rank = (score: Score): number => (typeof score === 'number' ? score : Number.POSITIVE_INFINITY)

/** Why a question calls for an improvement: its own level, or the lower one that was found; null where it does not. Rule SA-15. */
export function gapOf(own: Pick<Answer, 'score'>, verification?: Verification): 'own' | 'verified' | null {
  if (differs(own, verification) && rank(verification?.level ?? null) < rank(own.score)) return 'verified'
  const level = isVerified(verification) ? verification.level : own.score
  return level === 0 || level === 1 ? 'own' : null
}
