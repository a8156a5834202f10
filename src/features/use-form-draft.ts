// A form that is no record yet: what is typed goes to the draft store with the timing of every typed text (D15) and
// comes back after a kill. It becomes a record only by the person's own act, which then drops the draft. Until the
// draft is kept, the form counts as unsaved work, for which a new version of the app waits.
import { useState } from 'react'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { ok } from '#domain/kernel/result.ts'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import { type AutosavedField, useAutosave } from './use-autosave.ts'

export interface FormDraft<V> extends AutosavedField<V> {
  /** After the form became a record. */
  readonly drop: () => Promise<void>
}

export interface FormDraftParts<V> {
  readonly drafts: DraftRepository
  /** Names the draft on disk, e.g. `visit:new:ls25-06001`. */
  readonly draftKey: string
  /** What an untouched form holds. */
  readonly initial: V
  readonly clock: Clock
}

export function useFormDraft<V extends JsonValue>({
  drafts: store,
  draftKey,
  initial,
  clock,
}: FormDraftParts<V>): FormDraft<V> {
  const [saved] = useState(initial)
  // The draft is the only copy: it stays after the "write", until `drop`.
  const [drafts] = useState<DraftRepository>(() => ({ get: store.get, put: store.put, remove: async () => {} }))
  const field = useAutosave<V>({
    drafts,
    draftKey,
    saved,
    save: async (value) => {
      const put = await store.put(draftKey, value)
      return put.ok ? ok({ savedAt: clock.now() }) : put
    },
  })
  useUnsavedWork(field.isUnsaved)
  return {
    ...field,
    drop: async () => {
      await field.flush()
      await store.remove(draftKey)
    },
  }
}
