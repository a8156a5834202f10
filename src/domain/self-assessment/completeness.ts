/**
 * How much of an assessment is answered. This is all the monitor of an area sees of a draft (decision D4),
 * so it is counted apart from the answers themselves.
 */
import type { Instrument, Question } from '#domain/questionnaire/instrument.ts'
import { type Answers, isAnswered } from './answer.ts'

export interface SectionCompleteness {
  readonly answered: number
  readonly total: number
}

export interface Completeness extends SectionCompleteness {
  /** By section id. */
  readonly bySection: Readonly<Record<string, SectionCompleteness>>
}

/** Rule SA-3. */
export function assessmentCompleteness(instrument: Instrument, answers: Answers): Completeness {
  const count = (questions: readonly Question[]): SectionCompleteness => ({
    answered: questions.filter((question) => isAnswered(answers[question.id])).length,
    total: questions.length,
  })
  const ofSection = (id: string) => instrument.questions.filter((question) => question.section === id)
  return {
    ...count(instrument.questions),
    bySection: Object.fromEntries(instrument.sections.map(({ id }) => [id, count(ofSection(id))])),
  }
}

/** Ids of the questions still to be answered, in the order of the instrument. */
export const unansweredQuestions = (instrument: Instrument, answers: Answers): readonly string[] =>
  instrument.questions.filter((question) => !isAnswered(answers[question.id])).map((question) => question.id)
