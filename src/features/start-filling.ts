// Begins a filling of a commune, or at a visit: what the form fills in by itself is stored with the first gesture (FIL-7).
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, type Result } from '#domain/kernel/result.ts'
import { definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { firstAnswers } from '#domain/questionnaire/filling/first-answers.ts'
import { progressOf } from '#domain/questionnaire/filling/progress.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { loadCompiled } from './compiled-forms.ts'
import { sessionOptions } from './filling-session.ts'
import type { ScreenProps } from './screen-props.ts'

export async function startFilling(
  { store, clock }: ScreenProps,
  unitId: string,
  form: string,
  language: string,
  visit?: string,
): Promise<Result<string, Problem>> {
  const compiled = await loadCompiled(store.forms, form)
  if (compiled === null) return err({ code: 'filling.not-found' })
  const session = new FormSession(compiled, sessionOptions({ store, clock }, compiled, language))
  const definitions = definitionsOf(compiled)
  const answers = firstAnswers(session, definitions)
  const progress = progressOf(session, definitions)
  return store.fillings.start({ unitId, form, answers, progress, ...(visit !== undefined && { visit }) })
}
