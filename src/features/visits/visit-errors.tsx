// What still keeps the visit from being saved, in the order of the form, each line leading to its field.
import type { UseFormReturn } from 'react-hook-form'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useVisitWords } from './use-visit-words.ts'
import type { VisitForm } from './visit-form.ts'

const asked = ['on', 'from', 'to', 'stage', 'flag', 'done'] as const

/** A message is a problem code, or the name of the field that is empty. */
export function useErrorText(): (message: string | undefined) => string | undefined {
  const { t } = useVisitWords()
  const textOf = useProblemText()
  return (message) => {
    if (message === undefined) return undefined
    return isProblemCode(message) ? textOf({ code: message }) : t(`missing.${message}`)
  }
}

export const VisitErrors = ({ form }: { readonly form: UseFormReturn<VisitForm> }) => {
  const { t } = useVisitWords()
  const errorText = useErrorText()
  const { errors, submitCount } = form.formState
  const items = asked.flatMap((fieldName) => {
    const text = errorText(errors[fieldName]?.message)
    return text === undefined ? [] : [{ fieldName, text }]
  })
  return items.length === 0 || submitCount === 0 ? null : <ErrorSummary title={t('notComplete')} items={items} />
}
