/**
 * The answers of a self-assessment under a later version of its instrument. Scores go along where the question is still
 * there and answered on the same scale; all others are set aside with the question as it was asked.
 */
import type { Instrument, LocalText } from '../instrument.ts'

interface AsideScore<Answer> {
  readonly question: string
  readonly answer: Answer
  readonly why: 'removed' | 'type'
  /** `id@version` it was given in. */
  readonly version: number
  readonly text: LocalText
}

export interface MovedScores<Answer> {
  readonly answers: Readonly<Record<string, Answer>>
  readonly aside: readonly AsideScore<Answer>[]
  /** Questions whose answer went along although the words are others. */
  readonly lookAgain: readonly string[]
}

const NO_TEXT: LocalText = { vi: '', en: '' }

/** Rule RVS-7. */
export function moveScores<Answer>(
  answers: Readonly<Record<string, Answer>>,
  from: Instrument,
  to: Instrument,
): MovedScores<Answer> {
  const before = new Map(from.questions.map((question) => [question.id, question]))
  const after = new Map(to.questions.map((question) => [question.id, question]))
  const entries = Object.entries(answers)
  const stays = (id: string): boolean => after.has(id) && from.scale === to.scale
  return {
    answers: Object.fromEntries(entries.filter(([id]) => stays(id))),
    aside: entries
      .filter(([id]) => !stays(id))
      .map(([question, answer]) => ({
        question,
        answer,
        why: after.has(question) ? ('type' as const) : ('removed' as const),
        version: from.version,
        text: before.get(question)?.text ?? NO_TEXT,
      })),
    lookAgain: entries.flatMap(([id]) => {
      const [one, other] = [before.get(id)?.text, after.get(id)?.text]
      return stays(id) && one && other && (one.vi !== other.vi || one.en !== other.en) ? [id] : []
    }),
  }
}
