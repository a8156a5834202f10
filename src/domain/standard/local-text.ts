/**
 * A text that is data and not part of a screen (a question, a clause title, the name of a stage)
 * carries both languages with it, so that a record can be read without the locale files it was made with.
 */
export interface LocalText {
  readonly vi: string
  readonly en: string
}
