/**
 * What a move to a corrected version of the instrument leaves to look at: answers to questions that are no longer asked,
 * which stay on the device as they were given, and answers given to other words. Both are told from the answers and the
 * versions whenever they are asked for, so that answers that arrive later from another device are told of too.
 */
import type { Instrument, LocalText } from '#domain/questionnaire/instrument.ts'
import { moveScores } from '#domain/questionnaire/revision/move-scores.ts'
import { type Answer, isScored } from './answer.ts'

export interface AsideAnswer {
  readonly question: string
  readonly answer: Answer
  readonly text: LocalText
}

export interface MovedRound {
  /** Rule SA-24. */
  readonly aside: readonly AsideAnswer[]
  /** Questions with other words than those that were answered. Rule SA-25. */
  readonly lookAgain: readonly string[]
}

const isGiven = ({ score, reason, note }: Answer): boolean =>
  isScored(score) || score === 'na' || reason.trim() !== '' || note.trim() !== ''

type GivenAnswers = Readonly<Record<string, Answer & { readonly changedAt?: number | null }>>

export interface Move {
  /** Earlier versions, the one the round was moved from first. */
  readonly earlier: readonly Instrument[]
  /** Milliseconds since 1970. */
  readonly at: number
}

export function movedRound(answers: GivenAnswers, to: Instrument, { earlier, at }: Move): MovedRound {
  const [from] = earlier
  if (from === undefined) return { aside: [], lookAgain: [] }
  const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => isGiven(answer)))
  const { aside, lookAgain } = moveScores(given, from, to)
  const textOf = (id: string): LocalText | undefined =>
    earlier.flatMap(({ questions }) => questions).find((question) => question.id === id)?.text
  return {
    aside: aside.map(({ question, answer, text }) => ({ question, answer, text: textOf(question) ?? text })),
    lookAgain: lookAgain.filter((id) => (given[id]?.changedAt ?? 0) <= at),
  }
}
