/** What a list says of a form without opening it: how many questions, how many choices, which languages. */
import { type Form, type FormNode, isQuestion, isShown } from '../form/form.ts'

export interface FormSize {
  /** Those a person sees; notes ask nothing. */
  readonly questions: number
  readonly choices: number
  /** As the columns name them; the one without a name only where there is no other. */
  readonly languages: readonly string[]
}

const everyNode = (nodes: readonly FormNode[]): readonly FormNode[] =>
  nodes.flatMap((node) => (isQuestion(node) ? [node] : [node, ...everyNode(node.children)]))

const isAsked = (node: FormNode): boolean => isQuestion(node) && node.kind !== 'note' && isShown(node)

export function sizeOfForm(form: Form): FormSize {
  const nodes = everyNode(form.nodes)
  const lists = Object.values(form.lists)
  const texts = [form.title, ...nodes.map(({ label }) => label), ...lists.map(({ choices }) => choices[0]?.label ?? {})]
  const languages = [...new Set(texts.flatMap((one) => Object.keys(one)))]
  const named = languages.filter((language) => language !== '')
  return {
    questions: nodes.filter(isAsked).length,
    choices: lists.reduce((sum, { choices }) => sum + choices.length, 0),
    languages: named.length > 0 ? named : languages,
  }
}
