/**
 * The nodes of a form by name and by path, with parent and nearest repeat: what references, paths and instances are
 * resolved against. A name that stands once in the form is enough to find its node; one that stands in several places
 * (FRM-36) is no reference, and what is written there is known by its path.
 */
import { type Form, type FormNode, isQuestion } from './form.ts'

/** Ends a name in a path that stands in several places of its form; no name has it (FRM-5). Rule FRM-37. */
export const PLACE_MARK = ':'

export interface IndexedNode {
  readonly node: FormNode
  /** `/group/repeat/question`; a name that stands in several places ends in `:` (FRM-37). */
  readonly path: string
  readonly parent: IndexedNode | null
  /** The repeats around it, outermost first; a repeat is not around itself. */
  readonly repeats: readonly IndexedNode[]
  readonly children: readonly IndexedNode[]
}

export interface FormIndex {
  readonly roots: readonly IndexedNode[]
  readonly all: readonly IndexedNode[]
  /** What `${name}` can mean: without the names that stand in several places. */
  readonly byName: ReadonlyMap<string, IndexedNode>
  /** By the names alone, one under another: `/group/repeat/question`. */
  readonly byPlace: ReadonlyMap<string, IndexedNode>
  /** Names that stand in several places. */
  readonly several: ReadonlySet<string>
  /** Nodes that cannot be told apart: two of one name under one parent, or two repeats of one name. */
  readonly clashing: ReadonlySet<IndexedNode>
}

interface Growing extends IndexedNode {
  readonly children: IndexedNode[]
}

type Visit = (node: FormNode, place: string) => void

function everyPlace(nodes: readonly FormNode[], visit: Visit, around = ''): void {
  for (const node of nodes) {
    const place = `${around}/${node.name}`
    visit(node, place)
    if (!isQuestion(node)) everyPlace(node.children, visit, place)
  }
}

/** Two of one name under one parent are one place, and refused as such. */
function namesOfSeveral(nodes: readonly FormNode[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const several = new Set<string>()
  everyPlace(nodes, ({ name }, place) => {
    if ((first.get(name) ?? place) !== place) several.add(name)
    first.set(name, place)
  })
  return several
}

class Clashes {
  readonly found = new Set<IndexedNode>()
  readonly #first = new Map<string, IndexedNode>()

  /** `key` is what nothing else may have. */
  meet(key: string, node: IndexedNode): void {
    const first = this.#first.get(key)
    if (first === undefined) this.#first.set(key, node)
    else this.found.add(first).add(node)
  }
}

export function indexForm(form: Pick<Form, 'nodes'>): FormIndex {
  const all: IndexedNode[] = []
  const byName = new Map<string, IndexedNode>()
  const byPlace = new Map<string, IndexedNode>()
  const several = namesOfSeveral(form.nodes)
  const clashes = new Clashes()
  const visit = (node: FormNode, parent: IndexedNode | null, around: string): IndexedNode => {
    const { name } = node
    const outer = parent === null ? [] : parent.repeats
    const repeats = parent?.node.kind === 'repeat' ? [...outer, parent] : outer
    const path = `${parent?.path ?? ''}/${name}${several.has(name) ? PLACE_MARK : ''}`
    const indexed: Growing = { node, path, parent, repeats, children: [] }
    const place = `${around}/${name}`
    all.push(indexed)
    clashes.meet(place, indexed)
    if (node.kind === 'repeat') clashes.meet(name, indexed)
    if (!byPlace.has(place)) byPlace.set(place, indexed)
    if (!several.has(name) && !byName.has(name)) byName.set(name, indexed)
    if (!isQuestion(node)) for (const child of node.children) indexed.children.push(visit(child, indexed, place))
    return indexed
  }
  const roots = form.nodes.map((node) => visit(node, null, ''))
  return { roots, all, byName, byPlace, several, clashing: clashes.found }
}

/** Its own part of its path: the name, with the mark where the name stands in several places. */
export const segmentOf = ({ path }: Pick<IndexedNode, 'path'>): string => path.slice(path.lastIndexOf('/') + 1)

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
