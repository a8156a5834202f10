/**
 * Scores by clause, one level below the chapters: "7" says little where documents are kept well and nobody was trained.
 * The same mean as everywhere: scored questions only.
 */
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { compareClauseNumbers } from '#domain/standard/clause.ts'
import type { Answers } from './answer.ts'
import { type Distribution, resultOf } from './results.ts'

export interface ClauseScore {
  /** `7.5`; questions outside the standard have none and are left out. */
  readonly clause: string
  /** 0 to 3; null where nothing is scored. */
  readonly mean: number | null
  readonly counts: Distribution
  readonly questions: readonly string[]
}

/** `7.5` for `7.5.3` and for `7.5`. */
const clauseInChapter = (clause: string): string => clause.split('.').slice(0, 2).join('.')

/** In the order of the standard. Rule SA-16. */
export function clauseScores(instrument: Instrument, answers: Answers): readonly ClauseScore[] {
  const asked = instrument.questions.flatMap((question) =>
    question.clause === null ? [] : [{ question, clause: clauseInChapter(question.clause) }],
  )
  const clauses = [...new Set(asked.map(({ clause }) => clause))].sort(compareClauseNumbers)
  return clauses.map((clause) => {
    const questions = asked.filter((one) => one.clause === clause).map(({ question }) => question)
    return { clause, ...resultOf(questions, answers), questions: questions.map(({ id }) => id) }
  })
}
