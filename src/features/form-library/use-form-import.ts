// A spreadsheet on its way to being a form: chosen, read away from the page, and either everything that is wrong with it
// or the form, ready to be looked through. Nothing is kept until it is published.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export type ImportPhase =
  | { readonly at: 'pick' }
  | { readonly at: 'reading' }
  | { readonly at: 'refused'; readonly file: string; readonly problems: readonly FormProblem[] }
  | { readonly at: 'preview'; readonly form: Form }

export function useFormImport(
  { store, platform }: ScreenProps,
  first: Form | undefined,
  onPublished: (key: string) => void,
) {
  const [phase, setPhase] = useState<ImportPhase>(first ? { at: 'preview', form: first } : { at: 'pick' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPublishing, setPublishing] = useState(false)
  const pick = async (files: readonly File[]): Promise<void> => {
    const workbooks = await platform.workbooks?.()
    if (files.length === 0 || workbooks === undefined) return
    setProblem(null)
    setPhase({ at: 'reading' })
    const read = await workbooks.readForm(files)
    const file = files.find(({ name }) => !/\.csv$/i.test(name))?.name ?? files[0]?.name ?? ''
    setPhase(read.ok ? { at: 'preview', form: read.value } : { at: 'refused', file, problems: read.error })
  }
  const publish = async (form: Form): Promise<void> => {
    setPublishing(true)
    const published = await store.forms.publish(form)
    setPublishing(false)
    if (published.ok) onPublished(published.value)
    else setProblem(published.error)
  }
  return {
    phase,
    problem,
    isPublishing,
    pick: (files: readonly File[]) => void pick(files),
    publish: (form: Form) => void publish(form),
    again: () => {
      setProblem(null)
      setPhase({ at: 'pick' })
    },
  }
}
