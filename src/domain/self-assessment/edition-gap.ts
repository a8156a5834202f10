/**
 * What is missing to each edition of the standard, from one set of answers. A clause is met when nothing asked for it is
 * at 0 or 1; what the bank does not ask is named as such.
 */
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import { clausesOf, type EditionClause, speaksFor } from '#domain/standard/edition-clauses.ts'
import { type Answers, isAnswered } from './answer.ts'

export type ClauseStanding = 'met' | 'gap' | 'unanswered' | 'not-applicable' | 'not-asked'

export interface ClauseGap {
  readonly clause: EditionClause
  readonly standing: ClauseStanding
  /** Questions that speak for it. */
  readonly questions: readonly string[]
  /** Those at 0 or 1. */
  readonly gaps: readonly string[]
}

function standingOf(questions: readonly string[], gaps: readonly string[], answers: Answers): ClauseStanding {
  if (questions.length === 0) return 'not-asked'
  if (gaps.length > 0) return 'gap'
  if (questions.some((id) => !isAnswered(answers[id]))) return 'unanswered'
  return questions.every((id) => answers[id]?.score === 'na') ? 'not-applicable' : 'met'
}

/** In the order of the edition. Rule SA-20. */
export function editionGap(edition: EditionId, instrument: Instrument, answers: Answers): readonly ClauseGap[] {
  return clausesOf(edition).map((clause) => {
    const questions = instrument.questions.flatMap((question) =>
      question.clause !== null && speaksFor(question.clause, clause) ? [question.id] : [],
    )
    const gaps = questions.filter((id) => answers[id]?.score === 0 || answers[id]?.score === 1)
    return { clause, standing: standingOf(questions, gaps, answers), questions, gaps }
  })
}

/** How many clauses stand how; a clause whose change nobody asks about counts under its answers, and is named apart. */
export function standingCounts(gaps: readonly ClauseGap[]): Readonly<Record<ClauseStanding, number>> {
  const counts = { met: 0, gap: 0, unanswered: 0, 'not-applicable': 0, 'not-asked': 0 }
  for (const { standing } of gaps) counts[standing] += 1
  return counts
}
