/**
 * Finds rows of a long list by what a column holds, instead of asking every row: a list of all communes has tens of
 * thousands of rows, and a `choice_filter` is asked again at every answer it depends on. Only rows that no answer
 * changes are looked up this way, and only for conditions `column = something outside the row`.
 */
import { type Expression, partsOf } from './expression.ts'
import { eachOf, type ExpressionNode, type NodeSet, type Value } from './value.ts'

const WORTH_IT = 50

type Columns = Map<string, Map<string, ExpressionNode[]>>

const known = new WeakMap<NodeSet, Columns>()

function rowsBy(rows: NodeSet, column: string): ReadonlyMap<string, readonly ExpressionNode[]> {
  const columns = known.get(rows) ?? new Map<string, Map<string, ExpressionNode[]>>()
  known.set(rows, columns)
  const found = columns.get(column)
  if (found !== undefined) return found
  const byText = new Map<string, ExpressionNode[]>()
  for (const row of rows) {
    const text = row.children(column)[0]?.text()
    if (text === undefined) continue
    const same = byText.get(text)
    if (same === undefined) byText.set(text, [row])
    else same.push(row)
  }
  columns.set(column, byText)
  return byText
}

/** True when the expression looks at the row it is asked of, or at its place in the list. */
const looksAtRow = (expression: Expression): boolean =>
  (expression.kind === 'path' && expression.start === 'context') ||
  (expression.kind === 'call' && (expression.args.length === 0 || expression.name === 'position')) ||
  partsOf(expression).some(looksAtRow)

const usesPlace = (expression: Expression): boolean =>
  (expression.kind === 'call' && (expression.name === 'position' || expression.name === 'last')) ||
  partsOf(expression).some(usesPlace)

/** The name of a column, when the expression is nothing else. */
function columnOf(expression: Expression): string | undefined {
  if (expression.kind !== 'path' || expression.start !== 'context' || expression.predicates.length > 0) return undefined
  const [step, further] = expression.steps
  const isColumn = step?.axis === 'child' && step.name !== '*' && step.predicates.length === 0 && further === undefined
  return isColumn ? step.name : undefined
}

interface Condition {
  readonly column: string
  readonly side: Expression
}

function conditionIn(expression: Expression): Condition | undefined {
  if (expression.kind !== 'binary') return undefined
  const { operator, left, right } = expression
  if (operator === 'and') return conditionIn(left) ?? conditionIn(right)
  if (operator !== '=') return undefined
  const [first, second] = [columnOf(left), columnOf(right)]
  if (first !== undefined && !looksAtRow(right)) return { column: first, side: right }
  return second !== undefined && !looksAtRow(left) ? { column: second, side: left } : undefined
}

/** The rows among which those that hold must be, or null when every row has to be asked. */
export function candidatesFor(
  rows: NodeSet,
  predicate: Expression,
  valueOf: (side: Expression) => Value,
): NodeSet | null {
  if (rows.length < WORTH_IT || rows[0]?.isFixed !== true || usesPlace(predicate)) return null
  const condition = conditionIn(predicate)
  if (condition === undefined) return null
  const sides = eachOf(valueOf(condition.side))
  const sought = sides.filter((one) => typeof one === 'string')
  if (sought.length < sides.length) return null
  const [only] = sought
  const byText = rowsBy(rows, condition.column)
  if (sought.length === 1 && only !== undefined) return byText.get(only) ?? []
  const wanted = new Set(sought.flatMap((one) => byText.get(one) ?? []))
  return rows.filter((row) => wanted.has(row))
}
