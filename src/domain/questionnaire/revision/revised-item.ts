/**
 * What two versions of a form, or of an instrument of the program, are compared by: each question under its name, with
 * its words, how it is answered and what governs it. Both kinds of instrument come down to this, so that a person is
 * shown the same list whatever changed.
 */
import { isChoosing, isQuestion, isShown, type Form, type Question, type Texts } from '../form/form.ts'
import { indexForm, type IndexedNode } from '../form/form-index.ts'
import { placeSteps } from '../form/place-steps.ts'
import type { Instrument } from '../instrument.ts'

export interface RevisedItem {
  /** Name of the question, the same in every version. */
  readonly name: string
  /** What it is known by where its name stands in several places of one of the versions. */
  readonly path: string
  readonly words: Texts
  /** Hints, reasons and examples: what helps to answer. */
  readonly help: readonly Texts[]
  /** How it is answered: a kind of question, or a scale. */
  readonly type: string
  /** What can be chosen, by name; null where nothing is. */
  readonly choices: ReadonlyMap<string, Texts> | null
  /** Everything that decides whether it is asked and what is accepted, as text. */
  readonly rules: string
  /** Where it stands; in a repeat also which. */
  readonly place: string
  /** False for what only the form itself reads. */
  readonly isShown: boolean
}

/** Items by name, or by path where the name stands in several places; in the order of the version. */
export type RevisedItems = ReadonlyMap<string, RevisedItem>

const RULES = [
  'relevant',
  'required',
  'constraint',
  'calculation',
  'choiceFilter',
  'readOnly',
  'default',
  'unit',
  'isKey',
  'clause',
  'appearance',
] as const satisfies readonly (keyof Question)[]

function choicesOf({ kind, list }: Question, { lists }: Form): RevisedItem['choices'] {
  if (!isChoosing(kind) || list === undefined) return null
  const choices = Object.hasOwn(lists, list) ? lists[list]?.choices : undefined
  return new Map((choices ?? []).map(({ name, label }) => [name, label]))
}

/** The names alone, one under another: that one of them stands in several places now is no other place. */
const placePath = (node: IndexedNode | null): string =>
  node === null
    ? ''
    : placeSteps(node.path)
        .map(({ name }) => `/${name}`)
        .join('')

function itemOfQuestion(question: Question, node: IndexedNode, form: Form): RevisedItem {
  return {
    name: question.name,
    path: placePath(node),
    words: question.label,
    help: [question.hint, question.guidance],
    type: question.kind,
    choices: choicesOf(question, form),
    rules: JSON.stringify(RULES.map((column) => question[column] ?? null)),
    place: placePath(node.parent),
    isShown: isShown(question),
  }
}

export function itemsOfForm(form: Form): RevisedItems {
  const items = new Map<string, RevisedItem>()
  const { all, byName } = indexForm(form)
  for (const node of all)
    if (isQuestion(node.node))
      items.set(byName.has(node.node.name) ? node.node.name : node.path, itemOfQuestion(node.node, node, form))
  return items
}

export const itemsOfInstrument = ({ questions, scale }: Instrument): RevisedItems =>
  new Map(
    questions.map(({ id, section, clause, isKey, text, why, evidence }) => [
      id,
      {
        name: id,
        path: id,
        words: { ...text },
        help: [{ ...why }, { ...evidence }],
        type: scale,
        choices: null,
        rules: JSON.stringify([clause, isKey]),
        place: section,
        isShown: true,
      },
    ]),
  )
