/**
 * Finds what depends on itself, so that such a form is refused when it is loaded and never goes round while somebody
 * fills it. A value depends on what its relevance, calculation and choices name, and on the group around it. Where an
 * expression picks another instance of the same repeat (a running total), only a filling can tell; there the session
 * stops by itself.
 */
import type { Expression } from '../expression/expression.ts'
import type { ExpressionColumn } from './form.ts'
import type { FormIndex, IndexedNode } from './form-index.ts'
import { referencesOf } from './references.ts'

const BINDING: readonly ExpressionColumn[] = ['relevant', 'calculation', 'choice_filter', 'repeat_count']

export type ParsedExpressions = ReadonlyMap<string, Partial<Record<ExpressionColumn, Expression>>>

const shareRepeat = (one: IndexedNode, other: IndexedNode) =>
  one.repeats[0] !== undefined && (one.repeats[0] === other.repeats[0] || one.repeats[0] === other)

/** The nodes that the value of a node depends on directly. */
function supportsOf(node: IndexedNode, parsed: ParsedExpressions, index: FormIndex): readonly IndexedNode[] {
  const own = parsed.get(node.path) ?? {}
  const named = BINDING.flatMap((column) => {
    const expression = own[column]
    return expression === undefined
      ? []
      : referencesOf(expression, node, index, column === 'choice_filter')
          .dependencies.filter(({ on, isChosen }) => !(isChosen && shareRepeat(node, on)))
          .map(({ on }) => on)
  })
  return node.parent === null ? named : [node.parent, ...named]
}

export interface DependencyOrder {
  /** The nodes of one circle for each that is found, in the order in which they depend on each other. */
  readonly cycles: readonly (readonly IndexedNode[])[]
  /** Rank of a node by its path: what it depends on ranks before it, so that no chain is ever climbed down. */
  readonly ranks: ReadonlyMap<string, number>
}

/** Rule FRM-7. */
export function dependencyOrder(index: FormIndex, parsed: ParsedExpressions): DependencyOrder {
  const ranks = new Map<string, number>()
  const open = new Set<IndexedNode>()
  const cycles: IndexedNode[][] = []
  for (const root of index.all) {
    const trail: { node: IndexedNode; rest: IndexedNode[] }[] = []
    const enter = (node: IndexedNode) => {
      open.add(node)
      trail.push({ node, rest: [...supportsOf(node, parsed, index)] })
    }
    if (!ranks.has(root.path)) enter(root)
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = top.rest.pop()
      if (next === undefined) {
        open.delete(top.node)
        ranks.set(top.node.path, ranks.size)
        trail.pop()
      } else if (open.has(next)) {
        cycles.push(trail.slice(trail.findIndex(({ node }) => node === next)).map(({ node }) => node))
      } else if (!ranks.has(next.path)) enter(next)
    }
  }
  return { cycles, ranks }
}
