/**
 * The way through a round: what is still open, what stands in the way of handing in or of a declaration, and which of it
 * comes next from where the person is.
 */
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { type Answer, isAnswered } from './answer.ts'
import { readinessOf } from './results.ts'

/** Why a question stands in the way, the gravest first. */
export type Obstacle =
  /** Two people answered differently; somebody has to choose. */
  | 'conflict'
  /** "Not applicable" without its reason. */
  | 'reason'
  /** Not answered: the round cannot be handed in. */
  | 'unanswered'
  /** A key question at 0 or not applicable: no declaration. */
  | 'key'

type AnswersOnTheWay = Readonly<Record<string, Answer & { readonly hasConflict?: boolean }>>

function obstacleOf(answer: AnswersOnTheWay[string] | undefined, isBlocking: boolean): Obstacle | null {
  if (answer?.hasConflict === true) return 'conflict'
  if (answer?.score === 'na' && !isAnswered(answer)) return 'reason'
  if (!isAnswered(answer)) return 'unanswered'
  return isBlocking ? 'key' : null
}

/** By question id, in the order of the instrument. Rule SA-21. */
export function obstaclesOf(instrument: Instrument, answers: AnswersOnTheWay): ReadonlyMap<string, Obstacle> {
  const blocking = new Set(readinessOf(instrument, answers).blocking.map(({ question }) => question))
  return new Map(
    instrument.questions.flatMap(({ id }) => {
      const obstacle = obstacleOf(answers[id], blocking.has(id))
      return obstacle === null ? [] : [[id, obstacle] as const]
    }),
  )
}

/** Questions with two different answers, in the order of the instrument: nothing is handed in over them. Rule SA-27. */
export const disputedQuestions = ({ questions }: Instrument, answers: AnswersOnTheWay): readonly string[] =>
  questions.filter(({ id }) => answers[id]?.hasConflict === true).map(({ id }) => id)

/**
 * The next of these questions behind the one the person is at, from the beginning again after the last; undefined where
 * there is no other. Rule SA-22.
 */
export function nextOf({ questions }: Instrument, wanted: ReadonlySet<string>, at: string): string | undefined {
  const from = questions.findIndex(({ id }) => id === at) + 1
  return [...questions.slice(from), ...questions.slice(0, from)].find(({ id }) => id !== at && wanted.has(id))?.id
}
