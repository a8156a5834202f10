/**
 * A submission arranged as it stands on paper: chapter by chapter what the commune sealed with what was found beside it,
 * and the figures counted twice, from the commune's own levels and with the levels that were found in their place.
 */
import type { Instrument, Question, Section } from '#domain/questionnaire/instrument.ts'
import { type Answer, type Answers, emptyAnswer } from './answer.ts'
import { clauseScores } from './clause-scores.ts'
import { assessmentCompleteness } from './completeness.ts'
import { assessmentResults, type BlockingQuestion, resultOf } from './results.ts'
import type { SubmissionContent } from './submission.ts'
import {
  isVerified,
  type Verification,
  verificationCount,
  type Verifications,
  verifiedAnswers,
} from './verification.ts'

export interface SheetRow {
  readonly question: Question
  readonly own: Answer
  /** Null where nobody verified the question. */
  readonly found: Verification | null
  /** Photos and documents that were sealed with the answer. */
  readonly evidence: number
}

/** Means from 0 to 3, null where nothing is scored; `verified` also where nobody verified any of these questions. */
export interface TwoMeans {
  readonly own: number | null
  readonly verified: number | null
}

export interface SheetChapter {
  readonly section: Section
  readonly mean: TwoMeans
  /** In the order of the instrument. */
  readonly rows: readonly SheetRow[]
}

export interface SheetClause {
  readonly clause: string
  readonly mean: TwoMeans
  /** Ids of its questions at 0 or 1, as verified where they are. */
  readonly lacking: readonly string[]
}

export interface SheetFigures {
  readonly mean: number | null
  readonly answered: number
  readonly total: number
  readonly notApplicable: number
  /** Key questions that are not met. */
  readonly blocking: readonly BlockingQuestion[]
}

export interface AssessmentSheet {
  readonly chapters: readonly SheetChapter[]
  /** In the order of the standard. */
  readonly clauses: readonly SheetClause[]
  readonly own: SheetFigures
  /** Null while nobody verified anything. */
  readonly verified: SheetFigures | null
  readonly count: { readonly verified: number; readonly total: number; readonly differing: number }
}

function figuresOf(instrument: Instrument, answers: Answers): SheetFigures {
  const { overall, readiness } = assessmentResults(instrument, answers)
  const { answered, total } = assessmentCompleteness(instrument, answers)
  return {
    mean: overall.mean,
    answered,
    total,
    notApplicable: overall.counts.notApplicable,
    blocking: readiness.blocking,
  }
}

type Counted = { readonly own: Answers; readonly verifications: Verifications }

/** A mean of what was found stands where somebody verified something of it: else it would be the commune's own again. */
function meansOf({ own, verifications }: Counted, questions: readonly Question[]): TwoMeans {
  const isLookedAt = questions.some(({ id }) => isVerified(verifications[id]))
  return {
    own: resultOf(questions, own).mean,
    verified: isLookedAt ? resultOf(questions, verifiedAnswers(own, verifications)).mean : null,
  }
}

function rowOf(question: Question, { own, verifications }: Counted, evidence: SubmissionContent['evidence']): SheetRow {
  const verification = verifications[question.id]
  return {
    question,
    own: own[question.id] ?? emptyAnswer,
    found: isVerified(verification) ? verification : null,
    evidence: evidence.filter(({ questionId }) => questionId === question.id).length,
  }
}

function chaptersOf(instrument: Instrument, counted: Counted, evidence: SubmissionContent['evidence']) {
  return instrument.sections.map((section): SheetChapter => {
    const questions = instrument.questions.filter((question) => question.section === section.id)
    return {
      section,
      mean: meansOf(counted, questions),
      rows: questions.map((question) => rowOf(question, counted, evidence)),
    }
  })
}

function clausesOf(instrument: Instrument, counted: Counted): readonly SheetClause[] {
  const given = verifiedAnswers(counted.own, counted.verifications)
  return clauseScores(instrument, counted.own).map(({ clause, questions }) => ({
    clause,
    mean: meansOf(
      counted,
      instrument.questions.filter(({ id }) => questions.includes(id)),
    ),
    lacking: questions.filter((id) => given[id]?.score === 0 || given[id]?.score === 1),
  }))
}

/** Rule SA-32. */
export function assessmentSheet(
  instrument: Instrument,
  content: Pick<SubmissionContent, 'answers' | 'evidence'>,
  verifications: Verifications,
): AssessmentSheet {
  const own: Answers = Object.fromEntries(content.answers.map((answer) => [answer.questionId, answer]))
  const counted = { own, verifications }
  const { verified, total, differing } = verificationCount(instrument, own, verifications)
  return {
    chapters: chaptersOf(instrument, counted, content.evidence),
    clauses: clausesOf(instrument, counted),
    own: figuresOf(instrument, own),
    verified: verified === 0 ? null : figuresOf(instrument, verifiedAnswers(own, verifications)),
    count: { verified, total, differing: differing.length },
  }
}
