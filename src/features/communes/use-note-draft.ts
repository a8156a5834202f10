// What a follower writes while judging a stage is no record until they decide; so the words are kept as a draft, come
// back after a kill, and are dropped once the decision is recorded.
import { useState } from 'react'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import { ok } from '#domain/kernel/result.ts'
import { useAutosave } from '#features/use-autosave.ts'

/** A type, not an interface: a draft is JSON. */
export type NoteDraft = { readonly on: string; readonly note: string }

export function useNoteDraft(store: DraftRepository, draftKey: string, initial: NoteDraft) {
  const [saved] = useState(initial)
  // The draft is the only copy: it stays after the "write", until `drop`.
  const [drafts] = useState<DraftRepository>(() => ({
    get: (key) => store.get(key),
    put: (key, value) => store.put(key, value),
    remove: async () => {},
  }))
  const field = useAutosave<NoteDraft>({
    drafts,
    draftKey,
    saved,
    save: async (value) => {
      const put = await store.put(draftKey, value)
      return put.ok ? ok({ savedAt: Date.now() }) : put
    },
  })
  const drop = async (): Promise<void> => {
    await field.flush()
    await store.remove(draftKey)
  }
  return { ...field, drop }
}
