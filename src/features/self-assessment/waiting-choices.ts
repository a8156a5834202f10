// "Not applicable" that was chosen over another level and still lacks its reason is a draft on this device: the record has
// the level from before. Whoever looks at the whole round is shown what the question shows, and nothing is handed in
// over it. Never where answers are given: there what the store has counts as seen.
import type { AnswerView, AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { choiceDraft } from './paths.ts'

/** Only what has a level is looked up: an unanswered question waits anyway. Rule SA-34. */
export async function withWaitingChoices(
  drafts: PersonStore['drafts'],
  round: AssessmentView | null,
): Promise<AssessmentView | null> {
  if (round === null || round.submittedAt !== null) return round
  const given = Object.entries(round.answers).filter(([, { score }]) => score !== null)
  const choices = await Promise.all(given.map(([question]) => drafts.get(choiceDraft(round.id, question))))
  const waiting = given.filter((_, at) => choices[at] === 'na')
  const answers = waiting.map(([question, answer]): readonly [string, AnswerView] => [
    question,
    { ...answer, score: 'na', reason: '' },
  ])
  return waiting.length === 0 ? round : { ...round, answers: { ...round.answers, ...Object.fromEntries(answers) } }
}
