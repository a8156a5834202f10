/**
 * A form of use `audit` or `inspection` as the list of items it stands for: each row `text` is one, judged by whoever
 * works with it and never filled in. Groups are its sections, deeper ones joined to one name; rows `note` are words to be
 * read before the item behind them.
 */
import type { LocalText } from '#domain/standard/local-text.ts'
import { type Form, type FormNode, isQuestion, type Question, type Texts, textIn } from '../form/form.ts'
import { formLanguage } from '../library/form-language.ts'
import { sizeOfForm } from '../library/form-size.ts'

export interface FormItem {
  /** Name of the question: unique in its form. */
  readonly id: string
  readonly question: LocalText
  /** Papers and places where it is seen; empty where the form says nothing. */
  readonly lookAt: LocalText
  /** Why it is asked; empty where the form says nothing. */
  readonly why: LocalText
  /** Names of the groups around it; null outside any. */
  readonly section: LocalText | null
  /** Its own, or that of the nearest group that has one. */
  readonly clause: string | null
  /** Notes between the item before and this one; behind the last item, those at the end too. */
  readonly notes: readonly LocalText[]
}

/** What an item lies in. */
interface Around {
  readonly section: LocalText | null
  readonly clause: string | null
}

type Say = (texts: Texts) => LocalText

const sayOf = (form: Form): Say => {
  const { languages } = sizeOfForm(form)
  const inLanguage = (texts: Texts, language: string) =>
    textIn(texts, formLanguage(languages, language, form.defaultLanguage), form.defaultLanguage)
  return (texts) => ({ vi: inLanguage(texts, 'vi'), en: inLanguage(texts, 'en') })
}

/** The title of a form in both languages of the app, or its id. */
export function formTitle(form: Form): LocalText {
  const { vi, en } = sayOf(form)(form.title)
  return { vi: vi || form.id, en: en || form.id }
}

const joined = (one: LocalText | null, other: LocalText): LocalText =>
  one === null ? other : { vi: `${one.vi} · ${other.vi}`, en: `${one.en} · ${other.en}` }

class ItemReader {
  readonly items: FormItem[] = []
  readonly #say: Say
  #notes: LocalText[] = []

  constructor(say: Say) {
    this.#say = say
  }

  read(nodes: readonly FormNode[], around: Around): void {
    for (const node of nodes) {
      if (!isQuestion(node)) this.#group(node, around)
      else if (node.kind === 'note') this.#notes.push(this.#say(node.label))
      else if (node.kind === 'text') this.#item(node, around)
    }
  }

  #group(node: Exclude<FormNode, Question>, { section, clause }: Around): void {
    const isNamed = Object.values(node.label).some((text) => text !== '')
    const own = node.kind === 'group' ? node.clause : undefined
    this.read(node.children, {
      section: isNamed ? joined(section, this.#say(node.label)) : section,
      clause: own ?? clause,
    })
  }

  #item({ name, label, hint, guidance, clause }: Question, around: Around): void {
    const [question, lookAt, why] = [this.#say(label), this.#say(hint), this.#say(guidance)]
    const { section } = around
    this.items.push({ id: name, question, lookAt, why, section, clause: clause ?? around.clause, notes: this.#notes })
    this.#notes = []
  }

  finish(): readonly FormItem[] {
    const last = this.items.at(-1)
    if (last === undefined || this.#notes.length === 0) return this.items
    return [...this.items.slice(0, -1), { ...last, notes: [...last.notes, ...this.#notes] }]
  }
}

/** In the order of the form. Rule FRM-31. */
export function checklistOf(form: Form): readonly FormItem[] {
  const reader = new ItemReader(sayOf(form))
  reader.read(form.nodes, { section: null, clause: null })
  return reader.finish()
}
