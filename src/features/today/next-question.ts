// The first question of a round that has no answer yet, in the order of the instrument; before it, the question that was
// being photographed when the page was killed. A chunk of its own.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { returnToCapture } from '#features/capture-return.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'

export async function nextQuestion(
  store: Pick<PersonStore, 'assessments' | 'drafts'>,
  id: string,
): Promise<string | undefined> {
  await returnToCapture(store)
  const round = await store.assessments.get(id)
  const instrument = round ? await loadInstrument(round.instrument) : undefined
  return round && instrument ? unansweredQuestions(instrument, round.answers)[0] : undefined
}
