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
export function supportsOf(node: IndexedNode, parsed: ParsedExpressions, index: FormIndex): readonly IndexedNode[] {
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

/** The nodes of one circle for each that is found, in the order in which they depend on each other. Rule FRM-7. */
export function cyclesIn(index: FormIndex, parsed: ParsedExpressions): readonly (readonly IndexedNode[])[] {
  const state = new Map<IndexedNode, 'open' | 'done'>()
  const cycles: IndexedNode[][] = []
  for (const root of index.all) {
    if (state.has(root)) continue
    const trail: { node: IndexedNode; rest: IndexedNode[] }[] = []
    const enter = (node: IndexedNode) => {
      state.set(node, 'open')
      trail.push({ node, rest: [...supportsOf(node, parsed, index)] })
    }
    enter(root)
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = top.rest.pop()
      if (next === undefined) {
        state.set(top.node, 'done')
        trail.pop()
      } else if (state.get(next) === 'open') {
        cycles.push(trail.slice(trail.findIndex(({ node }) => node === next)).map(({ node }) => node))
      } else if (!state.has(next)) enter(next)
    }
  }
  return cycles
}
