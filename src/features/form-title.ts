// What a listed form is called in the language of the screen, or else in its own.
import { type Texts, textIn } from '#domain/questionnaire/form/form.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'

export type Titled = { readonly id: string; readonly title: Texts; readonly defaultLanguage: string }

export const formTitle = ({ id, title, defaultLanguage }: Titled, language: string): string =>
  textIn(title, columnOfLanguage({ title, nodes: [] }, language), defaultLanguage) || id
