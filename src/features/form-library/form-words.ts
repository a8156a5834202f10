// A form's own words in the reader's language, as far as the form has it.
import { type Texts, textIn } from '#domain/questionnaire/form/form.ts'
import { formLanguage } from '#domain/questionnaire/library/form-language.ts'

export interface SpokenForm {
  readonly id: string
  readonly title: Texts
  readonly defaultLanguage: string
}

/** The title, or the id where the form has none. */
export function titleOf({ id, title, defaultLanguage }: SpokenForm, language: string): string {
  const wanted = formLanguage(Object.keys(title), language, defaultLanguage)
  return textIn(title, wanted, defaultLanguage) || id
}
