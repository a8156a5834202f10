// A form that is no record yet: what is typed goes to the draft store with the timing of every typed text (D15) and
// comes back after a kill. It becomes a record only by the person's own act, which then drops the draft.
import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { ok } from '#domain/kernel/result.ts'
import { useAutosave } from '#features/use-autosave.ts'
import type { VisitForm } from './visit-form.ts'

type FormDraftParts = {
  readonly drafts: DraftRepository
  readonly clock: Clock
  readonly draftKey: string
  readonly form: UseFormReturn<VisitForm>
  readonly initial: VisitForm
}

export function useFormDraft({ drafts: store, clock, draftKey, form, initial }: FormDraftParts) {
  const [saved] = useState(initial)
  // The draft is the only copy: it stays after the "write", until `drop`.
  const [drafts] = useState<DraftRepository>(() => ({
    get: (key) => store.get(key),
    put: (key, value) => store.put(key, value),
    remove: async () => {},
  }))
  const field = useAutosave<VisitForm>({
    drafts,
    draftKey,
    saved,
    save: async (value) => {
      const put = await store.put(draftKey, value)
      return put.ok ? ok({ savedAt: clock.now() }) : put
    },
  })
  const { value, change } = field
  const { reset, getValues, watch } = form
  useEffect(() => {
    if (JSON.stringify(value) !== JSON.stringify(getValues())) reset(value, { keepErrors: true })
  }, [value, reset, getValues])
  useEffect(() => {
    const typing = watch((values, { name }) => name !== undefined && change(structuredClone(values) as VisitForm))
    return () => typing.unsubscribe()
  }, [watch, change])
  const drop = async (): Promise<void> => {
    await field.flush()
    await store.remove(draftKey)
  }
  return { ...field, drop }
}
