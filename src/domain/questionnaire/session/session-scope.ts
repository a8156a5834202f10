/**
 * What `${name}` and the other words of an expression stand for at a place of one filling. A name means the node in
 * the same instances of the repeats that both stand in, and every instance of repeats that only the named one stands
 * in: what XLSForm's own converter makes of it.
 */
import { evaluate, focusOn, type Scope } from '../expression/evaluate.ts'
import { asBoolean, asNumber, asText, type ExpressionNode, type NodeSet } from '../expression/value.ts'
import type { IndexedNode } from '../form/form-index.ts'
import type { Reckoner } from './reckoner.ts'
import type { SessionContext } from './session-context.ts'
import { GroupNode, SessionNode } from './session-node.ts'

/** The nodes that a definition stands for, below an instance that stands around it. */
function nodesBelow(from: GroupNode, chain: readonly IndexedNode[]): readonly SessionNode[] {
  return chain.reduce<readonly SessionNode[]>(
    (nodes, { node: { name } }) => nodes.flatMap((node) => (node instanceof GroupNode ? node.named(name) : [])),
    [from],
  )
}

function chainTo(target: IndexedNode): readonly IndexedNode[] {
  const chain: IndexedNode[] = []
  for (let at: IndexedNode | null = target; at !== null; at = at.parent) chain.unshift(at)
  return chain
}

/** The innermost instance around `origin` that also stands around the target, or the form. */
function sharedInstance(origin: SessionNode, target: IndexedNode, root: GroupNode): GroupNode {
  for (let at: SessionNode | null = origin; at !== null; at = at.parentNode) {
    if (at instanceof GroupNode && at.definition !== null && target.repeats.includes(at.definition)) return at
  }
  return root
}

function referenceFrom(
  origin: SessionNode,
  name: string,
  everywhere: boolean,
  root: GroupNode,
  context: SessionContext,
): readonly SessionNode[] {
  const target = context.compiled.index.byName.get(name)
  if (target === undefined) return []
  const from = everywhere ? root : sharedInstance(origin, target, root)
  const chain = chainTo(target)
  return nodesBelow(from, from.definition === null ? chain : chain.slice(chain.indexOf(from.definition) + 1))
}

function scopeAt(origin: SessionNode, root: GroupNode, context: SessionContext, ownText: () => string): Scope {
  return {
    origin,
    root,
    offsetMinutes: context.offsetMinutes,
    nowMs: () => context.clock.now(),
    random: () => context.random(),
    reference: (name, everywhere): NodeSet => referenceFrom(origin, name, everywhere, root, context),
    instance: (id) => context.tables.table(id),
    choiceLabel: (value, node) => labelOfChoice(value, node, context),
    ownText,
  }
}

function labelOfChoice(value: string, node: ExpressionNode, { compiled, tables, language }: SessionContext): string {
  const asked = (node instanceof SessionNode ? node.definition : compiled.index.byName.get(node.name))?.node
  const list = asked !== undefined && 'list' in asked ? asked.list : undefined
  const choice = list === undefined ? undefined : compiled.form.lists[list]?.choices.find(({ name }) => name === value)
  language.get()
  return choice === undefined ? '' : tables.labelOf(choice)
}

export function reckonerAt(origin: SessionNode, context: SessionContext, ownText: () => string = () => ''): Reckoner {
  const scope = scopeAt(origin, origin.root, context, ownText)
  const focus = focusOn(origin)
  return {
    scope,
    text: (expression) => asText(evaluate(expression, scope, focus)),
    truth: (expression) => asBoolean(evaluate(expression, scope, focus)),
    number: (expression) => asNumber(evaluate(expression, scope, focus), context.offsetMinutes),
  }
}
