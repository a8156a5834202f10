// The jumps from a question to the next one that is open, or that stands in the way. The answers are read when somebody
// jumps: a screen of one question reads its own only, so that a choice is painted within a frame.
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { nextOf, obstaclesOf } from '#domain/self-assessment/way.ts'
import { useToast } from '#ui/toast-provider.tsx'
import { useRoundWords } from './round-words.ts'
import { withWaitingChoices } from './waiting-choices.ts'

export type Wanted = 'unanswered' | 'obstacle'

type WayParts = {
  readonly store: Pick<PersonStore, 'assessments' | 'drafts'>
  readonly id: string
  readonly instrument: Instrument
}

/** Goes nowhere and says so where no other question is wanted. */
export function useWay({ store, id, instrument }: WayParts, goTo: (question: string) => void) {
  const { t } = useRoundWords()
  const showToast = useToast()
  return async (wanted: Wanted, at: string): Promise<void> => {
    const round = await withWaitingChoices(store.drafts, await store.assessments.get(id))
    if (round === null) return
    const obstacles = Array.from(obstaclesOf(instrument, round.answers))
    const found = obstacles.filter(([, obstacle]) => wanted === 'obstacle' || obstacle === 'unanswered')
    const next = nextOf(instrument, new Set(found.map(([question]) => question)), at)
    if (next === undefined) showToast({ text: t(`answering.none.${wanted}`), tone: 'note' })
    else goTo(next)
  }
}
