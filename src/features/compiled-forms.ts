// The last few forms, read and compiled: reading and compiling five hundred questions takes a while on a cheap phone, so
// a list does it before anybody asks, and whoever asks while it is being done waits for the same.
import { compileForm, type CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import type { FormSource } from '#features/form-source.ts'

export const FORMS_KEPT = 3

const compiledForms = new Map<string, CompiledForm>()
const underWay = new Map<string, Promise<CompiledForm | null>>()

async function compile(forms: FormSource, key: string): Promise<CompiledForm | null> {
  const form = await forms.load(key)
  const compiled = form && compileForm(form)
  if (!compiled?.ok) return null
  if (compiledForms.size >= FORMS_KEPT) compiledForms.delete(compiledForms.keys().next().value ?? '')
  compiledForms.set(key, compiled.value)
  return compiled.value
}

/** At once, where it was read before. */
export const knownForm = (key: string): CompiledForm | undefined => compiledForms.get(key)

/** Null where this device has no such form. */
export async function loadCompiled(forms: FormSource, key: string): Promise<CompiledForm | null> {
  const known = compiledForms.get(key)
  if (known) return known
  const running = underWay.get(key) ?? compile(forms, key).finally(() => underWay.delete(key))
  underWay.set(key, running)
  return running
}
