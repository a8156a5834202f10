/**
 * The nodes of a form by name and by path, with parent and nearest repeat: what references, paths and instances are
 * resolved against. Names are unique in the whole form (FRM-5), so one map is enough.
 */
import { type Form, type FormNode, isQuestion } from './form.ts'

export interface IndexedNode {
  readonly node: FormNode
  /** `/group/repeat/question`. */
  readonly path: string
  readonly parent: IndexedNode | null
  /** The repeats around it, outermost first; a repeat is not around itself. */
  readonly repeats: readonly IndexedNode[]
  readonly children: readonly IndexedNode[]
}

export interface FormIndex {
  readonly roots: readonly IndexedNode[]
  readonly all: readonly IndexedNode[]
  readonly byName: ReadonlyMap<string, IndexedNode>
  /** Names that more than one node has. */
  readonly twice: ReadonlySet<string>
}

interface Growing extends IndexedNode {
  readonly children: IndexedNode[]
}

export function indexForm(form: Pick<Form, 'nodes'>): FormIndex {
  const all: IndexedNode[] = []
  const byName = new Map<string, IndexedNode>()
  const twice = new Set<string>()
  const visit = (node: FormNode, parent: IndexedNode | null): IndexedNode => {
    const outer = parent === null ? [] : parent.repeats
    const repeats = parent?.node.kind === 'repeat' ? [...outer, parent] : outer
    const indexed: Growing = { node, path: `${parent?.path ?? ''}/${node.name}`, parent, repeats, children: [] }
    all.push(indexed)
    if (byName.has(node.name)) twice.add(node.name)
    else byName.set(node.name, indexed)
    if (!isQuestion(node)) for (const child of node.children) indexed.children.push(visit(child, indexed))
    return indexed
  }
  return { roots: form.nodes.map((node) => visit(node, null)), all, byName, twice }
}

/** What a relative or absolute path leads to in the definition, or null where only a filling could tell. */
export function nodesAtStep(
  from: IndexedNode | null,
  step: { readonly axis: string; readonly name: string },
  index: FormIndex,
): readonly (IndexedNode | null)[] {
  if (step.axis === 'self') return [from]
  if (step.axis === 'parent') return from === null ? [] : [from.parent]
  const children = from === null ? index.roots : from.children
  if (step.axis === 'descendant') return [from, ...children.flatMap((child) => nodesAtStep(child, step, index))]
  return step.name === '*' ? children : children.filter((child) => child.node.name === step.name)
}
