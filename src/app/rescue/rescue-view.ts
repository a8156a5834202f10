// Draws the rescue page by hand: a list of the people on this device, a button for each, one for everything, and what
// came of it. No library: the fewer parts, the fewer that can be broken.
import type vietnamese from '#locales/vi/rescue.json'
import {
  exportEnvelopes,
  exportEverything,
  exportUnsent,
  type RescueFile,
  type RescuePerson,
  readRescue,
} from './rescue-data.ts'

type Language = 'vi' | 'en'
export type RescueWords = Readonly<Partial<typeof vietnamese>> & Readonly<Record<string, string>>
export type RescueTexts = Readonly<Record<Language, RescueWords>>

type Attributes = Readonly<Record<string, string>>
type Child = Node | string

function element(name: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

const button = (text: string, kind: string, press: () => void): HTMLElement => {
  const made = element('button', { type: 'button', class: kind }, text)
  made.addEventListener('click', press)
  return made
}

class RescueView {
  readonly #root: HTMLElement
  readonly #texts: RescueTexts
  readonly #outcome = element('output', { role: 'status' })
  #language: Language
  #people: readonly RescuePerson[] | undefined

  constructor(root: HTMLElement, texts: RescueTexts, language: Language) {
    this.#root = root
    this.#texts = texts
    this.#language = language
  }

  async show(): Promise<void> {
    this.#draw()
    this.#people = await readRescue().catch(() => [])
    this.#draw()
  }

  #text(key: string, values: Readonly<Record<string, string>> = {}): string {
    const text = this.#texts[this.#language][key] ?? key
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '')
  }

  #count(key: string, count: number): string {
    const form = new Intl.PluralRules(this.#language).select(count)
    const known = `${key}_${form}` in this.#texts[this.#language] ? form : 'other'
    return this.#text(`${key}_${known}`, { count: new Intl.NumberFormat(this.#language).format(count) })
  }

  #draw(): void {
    document.documentElement.lang = this.#language
    document.title = `${this.#text('title')} · ${this.#text('appName')}`
    this.#root.replaceChildren(
      element('p', { class: 'app' }, this.#text('appName')),
      element('h1', {}, this.#text('title')),
      element('p', {}, this.#text('intro')),
      this.#peopleList(),
      this.#everything(),
      this.#outcome,
      this.#waysOn(),
    )
  }

  #peopleList(): HTMLElement {
    if (this.#people === undefined) return element('p', { role: 'status' }, this.#text('looking'))
    if (this.#people.length === 0) return element('p', {}, this.#text('nobody'))
    return element('ul', { 'aria-label': this.#text('title') }, ...this.#people.map((person) => this.#person(person)))
  }

  #person(person: RescuePerson): HTMLElement {
    const { name, unsent } = person
    const detail =
      unsent === null ? this.#text('unreadable') : unsent === 0 ? this.#text('none') : this.#count('unsent', unsent)
    const words = element('div', {}, element('strong', {}, name), element('p', {}, detail))
    if (!unsent) return element('li', {}, words)
    const press = (): void => void this.#run(() => exportUnsent(person))
    if (person.sealed === 0) return element('li', {}, words, button(this.#text('export'), 'main', press))
    const carry = (): void => void this.#run(() => exportEnvelopes(person), 'exportedSealed')
    words.append(element('p', {}, this.#text('sealedText')))
    const carried = button(this.#count('sealed', person.sealed), 'main', carry)
    return element('li', {}, words, carried, button(this.#text('export'), '', press))
  }

  #everything(): HTMLElement {
    const title = element('h2', {}, this.#text('all'))
    const press = (): void => void this.#run(exportEverything)
    return element(
      'section',
      {},
      title,
      element('p', {}, this.#text('allText')),
      button(this.#text('all'), '', press),
      element('small', {}, this.#text('notShared')),
    )
  }

  #waysOn(): HTMLElement {
    const other: Language = this.#language === 'vi' ? 'en' : 'vi'
    const change = (): void => {
      this.#language = other
      this.#draw()
    }
    const language = button(this.#text('otherLanguage'), '', change)
    language.lang = other
    return element('div', { class: 'ways' }, element('a', { href: '/', class: 'link' }, this.#text('home')), language)
  }

  async #run(work: () => Promise<RescueFile>, told = 'exported'): Promise<void> {
    try {
      const file = await work()
      save(file)
      this.#tell(this.#text(told, { name: file.name }), false)
    } catch {
      this.#tell(this.#text('failed'), true)
    }
  }

  #tell(text: string, isFailure: boolean): void {
    this.#outcome.toggleAttribute('data-failed', isFailure)
    this.#outcome.textContent = text
  }
}

const KEPT_MS = 60_000

function save({ name, content }: RescueFile): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

export const showRescue = (root: HTMLElement, texts: RescueTexts, language: Language): Promise<void> =>
  new RescueView(root, texts, language).show()
