/**
 * Turns a form into what a session can fill: every expression read once, every name found, nothing depending on
 * itself. A form with a problem is not compiled at all; the problems say where, so that an author sees all of them
 * together and not one a day.
 */
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Expression } from '../expression/expression.ts'
import { checkExpression, faultOfName } from './check-expression.ts'
import { dependencyOrder } from './cycles.ts'
import { namesInText, writtenExpressions } from './expressions-of.ts'
import { type ExpressionColumn, type Form, isQuestion, type Texts } from './form.ts'
import { type FormIndex, type IndexedNode, indexForm } from './form-index.ts'
import type { FormProblemCode } from './form-problem.ts'
import { faultsOfLists, faultsOfNode } from './check-form.ts'
import { faultsOfItems } from '../checklist/check-items.ts'

/** A problem of a form by itself: a workbook adds sheet and row. */
export interface FormFault {
  readonly code: FormProblemCode
  readonly place: FormPlace
  readonly column: string
  readonly word: string
}

export type FormPlace =
  | { readonly kind: 'node'; readonly node: IndexedNode }
  | { readonly kind: 'choice'; readonly list: string; readonly at: number }
  | { readonly kind: 'settings' }

export interface CompiledForm {
  readonly form: Form
  readonly index: FormIndex
  /** The expressions of a node by its path and their column. */
  readonly expressions: ReadonlyMap<string, Partial<Record<ExpressionColumn, Expression>>>
  readonly instanceName: Expression | null
  /** Rank of a node by its path: what it depends on ranks before it. */
  readonly ranks: ReadonlyMap<string, number>
}

interface Compiling {
  readonly form: Form
  readonly index: FormIndex
  readonly expressions: Map<string, Partial<Record<ExpressionColumn, Expression>>>
  readonly faults: FormFault[]
}

const knowsListOf = (form: Form) => (id: string) => Object.hasOwn(form.lists, id)

function compileNode(node: IndexedNode, { form, index, expressions, faults }: Compiling): void {
  const place = { kind: 'node' as const, node }
  const own: Partial<Record<ExpressionColumn, Expression>> = {}
  for (const [column, written] of writtenExpressions(node.node)) {
    const checked = checkExpression(written, node, index, knowsListOf(form), column === 'choice_filter')
    if (checked.expression !== null) own[column] = checked.expression
    faults.push(...checked.faults.map((fault) => ({ ...fault, place, column })))
  }
  if (Object.keys(own).length > 0) expressions.set(node.path, own)
}

/** The column of one language, as an author writes it. */
const columnIn = (column: string, language: string): string => (language === '' ? column : `${column}::${language}`)

/** What is named in the words of a node and is not there, or in several places; `texts` are those words by their columns. */
export function faultsOfTexts(
  node: IndexedNode,
  index: FormIndex,
  texts: readonly (readonly [string, Texts])[],
): readonly FormFault[] {
  return texts.flatMap(([column, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, text]) =>
      namesInText(text).flatMap((name) => {
        const fault = faultOfName(name, index)
        return fault === null
          ? []
          : [{ ...fault, place: { kind: 'node' as const, node }, column: columnIn(column, language) }]
      }),
    ),
  )
}

const shownTexts = ({ node }: IndexedNode): readonly (readonly [string, Texts])[] =>
  isQuestion(node)
    ? [
        ['label', node.label],
        ['hint', node.hint],
      ]
    : [['label', node.label]]

function compileInstanceName({ form, index, faults }: Compiling): Expression | null {
  const [root] = index.roots
  if (form.instanceName === undefined || root === undefined) return null
  const checked = checkExpression(form.instanceName, 'row', index, knowsListOf(form))
  const place = { kind: 'settings' as const }
  faults.push(...checked.faults.map((fault) => ({ ...fault, place, column: 'instance_name' })))
  return checked.expression
}

/** Rules FRM-5, FRM-6, FRM-7 and FRM-30. */
export function compileForm(form: Form): Result<CompiledForm, readonly FormFault[]> {
  const index = indexForm(form)
  const compiling: Compiling = { form, index, expressions: new Map(), faults: [] }
  compiling.faults.push(...faultsOfLists(form), ...faultsOfItems(form, index))
  for (const node of index.all) {
    compiling.faults.push(...faultsOfNode(node, form, index), ...faultsOfTexts(node, index, shownTexts(node)))
    compileNode(node, compiling)
  }
  const instanceName = compileInstanceName(compiling)
  const { faults, expressions } = compiling
  if (faults.length > 0) return err(faults)
  const { cycles, ranks } = dependencyOrder(index, expressions)
  return cycles.length === 0
    ? ok({ form, index, expressions, instanceName, ranks })
    : err(faultsOfCycles(cycles, expressions))
}

function faultsOfCycles(
  cycles: readonly (readonly IndexedNode[])[],
  expressions: Compiling['expressions'],
): readonly FormFault[] {
  return cycles.flatMap((cycle) => {
    const [node] = cycle
    if (node === undefined) return []
    const own = expressions.get(node.path) ?? {}
    const word = [...cycle, node].map((one) => one.node.name).join(' → ')
    return [{ code: 'cycle' as const, place: { kind: 'node' as const, node }, column: Object.keys(own)[0] ?? '', word }]
  })
}
