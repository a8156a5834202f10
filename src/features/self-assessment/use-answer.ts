// The answer to one question while it is on the screen. A choice is painted at once and written at once; "not
// applicable" waits for its reason (SA-1) and is kept as a draft until then, so a killed browser brings it back. What
// was chosen stays on the screen until the store shows the same, also when a write failed.
import { useRef, useState } from 'react'
import type { AnswerView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { type Answer, emptyAnswer, type Score } from '#domain/self-assessment/answer.ts'
import { draftsAside } from '#features/drafts-aside.ts'
import { useAutosave } from '#features/use-autosave.ts'
import { answerEntity, choiceDraft } from './paths.ts'

type AnswerStore = Pick<PersonStore, 'assessments' | 'drafts'>

export interface AnswerParts {
  readonly store: AnswerStore
  readonly id: string
  readonly questionId: string
  readonly stored: AnswerView | null
  /** "Not applicable" was chosen earlier and still lacks its reason. */
  readonly hasWaitingChoice: boolean
  /** Without it nothing is brought back from a draft: a submitted round stays as it was submitted. */
  readonly canEdit: boolean
}

interface WriteState {
  readonly isWriting: boolean
  readonly savedAt: number | null
  readonly problem: Problem | null
}

const isBlank = (text: string): boolean => !hasText(text)

export function useAnswer({ store, id, questionId, stored, hasWaitingChoice, canEdit }: AnswerParts) {
  const saved: Answer = stored ?? emptyAnswer
  const known: Score = canEdit && hasWaitingChoice ? 'na' : saved.score
  const [chosen, setChosen] = useState<Score>(null)
  const score = chosen ?? known
  const shown = stored?.hasConflict === true ? undefined : saved
  const { write, state, settled } = useWrite(store, id, questionId, shown)
  const textStore = canEdit ? store : { assessments: store.assessments, drafts: draftsAside(store.drafts) }
  const texts = useTexts(textStore, id, questionId, { saved, score, hasConflict: stored?.hasConflict === true })
  const { reason, note } = texts
  // The live query has caught up with what was chosen.
  if (chosen !== null && chosen === known && !state.isWriting && state.problem === null) setChosen(null)
  const choose = (next: Score): void => {
    setChosen(next)
    if (next === 'na' && isBlank(reason.value)) return write.waiting()
    write.answer(next === 'na' ? { score: next, reason: reason.value } : { score: next })
  }
  const waitsForReason = score === 'na' && isBlank(reason.value)
  const isSettled = async (): Promise<boolean> =>
    !waitsForReason && (await Promise.all([settled(), reason.flush(), note.flush()])).every(Boolean)
  return { score, waitsForReason, choose, retry: () => choose(score), state, reason, note, isSettled }
}

export type AnswerOnScreen = ReturnType<typeof useAnswer>

interface TextsOf {
  readonly saved: Answer
  readonly score: Score
  readonly hasConflict: boolean
}

function useTexts(store: AnswerStore, id: string, questionId: string, { saved, score, hasConflict }: TextsOf) {
  /** Where both sides are shown, both were seen. */
  const seen = (texts: Partial<Answer>): Answer | undefined => (hasConflict ? undefined : { ...saved, ...texts })
  const entity = answerEntity(id, questionId)
  const reason = useAutosave({
    drafts: store.drafts,
    draftKey: `reason:${entity}`,
    saved: saved.reason,
    save: async (text, before) => {
      const patch = score === 'na' ? { score, reason: text } : { reason: text }
      const done = await store.assessments.saveAnswer(id, questionId, patch, seen({ reason: before }))
      if (done.ok && score === 'na') await store.drafts.remove(choiceDraft(id, questionId))
      return done
    },
  })
  const note = useAutosave({
    drafts: store.drafts,
    draftKey: `note:${entity}`,
    saved: saved.note,
    save: (text, before) => store.assessments.saveAnswer(id, questionId, { note: text }, seen({ note: before })),
  })
  return { reason, note }
}

/** Writes choices one after the other; only the newest one speaks. */
function useWrite({ assessments, drafts }: AnswerStore, id: string, questionId: string, shown: Answer | undefined) {
  const [state, setState] = useState<WriteState>({ isWriting: false, savedAt: null, problem: null })
  const newest = useRef<Promise<boolean>>(Promise.resolve(true))
  const run = (task: () => Promise<Partial<WriteState>>): void => {
    const mine: Promise<boolean> = task().then((outcome) => {
      if (newest.current === mine) setState((before) => ({ ...before, isWriting: false, ...outcome }))
      return (outcome.problem ?? null) === null
    })
    newest.current = mine
    setState((before) => ({ ...before, isWriting: true, problem: null }))
  }
  const write = {
    answer: (patch: Partial<Answer>): void =>
      run(async () => {
        const saved = await assessments.saveAnswer(id, questionId, patch, shown)
        if (!saved.ok) return { problem: saved.error }
        await drafts.remove(choiceDraft(id, questionId))
        return { savedAt: saved.value.savedAt }
      }),
    waiting: (): void =>
      run(async () => {
        const kept = await drafts.put(choiceDraft(id, questionId), 'na')
        return { savedAt: null, problem: kept.ok ? null : kept.error }
      }),
  }
  return { state, write, settled: () => newest.current }
}
