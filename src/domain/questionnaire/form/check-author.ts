/**
 * What an author is told when a form comes in, and what a form that was published before does not have to meet: it is
 * filled in as it always was. Names in the sentences that are shown seldom, names in the words of choices, and the columns
 * of choices that a `choice_filter` asks for: one that no list has holds for no choice, and the question would stand there
 * without any.
 */
import { type Expression, partsOf } from '../expression/expression.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { faultsOfTexts, type FormFault } from './compile-form.ts'
import { namesInText } from './expressions-of.ts'
import { type Form, isQuestion } from './form.ts'
import { type IndexedNode, indexForm } from './form-index.ts'

/** Bare names at the choice itself; inside a predicate of another table they are that table's. */
function namesAsked(expression: Expression): readonly string[] {
  if (expression.kind !== 'path') return partsOf(expression).flatMap(namesAsked)
  const [step, further] = expression.steps
  const isBare = expression.start === 'context' && step?.axis === 'child' && further === undefined
  return isBare && step.name !== '*' ? [step.name] : []
}

const columnsByForm = new WeakMap<Form['lists'], ReadonlySet<string>>()

/** Columns in which any choice of the form has something. */
function columnsOf(lists: Form['lists']): ReadonlySet<string> {
  const known = columnsByForm.get(lists)
  if (known !== undefined) return known
  const columns = new Set(['name', 'label'])
  for (const { choices } of Object.values(lists))
    for (const choice of choices) for (const column of Object.keys(choice.columns)) columns.add(column)
  columnsByForm.set(lists, columns)
  return columns
}

function faultsOfFilter(node: IndexedNode, { lists }: Form): readonly FormFault[] {
  const { list, choiceFilter } = isQuestion(node.node) ? node.node : {}
  // A list that is not there, and a filter that cannot be read, are told by themselves.
  if (list === undefined || choiceFilter === undefined || !Object.hasOwn(lists, list)) return []
  if (/^\s*(yes|no|true|false)\s*$/i.test(choiceFilter)) return []
  const filter = parseExpression(choiceFilter)
  const asked = filter.ok ? namesAsked(filter.value).filter((name) => !/^null$/i.test(name)) : []
  return asked
    .filter((name) => !columnsOf(lists).has(name))
    .map((word) => ({ code: 'column-absent', place: { kind: 'node', node }, column: 'choice_filter', word }))
}

/** The words of a choice stand in a list that many places share: no answer can be put in. */
const faultsOfChoices = ({ lists }: Form): readonly FormFault[] =>
  Object.entries(lists).flatMap(([list, { choices }]) =>
    choices.flatMap(({ label }, at) => {
      const [named] = Object.values(label).flatMap(namesInText)
      if (named === undefined) return []
      return [{ code: 'not-supported', place: { kind: 'choice', list, at }, column: 'label', word: `\${${named}}` }]
    }),
  )

/** Rules FRM-6 and FRM-19. */
export function authorFaults(form: Form): readonly FormFault[] {
  const index = indexForm(form)
  const ofNodes = index.all.flatMap((node) => {
    if (!isQuestion(node.node)) return []
    const { guidance, requiredMessage, constraintMessage } = node.node
    const seldom = [
      ['guidance_hint', guidance],
      ['required_message', requiredMessage],
      ['constraint_message', constraintMessage],
    ] as const
    return [...faultsOfTexts(node, index, seldom), ...faultsOfFilter(node, form)]
  })
  return [...faultsOfChoices(form), ...ofNodes]
}
