/** Functions over places of the form and over truth: counting, positions, repeats, conditions. */
import { fn, type FunctionTable, MANY } from './function-table.ts'
import { asBoolean, asText, eachOf, type ExpressionNode, isNodes, type NodeSet } from './value.ts'
import type { Call } from './evaluate.ts'

function isWithin(node: ExpressionNode, ancestor: ExpressionNode): boolean {
  for (let at: ExpressionNode | null = node; at !== null; at = at.parent()) if (at === ancestor) return true
  return false
}

/** `indexed-repeat(target, repeat, index, …)`: outer repeat first. An index outside gives nothing. */
function indexedRepeat(call: Call): NodeSet {
  let within: ExpressionNode | null = null
  for (let at = 1; at + 1 < call.count; at += 2) {
    const outer: ExpressionNode | null = within
    const instances: NodeSet = call.nodesEverywhere(at).filter((node) => outer === null || isWithin(node, outer))
    const chosen = instances[call.number(at + 1) - 1]
    if (chosen === undefined) return []
    within = chosen
  }
  const instance = within
  return instance === null ? [] : call.nodesEverywhere(0).filter((node) => isWithin(node, instance))
}

function position(call: Call): number {
  if (call.count === 0) return call.focus.position
  const [node, another] = call.nodes(0)
  return node === undefined || another !== undefined ? Number.NaN : node.position()
}

/** How many of the conditions from `first` on hold, each counted with its weight. */
function checklist(call: Call, weighted: boolean): boolean {
  const [least, most] = [call.number(0), call.number(1)]
  let satisfied = 0
  for (let at = 2; at < call.count; at += weighted ? 2 : 1) {
    const value = call.value(at)
    const holding = isNodes(value) ? eachOf(value).filter(asBoolean).length : Number(asBoolean(value))
    satisfied += weighted ? holding * call.number(at + 1) : holding
  }
  return satisfied >= least && (most === -1 || satisfied <= most)
}

export const nodeFunctions: FunctionTable = {
  count: fn(1, 1, (call) => call.nodes(0).length),
  'count-non-empty': fn(1, 1, (call) => call.nodes(0).filter((node) => node.text() !== '').length),
  position: fn(0, 1, position),
  last: fn(0, 0, ({ focus }) => focus.size),
  current: fn(0, 0, ({ scope }) => [scope.origin]),
  'indexed-repeat': fn(3, MANY, indexedRepeat),
  true: fn(0, 0, () => true),
  false: fn(0, 0, () => false),
  not: fn(1, 1, (call) => !asBoolean(call.value(0))),
  boolean: fn(1, 1, (call) => asBoolean(call.value(0))),
  'boolean-from-string': fn(1, 1, (call) => ['1', 'true'].includes(call.text(0))),
  if: fn(3, 3, (call) => call.value(asBoolean(call.value(0)) ? 1 : 2)),
  checklist: fn(2, MANY, (call) => checklist(call, false)),
  'weighted-checklist': fn(4, MANY, (call) => checklist(call, true)),
  /** Keeps what is there already: `once(uuid())`. */
  once: fn(1, 1, (call) => call.scope.ownText() || asText(call.value(0))),
}
