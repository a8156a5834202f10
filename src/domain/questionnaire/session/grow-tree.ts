/**
 * Makes the places of a filling out of a form and what was answered before. A repeat that the person decides about
 * begins with one instance, as every tool of the field has it; one whose number is calculated keeps instances that
 * fell away, so that their answers are there when the number grows again.
 */
import type { Expression } from '../expression/expression.ts'
import { isQuestion } from '../form/form.ts'
import { type IndexedNode, segmentOf } from '../form/form-index.ts'
import { Source } from './cell.ts'
import { QuestionNode } from './question-node.ts'
import type { SessionContext } from './session-context.ts'
import { GroupNode, RepeatNode, type SessionNode } from './session-node.ts'

/** More instances than this are not made, whatever is calculated, and the repeat says so. Rule FRM-35. */
export const MOST_INSTANCES = 1000

const FIRST_KEY = '1'

const refBelow = (parent: GroupNode, name: string) => `${parent.ref}/${name}`

/** The whole tree of one filling. */
export function growTree(context: SessionContext): GroupNode {
  const root = new GroupNode(context, null, null, '')
  root.fill(context.compiled.index.roots.map((definition) => grow(definition, root, context)))
  return root
}

function grow(definition: IndexedNode, parent: GroupNode, context: SessionContext): SessionNode {
  const { node } = definition
  const ref = refBelow(parent, segmentOf(definition))
  if (isQuestion(node)) return new QuestionNode(context, definition, node, parent, ref)
  if (node.kind === 'repeat')
    return new RepeatNode(context, definition, parent, ref, instancesFor(definition, parent, context))
  const group = new GroupNode(context, definition, parent, ref)
  group.fill(definition.children.map((child) => grow(child, group, context)))
  return group
}

type Instances = Pick<RepeatNode, 'instances' | 'list' | 'make' | 'wantedBeyond'>

const instancesFor =
  (definition: IndexedNode, parent: GroupNode, context: SessionContext) =>
  (repeat: RepeatNode): Instances => {
    const make = (key: string): GroupNode => {
      const instance = new GroupNode(context, definition, parent, `${repeat.ref}[${key}]`, { repeat, key })
      instance.fill(definition.children.map((child) => grow(child, instance, context)))
      return instance
    }
    const count = context.compiled.expressions.get(definition.path)?.repeat_count
    return count === undefined ? chosen(repeat, make, context) : counted(repeat, make, count, context)
  }

function chosen(repeat: RepeatNode, make: (key: string) => GroupNode, { graph, stored }: SessionContext): Instances {
  const kept = stored[repeat.ref]?.split(' ').filter((key) => key !== '') ?? [FIRST_KEY]
  const list = new Source<readonly GroupNode[]>(graph, kept.map(make))
  return { instances: () => list.get(), list, make, wantedBeyond: () => null }
}

function counted(
  repeat: RepeatNode,
  make: (key: string) => GroupNode,
  count: Expression,
  context: SessionContext,
): Instances {
  const pool: GroupNode[] = []
  let current: readonly GroupNode[] = []
  const cell = repeat.cell<readonly GroupNode[]>([], () => {
    const wanted = repeat.reckoner.number(count)
    // A number that is not there yet changes nothing: nobody loses rows while retyping it.
    if (Number.isNaN(wanted)) return current
    const size = Math.min(MOST_INSTANCES, Math.max(0, Math.floor(wanted)))
    if (size === current.length) return current
    while (pool.length < size) pool.push(withDefaults(make(String(pool.length + 1)), context))
    current = pool.slice(0, size)
    return current
  })
  const beyond = repeat.cell<number | null>(null, () => {
    const wanted = Math.floor(repeat.reckoner.number(count))
    return wanted > MOST_INSTANCES ? wanted : null
  })
  return { instances: () => cell.get(), list: null, make, wantedBeyond: () => beyond.get() }
}

/** Fills the defaults of an instance, unless something in it was answered before. */
export function withDefaults(instance: GroupNode, { graph, stored }: SessionContext): GroupNode {
  const isKnown = Object.keys(stored).some((ref) => ref.startsWith(`${instance.ref}/`))
  if (isKnown) return instance
  graph.untracked(() => {
    for (const node of instance.all()) if (node instanceof QuestionNode) node.applyDefault()
  })
  return instance
}
