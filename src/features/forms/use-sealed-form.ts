// The form of what was handed in, for its names and choices; a sealed content can be read without it.
import { useMemo } from 'react'
import type { FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import type { FormSource } from '#features/form-source.ts'
import { type SealedForm, sealedForm } from '#features/sealed-sections.ts'
import { useText } from '#ui/text/text-context.tsx'
import { useCompiled } from './use-filling.ts'

export function useSealedForm(forms: FormSource, content: FillingContent) {
  const { language } = useText('filling')
  const compiled = useCompiled(forms, content.form)
  const column = compiled ? columnOfLanguage(compiled.form, language) : ''
  const form = useMemo((): SealedForm => sealedForm(content, compiled ?? null, column), [content, compiled, column])
  return { compiled, column, form }
}
