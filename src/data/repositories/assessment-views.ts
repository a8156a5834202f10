/** Self-assessments as the screens read them, from their rows. Pure: the repository reads, this module arranges. */
import { lastChange } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { primaryHead } from '#domain/change/register.ts'
import { type Answer, type Answers, emptyAnswer, type Score } from '#domain/self-assessment/answer.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { AnswerView, AssessmentView, SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { type Locate, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { answerId } from './assessment-names.ts'
import { type Fielded, field, isDisputed, nullable } from './entity-query.ts'

export const answerOf = (of: Fielded): Answer => ({
  score: nullable<Score>(of, 'score'),
  reason: field(of, 'reason', emptyAnswer.reason),
  note: field(of, 'note', emptyAnswer.note),
})

export const answersByQuestion = (rows: readonly Fielded[]): Answers =>
  Object.fromEntries(rows.map((row) => [field(row, 'question', ''), answerOf(row)]))

/** That and when the round was moved to a corrected version of its instrument. */
export function movedIn({ box }: EntityRow): AssessmentView['moved'] {
  const head = primaryHead(box.movedFrom)
  return typeof head?.v === 'string' ? { from: head.v, at: hlcToMs(head.h) } : null
}

type EvidenceBySubject = ReadonlyMap<string, readonly EvidenceView[]>

export function answerView(
  row: EntityRow,
  assessment: string,
  evidence: EvidenceBySubject,
  locate: Locate,
): AnswerView {
  const questionId = field(row, 'question', '')
  const last = lastChange(row.box)
  return {
    ...answerOf(row),
    questionId,
    evidence: evidence.get(answerId(assessment, questionId)) ?? [],
    location: locate(row),
    changedAt: last ? hlcToMs(last.h) : null,
    changedBy: last?.u ?? null,
    hasConflict: isDisputed(row),
  }
}

export const submissionView = (row: EntityRow, evidence: readonly EvidenceView[], locate: Locate): SubmissionView => {
  const content = field<SubmissionContent>(row, 'content', {} as SubmissionContent)
  return {
    id: row.e,
    content,
    sha256: field(row, 'sha256', ''),
    submittedBy: content.submittedBy ?? lastChange(row.box)?.u ?? '',
    location: worstLocation([locate(row), ...evidence.map(({ location }) => location)]),
    evidence,
  }
}
