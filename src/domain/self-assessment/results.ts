/**
 * What a self-assessment says: means and distributions per chapter, and whether the commune is ready to
 * declare. A key question cannot be evaded: leaving it out or calling it not applicable blocks as a zero does.
 */
import type { Instrument, Question } from '#domain/questionnaire/instrument.ts'
import { type Answer, type Answers, isAnswered, isScored } from './answer.ts'

/** How many questions got which answer; the counts add up to the number of questions. */
export interface Distribution {
  readonly zero: number
  readonly one: number
  readonly two: number
  readonly three: number
  readonly notApplicable: number
  readonly unanswered: number
}

export interface SectionResult {
  readonly section: string
  /** Mean of the scored questions, 0 to 3; null when none is scored. */
  readonly mean: number | null
  readonly counts: Distribution
}

export type BlockingCause = 'zero' | 'unanswered' | 'not-applicable'

export interface BlockingQuestion {
  readonly question: string
  readonly cause: BlockingCause
}

export interface Readiness {
  readonly isReady: boolean
  /** Key questions that block, in the order of the instrument. */
  readonly blocking: readonly BlockingQuestion[]
}

export interface AssessmentResults {
  readonly overall: Omit<SectionResult, 'section'>
  readonly sections: readonly SectionResult[]
  readonly readiness: Readiness
}

const bucketOf = (answer: Answer | undefined): keyof Distribution => {
  if (!isAnswered(answer)) return 'unanswered'
  if (!isScored(answer.score)) return 'notApplicable'
  return (['zero', 'one', 'two', 'three'] as const)[answer.score]
}

/** Mean and distribution of some questions. Rules SA-4 and SA-5. */
export function resultOf(questions: readonly Question[], answers: Answers): Omit<SectionResult, 'section'> {
  const counts = { zero: 0, one: 0, two: 0, three: 0, notApplicable: 0, unanswered: 0 }
  for (const question of questions) counts[bucketOf(answers[question.id])] += 1
  const scored = counts.zero + counts.one + counts.two + counts.three
  const sum = counts.one + 2 * counts.two + 3 * counts.three
  return { mean: scored === 0 ? null : sum / scored, counts }
}

const blockingCause = (answer: Answer | undefined): BlockingCause | null => {
  if (!isAnswered(answer)) return 'unanswered'
  if (answer.score === 'na') return 'not-applicable'
  return answer.score === 0 ? 'zero' : null
}

/** Rule SA-6. */
export function readinessOf(instrument: Instrument, answers: Answers): Readiness {
  const blocking = instrument.questions.flatMap((question) => {
    const cause = question.isKey ? blockingCause(answers[question.id]) : null
    return cause === null ? [] : [{ question: question.id, cause }]
  })
  return { isReady: blocking.length === 0, blocking }
}

export function assessmentResults(instrument: Instrument, answers: Answers): AssessmentResults {
  return {
    overall: resultOf(instrument.questions, answers),
    sections: instrument.sections.map(({ id }) => ({
      section: id,
      ...resultOf(
        instrument.questions.filter((question) => question.section === id),
        answers,
      ),
    })),
    readiness: readinessOf(instrument, answers),
  }
}
