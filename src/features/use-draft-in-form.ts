// Ties a draft to a form of react-hook-form: what a killed browser left comes back into the form, and what is typed
// goes out to the draft.
import { useEffect, useLayoutEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { FormDraft } from './use-form-draft.ts'

export function useDraftInForm<V extends FieldValues>(
  form: UseFormReturn<V>,
  { value, change }: Pick<FormDraft<V>, 'value' | 'change'>,
): void {
  const { reset, getValues, watch } = form
  useEffect(() => {
    if (JSON.stringify(value) !== JSON.stringify(getValues())) reset(value, { keepErrors: true })
  }, [value, reset, getValues])
  // As soon as the field is seen: what is typed before is no part of the draft, which would then take its place.
  useLayoutEffect(() => {
    // The form goes on changing its own object; the draft needs one that stays as it is.
    const typing = watch((values, { name }) => name !== undefined && change(structuredClone(values) as V))
    return () => typing.unsubscribe()
  }, [watch, change])
}
