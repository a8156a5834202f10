// The answer to one content of the outline: a choice is written at once, "not applicable" waits for its reason (INS-2),
// what was seen keeps itself. A choice that waits is kept as a draft, so a killed browser brings it back.
import { useEffect, useState } from 'react'
import type { InspectionView } from '#data/contract/inspection-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { inspectionItemId } from '#domain/inspection/inspection-names.ts'
import { emptyItemAnswer, type ItemAnswer, type ItemResult } from '#domain/inspection/outline.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { draftsAside } from '#features/drafts-aside.ts'
import { useAutosave } from '#features/use-autosave.ts'

type OutlineStore = Pick<PersonStore, 'inspections' | 'drafts'>

export function useOutlineAnswer(store: OutlineStore, inspection: InspectionView, item: string, canEdit: boolean) {
  const { unit, id } = inspection
  const saved = inspection.answers[item] ?? emptyItemAnswer
  const entity = inspectionItemId(id, item)
  const write = (patch: Partial<ItemAnswer>) => store.inspections.answer(unit, id, item, patch)
  const { pending, setPending, forget } = usePendingNa(store, entity, saved.result, canEdit)
  const result = pending ?? saved.result
  const [problem, setProblem] = useState<Problem | null>(null)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const note = useAutosave({
    drafts: canEdit ? store.drafts : draftsAside(store.drafts),
    draftKey: `note:${entity}`,
    saved: saved.note,
    save: async (text) => {
      const done = await write(pending === null ? { note: text } : { result: pending, note: text })
      if (done.ok) await forget()
      return done
    },
  })
  const choose = async (next: ItemResult): Promise<void> => {
    setProblem(null)
    const waits = next === 'na' && !hasText(note.value)
    await setPending(next, waits)
    if (waits) return
    const done = await write(next === 'na' ? { result: next, note: note.value } : { result: next })
    if (!done.ok) return setProblem(done.error)
    setSavedAt(done.value.savedAt)
    await forget()
  }
  const waitsForReason = result === 'na' && !hasText(note.value)
  return { result, waitsForReason, isSaved: pending === null, problem, savedAt, note, choose }
}

/** What was chosen and is not in the store yet. */
function usePendingNa({ drafts }: OutlineStore, entity: string, saved: ItemResult | null, canEdit: boolean) {
  const [pending, setPending] = useState<ItemResult | null>(null)
  const key = `result:${entity}`
  useEffect(() => {
    if (!canEdit) return
    void drafts.get(key).then((draft) => draft === 'na' && setPending((now) => now ?? 'na'))
  }, [drafts, key, canEdit])
  // The live query has caught up with what was chosen.
  if (pending !== null && pending === saved) setPending(null)
  return {
    pending,
    setPending: async (next: ItemResult, waits: boolean): Promise<void> => {
      setPending(next)
      if (waits) await drafts.put(key, next)
    },
    forget: () => drafts.remove(key),
  }
}

export type OutlineAnswer = ReturnType<typeof useOutlineAnswer>
