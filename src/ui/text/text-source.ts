// Where words come from, as far as the screens care. The app hands in an implementation (i18next behind it); a test
// hands in a plain object. The kit itself never knows which library reads the files.
export type TextParams = Readonly<Record<string, string | number>>

export interface TextSource {
  /** Language on the screen now, e.g. `vi`. */
  language(): string
  readonly languages: readonly string[]
  /** Shows another language once the words in use so far have arrived in it. */
  setLanguage(language: string): Promise<void>
  /** The same promise each time: a screen waits for it once, and not at all where the words are at hand. */
  load(namespace: string): Promise<void>
  /** A key of another namespace is written `common:save`. */
  translate(namespace: string, key: string, params?: TextParams): string
  subscribe(listener: () => void): () => void
}
