/** Self-assessments: rounds of a commune, their answers, and what was submitted for good. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Answer } from '#domain/self-assessment/answer.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import type { EvidenceView } from './evidence-contract.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export interface AssessmentListItem {
  readonly id: string
  readonly unitId: string
  /** E.g. `2026-2`: year and number of the round. */
  readonly round: string
  /** `id@version` of the instrument the round is answered in; changes only where somebody moves the round (SA-24). */
  readonly instrument: string
  readonly edition: string
  readonly startedOn: string
  readonly answered: number
  readonly total: number
  readonly submittedAt: number | null
  readonly location: RecordLocation
}

export interface AnswerView extends Answer {
  readonly questionId: string
  readonly evidence: readonly EvidenceView[]
  readonly location: RecordLocation
  readonly changedAt: number | null
  readonly changedBy: string | null
  readonly hasConflict: boolean
}

export interface AssessmentView extends AssessmentListItem {
  /** The version it was moved from last, and when; null for a round that was never moved. */
  readonly moved: { readonly from: string; readonly at: number } | null
  /** Answers by question id; a question nobody touched is absent. */
  readonly answers: Readonly<Record<string, AnswerView>>
  /** Scores of the round before, by question id, for "lần trước". */
  readonly previousScores: Readonly<Record<string, Answer['score']>>
}

/** What the screen of one question needs, without reading the fifty-one others. */
export interface QuestionView {
  readonly assessment: AssessmentListItem
  /** Null while nobody touched the question. */
  readonly answer: AnswerView | null
  readonly previousScore: Answer['score']
}

/** A sealed submission as the monitor reads it. */
export interface SubmissionView {
  readonly id: string
  readonly content: SubmissionContent
  readonly sha256: string
  readonly submittedBy: string
  readonly location: RecordLocation
  /** Thumbnails and photos known for it, by SHA-256. */
  readonly evidence: readonly EvidenceView[]
}

export interface SelfAssessmentRepository {
  list(unitId: string): Promise<readonly AssessmentListItem[]>
  get(id: string): Promise<AssessmentView | null>
  /** One question of a round; reads a handful of rows, so that an answer is drawn again within a frame. */
  question(id: string, questionId: string): Promise<QuestionView | null>
  /** Opens the next round with the given instrument. */
  start(unitId: string, instrument: string, edition: string): Promise<Result<string, Problem>>
  /**
   * Writes the given fields of one answer and the round's completeness, in one transaction. `seen` is what the answer was
   * when the person began: another that arrived since stays beside the new one (SA-26).
   */
  saveAnswer(id: string, questionId: string, patch: Partial<Answer>, seen?: Answer): SaveResult
  /** Moves a round that is being answered to a corrected version of its instrument, in one gesture. Rule SA-24. */
  move(id: string, to: string): SaveResult
  /** Seals the answers into `pub`. `assessment.incomplete` names how many are missing. */
  submit(id: string): SaveResult
  submissions(unitId: string): Promise<readonly SubmissionView[]>
}
