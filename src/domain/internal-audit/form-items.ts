/**
 * Questions that a province publishes for internal audits, taken into the checklist of one audit. Once taken they are own
 * items like any other; where they come from stays beside them, so that none is taken twice.
 */
import type { FormItem } from '#domain/questionnaire/checklist/form-items.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import type { OwnItem, OwnItemWords } from './checklist.ts'

export interface FormItems {
  /** `id@version`. */
  readonly form: string
  readonly title: LocalText
  readonly items: readonly FormItem[]
}

const idOfForm = (form: string): string => form.slice(0, form.indexOf('@'))

/** A question in whichever version of its form. */
const questionOf = (origin: string): string => `${idOfForm(origin)}#${origin.slice(origin.indexOf('#') + 1)}`

/** Names of the form's questions that the audit has already, in this version or another. Rule AUD-22. */
export function takenNames({ form, items }: Pick<FormItems, 'form' | 'items'>, own: readonly OwnItem[]) {
  const taken = new Set(own.flatMap(({ origin }) => (origin === undefined ? [] : [questionOf(origin)])))
  return new Set(items.flatMap(({ id }) => (taken.has(questionOf(`${form}#${id}`)) ? [id] : [])))
}

/** The same on every device, so that two auditors who take one question meet in it; without dots. */
const idOfItem = (form: string, name: string): string => `${idOfForm(form)}:${name}`.replaceAll('.', '~')

/** The chosen ones that are new, behind the items there are, in the order of the form. Rule AUD-22. */
export function ownItemsFrom(from: FormItems, names: readonly string[], own: readonly OwnItem[]): readonly OwnItem[] {
  const taken = takenNames(from, own)
  const last = Math.max(0, ...own.map(({ order }) => order))
  return from.items
    .filter(({ id }) => names.includes(id) && !taken.has(id))
    .map(({ id, question, clause }, at) => ({
      id: idOfItem(from.form, id),
      clause: clause ?? '',
      document: from.title.vi,
      question: question.vi,
      order: last + at + 1,
      origin: `${from.form}#${id}`,
    }))
}

/** Forms that own items were taken from, each once. */
export const formsOf = (own: readonly Pick<OwnItem, 'origin'>[]): readonly string[] => [
  ...new Set(own.flatMap(({ origin }) => (origin === undefined ? [] : [origin.slice(0, origin.indexOf('#'))]))),
]

/** The Vietnamese is what was written down and sealed; beside it the form's English, where it says the same in Vietnamese. */
const beside = (written: string, said: LocalText | undefined): LocalText => ({
  vi: written,
  en: said?.vi === written ? said.en : written,
})

/** An own item in both languages, as far as its form is among those given. Rule AUD-28. */
export function wordsOfItem({ origin, question, document }: OwnItem, forms: readonly FormItems[]): OwnItemWords {
  const from = forms.find(({ form }) => origin?.startsWith(`${form}#`))
  const item = from?.items.find(({ id }) => origin === `${from.form}#${id}`)
  return { question: beside(question, item?.question), document: beside(document, item && from?.title) }
}
