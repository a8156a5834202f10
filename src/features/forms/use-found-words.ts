// The words of a value that was found instead of the commune's own: those of the choice, where the form offers one.
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { chosenNames, type Question } from '#domain/questionnaire/form/form.ts'
import { useFillingWords } from './form-words.ts'

/** For any question of the form. */
export function useFoundWordsOf(compiled: CompiledForm | null) {
  const { choiceOf } = useFillingWords()
  return (question: Question | undefined, value: string): string => {
    const choices = compiled?.form.lists[question?.list ?? '']?.choices
    if (compiled === null || question === undefined || choices === undefined) return value
    const names = chosenNames(question.kind, value)
    const chosen = choices.filter(({ name }) => names.includes(name))
    return chosen.length === 0 ? value : chosen.map((choice) => choiceOf(compiled.form, choice)).join('; ')
  }
}

export function useFoundWords(compiled: CompiledForm | null, question: Question | undefined) {
  const wordsOf = useFoundWordsOf(compiled)
  return (value: string): string => wordsOf(question, value)
}
