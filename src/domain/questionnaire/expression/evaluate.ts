/**
 * Reckons an expression over the places of a form. It knows no form and no screen: places come in as nodes, and
 * everything a machine would supply (clock, chance) comes in with the scope. What OpenRosa calls an error while
 * filling (a number of something that is none) comes to nothing here, because a form must stay usable.
 */
import { assertNever } from '#domain/kernel/result.ts'
import { compareValues } from './compare.ts'
import type { BinaryOperator, Expression, Step } from './expression.ts'
import { functionNamed } from './functions.ts'
import { candidatesFor } from './lookup.ts'
import { asBoolean, asNumber, asText, type ExpressionNode, isNodes, type NodeSet, type Value } from './value.ts'

/** What an expression may ask for besides its own nodes. */
export interface Scope {
  /** The question (group, repeat) the expression belongs to. */
  readonly origin: ExpressionNode
  readonly root: ExpressionNode
  /** Minutes east of UTC. */
  readonly offsetMinutes: number
  nowMs(): number
  /** From 0 to below 1. */
  random(): number
  /** What `${name}` stands for here; `everywhere` asks for all instances, as `indexed-repeat` does. */
  reference(name: string, everywhere: boolean): NodeSet
  /** The rows of a choice list or of an attached table. */
  instance(id: string): ExpressionNode | null
  /** The label of a choice of the question at `node`, in the language of the screen. */
  choiceLabel(value: string, node: ExpressionNode): string
  /** What the calculated question holds already, read without depending on it (`once`). */
  ownText(): string
}

export interface Focus {
  readonly node: ExpressionNode
  readonly position: number
  readonly size: number
}

/** A call of a function: its arguments are reckoned only when asked for. */
export interface Call {
  readonly scope: Scope
  readonly focus: Focus
  readonly count: number
  expression(index: number): Expression | undefined
  value(index: number): Value
  text(index: number): string
  number(index: number): number
  nodes(index: number): NodeSet
  /** Like `nodes`, with `${name}` standing for all instances. */
  nodesEverywhere(index: number): NodeSet
}

/** The value of an expression at a place. Rules FRM-2 and FRM-3. */
export function evaluate(expression: Expression, scope: Scope, focus: Focus): Value {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value
    case 'reference':
      return scope.reference(expression.name, false)
    case 'negate':
      return -asNumber(evaluate(expression.operand, scope, focus), scope.offsetMinutes)
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope, focus)
    case 'union':
      return unionOf(evaluate(expression.left, scope, focus), evaluate(expression.right, scope, focus))
    case 'call':
      return functionNamed(expression.name)?.run(callOf(expression.args, scope, focus)) ?? ''
    case 'path':
      return pathOf(expression, scope, focus)
    default:
      return assertNever(expression)
  }
}

const unionOf = (left: Value, right: Value): Value => [
  ...new Set([...(isNodes(left) ? left : []), ...(isNodes(right) ? right : [])]),
]

function binary(operator: BinaryOperator, left: Expression, right: Expression, scope: Scope, focus: Focus): Value {
  const first = evaluate(left, scope, focus)
  if (operator === 'or') return asBoolean(first) || asBoolean(evaluate(right, scope, focus))
  if (operator === 'and') return asBoolean(first) && asBoolean(evaluate(right, scope, focus))
  const second = evaluate(right, scope, focus)
  return isArithmetic(operator)
    ? reckon(operator, asNumber(first, scope.offsetMinutes), asNumber(second, scope.offsetMinutes))
    : compareValues(operator, first, second, scope.offsetMinutes)
}

type Arithmetic = '+' | '-' | '*' | 'div' | 'mod'
type Comparing = Exclude<BinaryOperator, Arithmetic>

const isArithmetic = (operator: Arithmetic | Comparing): operator is Arithmetic =>
  operator === '+' || operator === '-' || operator === '*' || operator === 'div' || operator === 'mod'

function reckon(operator: Arithmetic, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case 'div':
      return left / right
    case 'mod':
      return left % right
    default:
      return assertNever(operator)
  }
}

function callOf(args: readonly Expression[], scope: Scope, focus: Focus): Call {
  const value = (index: number): Value => {
    const argument = args[index]
    return argument === undefined ? '' : evaluate(argument, scope, focus)
  }
  const nodesOf = (found: Value) => (isNodes(found) ? found : [])
  return {
    scope,
    focus,
    count: args.length,
    expression: (index) => args[index],
    value,
    text: (index) => asText(value(index)),
    number: (index) => asNumber(value(index), scope.offsetMinutes),
    nodes: (index) => nodesOf(value(index)),
    nodesEverywhere: (index) => {
      const everywhere: Scope = { ...scope, reference: (name) => scope.reference(name, true) }
      const argument = args[index]
      return argument === undefined ? [] : nodesOf(evaluate(argument, everywhere, focus))
    },
  }
}

type Path = Extract<Expression, { kind: 'path' }>

function pathOf(path: Path, scope: Scope, focus: Focus): NodeSet {
  const { start } = path
  if (start === 'root') return fromRoot(path.steps, scope)
  const begun = start === 'context' ? [focus.node] : evaluate(start, scope, focus)
  const kept = path.predicates.reduce(
    (nodes, predicate) => filtered(nodes, predicate, scope),
    isNodes(begun) ? begun : [],
  )
  return walk(kept, path.steps, scope)
}

/** The first step of an absolute path names the form itself, whatever the form is called. */
function fromRoot(steps: readonly Step[], scope: Scope): NodeSet {
  const [first, ...rest] = steps
  if (first === undefined) return [scope.root]
  return first.axis === 'descendant' ? walk([scope.root], steps, scope) : walk([scope.root], rest, scope)
}

const walk = (from: NodeSet, steps: readonly Step[], scope: Scope): NodeSet =>
  steps.reduce<NodeSet>((nodes, step) => oneStep(nodes, step, scope), from)

function oneStep(nodes: NodeSet, step: Step, scope: Scope): NodeSet {
  const [only, another] = nodes
  // The rows of a long list are handed on as they are, so that what was looked up in them once is found again.
  const reached =
    only !== undefined && another === undefined
      ? neighbours(only, step)
      : [...new Set(nodes.flatMap((node) => neighbours(node, step)))]
  return step.predicates.reduce<NodeSet>((kept, predicate) => filtered(kept, predicate, scope), reached)
}

function neighbours(node: ExpressionNode, step: Step): NodeSet {
  switch (step.axis) {
    case 'self':
      return [node]
    case 'parent': {
      const parent = node.parent()
      return parent === null ? [] : [parent]
    }
    case 'descendant':
      return [node, ...node.children().flatMap((child) => neighbours(child, step))]
    case 'child':
      return step.name === '*' ? node.children() : node.children(step.name)
    default:
      return assertNever(step.axis)
  }
}

/** The nodes a predicate keeps: a number means a place in the list, anything else yes or no. */
export function filtered(nodes: NodeSet, predicate: Expression, scope: Scope): NodeSet {
  const candidates = candidatesFor(nodes, predicate, (side) => evaluate(side, scope, focusOn(scope.origin))) ?? nodes
  return candidates.filter((node, index) => {
    const result = evaluate(predicate, scope, { node, position: index + 1, size: nodes.length })
    return typeof result === 'number' ? result === index + 1 : asBoolean(result)
  })
}

/** The place itself, alone. */
export const focusOn = (node: ExpressionNode): Focus => ({ node, position: 1, size: 1 })
