// A form that is no record yet: what is typed goes to the draft store with the timing of every typed text (D15) and
// comes back after a kill. It becomes a record only by the person's own act, which then drops the draft.
import { useState } from 'react'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { ok } from '#domain/kernel/result.ts'
import { type AutosavedField, useAutosave } from '#features/use-autosave.ts'

export interface FormDraft<V> extends AutosavedField<V> {
  /** After the form became a record. */
  readonly drop: () => Promise<void>
}

export function useFormDraft<V extends JsonValue>(
  store: DraftRepository,
  draftKey: string,
  initial: V,
  clock: Clock,
): FormDraft<V> {
  const [saved] = useState(initial)
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
  return {
    ...field,
    drop: async () => {
      await field.flush()
      await store.remove(draftKey)
    },
  }
}
