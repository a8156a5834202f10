/**
 * What a commune hands in. The content is put into one order and one text, so that its SHA-256 (computed by
 * the caller, the domain has no hash) proves later that nothing was changed. An unanswered assessment cannot
 * be submitted (SA-7).
 */
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { type Instrument, instrumentKey } from '#domain/questionnaire/instrument.ts'
import type { Pace } from '#domain/honest-answering/honest-answering.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import { type Answer, type Answers, emptyAnswer } from './answer.ts'
import { unansweredQuestions } from './completeness.ts'

/** A piece of evidence as it is sealed: the picture by its hash, never its bytes. */
export interface EvidenceRef {
  readonly questionId: string
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly mime: string
  /** Bytes. */
  readonly size: number
  readonly caption: string
}

export interface SubmittedAnswer extends Answer {
  readonly questionId: string
}

export interface SubmissionContent {
  readonly assessmentId: string
  /** `id@version`. */
  readonly instrument: string
  readonly edition: EditionId
  readonly unit: string
  readonly round: string
  /** In the order of the instrument. */
  readonly answers: readonly SubmittedAnswer[]
  readonly evidence: readonly EvidenceRef[]
  /** ISO 8601 in UTC. */
  readonly submittedAt: string
  /** Account id. */
  readonly submittedBy: string
  /** 2, 3 … for a correction after the round was sent back; absent in the first submission of a round. */
  readonly revision?: number
  /** Id of the submission it corrects. */
  readonly corrects?: string
  /** The quickest stretch of answering, where it was conspicuous (HON-2): nothing else tells a reviewer of it. */
  readonly pace?: Pace
}

/** What the caller knows about a submission; the instrument gives the rest. */
export interface SubmissionParts {
  readonly assessmentId: string
  readonly unit: string
  readonly round: string
  readonly answers: Answers
  readonly evidence: readonly EvidenceRef[]
  readonly submittedAt: string
  readonly submittedBy: string
  readonly revision?: number
  readonly corrects?: string
  readonly pace?: Pace
}

/** Rule SA-7. */
export function checkSubmittable(instrument: Instrument, answers: Answers): Result<true, Problem> {
  const missing = unansweredQuestions(instrument, answers).length
  return missing === 0 ? ok(true) : err({ code: 'assessment.incomplete', params: { missing } })
}

/** Puts a complete assessment into the one order in which it is sealed. Rules SA-7 and SA-8. */
export function createSubmission(instrument: Instrument, parts: SubmissionParts): Result<SubmissionContent, Problem> {
  const submittable = checkSubmittable(instrument, parts.answers)
  if (!submittable.ok) return submittable
  return ok({
    assessmentId: parts.assessmentId,
    instrument: instrumentKey(instrument),
    edition: instrument.edition,
    unit: parts.unit,
    round: parts.round,
    answers: answersInOrder(instrument, parts.answers),
    evidence: evidenceInOrder(instrument, parts.evidence),
    submittedAt: parts.submittedAt,
    submittedBy: parts.submittedBy,
    ...(parts.revision !== undefined && { revision: parts.revision }),
    ...(parts.corrects !== undefined && { corrects: parts.corrects }),
    ...(parts.pace !== undefined && { pace: parts.pace }),
  })
}

function answersInOrder(instrument: Instrument, answers: Answers): readonly SubmittedAnswer[] {
  return instrument.questions.map(({ id }) => {
    const { score, reason, note } = answers[id] ?? emptyAnswer
    return { questionId: id, score, reason, note }
  })
}

function evidenceInOrder(instrument: Instrument, evidence: readonly EvidenceRef[]): readonly EvidenceRef[] {
  const rank = new Map(instrument.questions.map(({ id }, index) => [id, index]))
  const place = (ref: EvidenceRef) => rank.get(ref.questionId) ?? instrument.questions.length
  return evidence
    .map(({ questionId, sha256, mime, size, caption }) => ({ questionId, sha256, mime, size, caption }))
    .sort((a, b) => place(a) - place(b) || compareText(canonicalJson(a), canonicalJson(b)))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The bytes whose SHA-256 seals the submission. Rules KERNEL-5 and KERNEL-6. */
export const submissionBytes = (content: SubmissionContent): Uint8Array => utf8Bytes(canonicalJson(content))
