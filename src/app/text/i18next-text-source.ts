// i18next behind the small interface of the kit. It chooses plurals and fills in values; which words are in memory, and
// when they are fetched, is decided here, because only the app knows what belongs to the first screen.
import { createInstance, type i18n } from 'i18next'
import type { TextParams, TextSource } from '#ui/text/text-source.ts'
import { frameNamespaces, languages, readWords, sourceLanguage, type Words } from './locale-files.ts'

export type TextSourceOptions = {
  readonly language: string
  readonly read?: (language: string, namespace: string) => Promise<Words | undefined>
  readonly atHand?: Readonly<Record<string, Words>>
  /** Told after each change: keeps the choice on the device and `<html lang>` right. */
  readonly onLanguage?: (language: string) => void
}

/** A promise React need not wait for: it reads the marks it would otherwise put there itself after one suspended draw. */
const atHand: Promise<void> = Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined })

/** About four screens full of sentences with values in them. */
const SENTENCES_KEPT = 2000

export const isLanguage = (language: string | null): language is (typeof languages)[number] =>
  (languages as readonly (string | null)[]).includes(language)

function makeInstance(atHand: Readonly<Record<string, Words>>): i18n {
  const instance = createInstance()
  void instance.init({
    lng: sourceLanguage,
    fallbackLng: sourceLanguage,
    ns: [],
    defaultNS: false,
    resources: { [sourceLanguage]: atHand },
    partialBundledLanguages: true,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return instance
}

/** Failures that only an answer of the endpoint or a hand-over file brings: their sentences come after the start. */
const withLaterWords = (key: string): string | string[] =>
  key.startsWith('problems:') ? [key, key.replace('problems:', 'problems-online:')] : key

class I18nextTextSource implements TextSource {
  readonly languages = languages
  readonly #i18n: i18n
  readonly #read: NonNullable<TextSourceOptions['read']>
  readonly #onLanguage: (language: string) => void
  readonly #pending = new Map<string, Promise<void>>()
  readonly #used = new Set<string>(frameNamespaces)
  readonly #listeners = new Set<() => void>()
  /** Forgotten whenever the language or the words change. */
  readonly #said = new Map<string, string>()
  #language: string = sourceLanguage

  constructor(options: TextSourceOptions) {
    this.#i18n = makeInstance(options.atHand ?? {})
    this.#read = options.read ?? readWords
    this.#onLanguage = options.onLanguage ?? (() => {})
  }

  language = (): string => this.#language

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  load(namespace: string): Promise<void> {
    this.#used.add(namespace)
    return this.#loadIn(this.#language, namespace)
  }

  async setLanguage(language: string): Promise<void> {
    await Promise.all([...this.#used].map((namespace) => this.#loadIn(language, namespace)))
    await this.#i18n.changeLanguage(language)
    this.#language = language
    this.#said.clear()
    this.#onLanguage(language)
    for (const listener of this.#listeners) listener()
  }

  /** A list says the same few sentences hundreds of times, and i18next works each of them out anew (0.03 ms; 0.2 on a phone). */
  translate(namespace: string, key: string, params?: TextParams): string {
    const asked = params === undefined ? `${namespace}\n${key}` : `${namespace}\n${key}\n${JSON.stringify(params)}`
    const known = this.#said.get(asked)
    if (known !== undefined) return known
    const text = this.#i18n.t(withLaterWords(key), { ...params, ns: namespace, lng: this.#language })
    if (this.#said.size >= SENTENCES_KEPT) this.#said.clear()
    this.#said.set(asked, text)
    return text
  }

  #loadIn(language: string, namespace: string): Promise<void> {
    if (this.#i18n.hasResourceBundle(language, namespace)) return atHand
    const id = `${language}/${namespace}`
    const pending = this.#pending.get(id) ?? this.#fetch(language, namespace, id)
    this.#pending.set(id, pending)
    return pending
  }

  /** A namespace without a file counts as empty: its keys are shown instead of an endless wait. */
  async #fetch(language: string, namespace: string, id: string): Promise<void> {
    try {
      const words = await this.#read(language, namespace)
      this.#i18n.addResourceBundle(language, namespace, words ?? {})
      this.#said.clear()
    } finally {
      this.#pending.delete(id)
    }
  }
}

/** Resolves once the first screen can be written in the language asked for. */
export async function createTextSource(options: TextSourceOptions): Promise<TextSource> {
  const source = new I18nextTextSource(options)
  await source.setLanguage(isLanguage(options.language) ? options.language : sourceLanguage)
  return source
}
