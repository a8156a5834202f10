// The words of a value that was found instead of the commune's own: those of the choice, where the form offers one.
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import type { Question } from '#domain/questionnaire/form/form.ts'
import { useFillingWords } from './form-words.ts'

export function useFoundWords(compiled: CompiledForm | null, question: Question | undefined) {
  const { choiceOf } = useFillingWords()
  return (value: string): string => {
    const choice = compiled?.form.lists[question?.list ?? '']?.choices.find(({ name }) => name === value)
    return choice === undefined || compiled === null ? value : choiceOf(compiled.form, choice)
  }
}
