// The answer to one checklist item: a choice is written at once, "not applicable" waits for its reason (AUD-1), texts
// keep themselves. A choice that waits is kept as a draft, so a killed browser brings it back, unless the audit can
// only be read by now (AUD-9).
import { useEffect, useState } from 'react'
import type { AuditView } from '#data/contract/internal-audit-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type AuditAnswer, type AuditResult, emptyAuditAnswer } from '#domain/internal-audit/audit-result.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { draftsAside } from '#features/drafts-aside.ts'
import { useAutosave } from '#features/use-autosave.ts'
import { itemEntity } from './paths.ts'

type ItemStore = Pick<PersonStore, 'audits' | 'drafts'>

export function useItemAnswer(store: ItemStore, audit: AuditView, itemId: string, canEdit: boolean) {
  const saved: AuditAnswer = audit.items[itemId] ?? emptyAuditAnswer
  const entity = itemEntity(audit.id, itemId)
  const save = (patch: Partial<AuditAnswer>) => store.audits.saveItem(audit.id, itemId, patch)
  const { pending, setPending, forget } = usePendingResult(store, entity, saved.result, canEdit)
  const result = pending ?? saved.result
  const drafts = canEdit ? store.drafts : draftsAside(store.drafts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const reason = useAutosave({
    drafts,
    draftKey: `reason:${entity}`,
    saved: saved.reason,
    save: async (text) => {
      const done = await save(result === 'NA' ? { result, reason: text } : { reason: text })
      if (done.ok && result === 'NA') await forget()
      return done
    },
  })
  const note = useAutosave({
    drafts,
    draftKey: `note:${entity}`,
    saved: saved.note,
    save: (text) => save({ note: text }),
  })
  const choose = async (next: AuditResult): Promise<void> => {
    setProblem(null)
    const waits = next === 'NA' && !hasText(reason.value)
    await setPending(next, waits)
    if (waits) return
    const done = await save(next === 'NA' ? { result: next, reason: reason.value } : { result: next })
    if (!done.ok) return setProblem(done.error)
    setSavedAt(done.value.savedAt)
    await forget()
  }
  return { result, isSaved: pending === null, problem, savedAt, reason, note, choose }
}

/** What was chosen and is not in the store yet. */
function usePendingResult({ drafts }: ItemStore, entity: string, saved: AuditResult | null, canEdit: boolean) {
  const [pending, setPending] = useState<AuditResult | null>(null)
  const key = `result:${entity}`
  useEffect(() => {
    if (!canEdit) return
    void drafts.get(key).then((draft) => draft === 'NA' && setPending((now) => now ?? 'NA'))
  }, [drafts, key, canEdit])
  // The live query has caught up with what was chosen.
  if (pending !== null && pending === saved) setPending(null)
  return {
    pending,
    setPending: async (next: AuditResult, waits: boolean): Promise<void> => {
      setPending(next)
      if (waits) await drafts.put(key, next)
    },
    forget: () => drafts.remove(key),
  }
}

export type ItemAnswer = ReturnType<typeof useItemAnswer>
