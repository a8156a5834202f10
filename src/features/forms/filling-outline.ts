// A form as it is painted: sections of at most thirty questions, each a flat list of places with their depth. A long
// form costs what one section costs; which section a question stands in is known for the rail, the search and the jumps.
import { isQuestion, isShown, type FormNode } from '#domain/questionnaire/form/form.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { type IndexedNode, segmentOf } from '#domain/questionnaire/form/form-index.ts'
import type { FormSession } from '#domain/questionnaire/session/form-session.ts'

type PlaceKind = 'question' | 'group' | 'repeat' | 'instance' | 'repeat-end'

export interface Place {
  readonly kind: PlaceKind
  readonly ref: string
  readonly depth: number
  readonly node: FormNode
  /** From 1, of an instance. */
  readonly number: number
}

export interface OutlineSection {
  readonly key: string
  /** The group or repeat it is named after; null for questions that stand in none. */
  readonly titleRef: string | null
  /** From 1 where a long section was cut; 0 where it was not. */
  readonly part: number
  readonly places: readonly Place[]
}

const MOST_QUESTIONS = 30

type Instances = (repeat: string) => readonly string[]

function placesOf(node: IndexedNode, before: string, depth: number, instances: Instances): readonly Place[] {
  const { node: asked } = node
  const ref = `${before}/${segmentOf(node)}`
  const place = (kind: PlaceKind, at: string, number = 0): Place => ({ kind, ref: at, depth, node: asked, number })
  if (isQuestion(asked)) return isShown(asked) ? [place('question', ref)] : []
  const inside = (at: string, deeper: number) =>
    node.children.flatMap((child) => placesOf(child, at, deeper, instances))
  if (asked.kind === 'group') return [place('group', ref), ...inside(ref, depth + 1)]
  const blocks = instances(ref).flatMap((at, index) => [place('instance', at, index + 1), ...inside(at, depth + 2)])
  return [place('repeat', ref), ...blocks, place('repeat-end', ref)]
}

interface Titled {
  readonly titleRef: string | null
  readonly places: readonly Place[]
}

/** One group around everything is no section: what is in it are the sections. */
function outermost({ index }: CompiledForm): { readonly nodes: readonly IndexedNode[]; readonly before: string } {
  let [nodes, before] = [index.roots, '']
  for (;;) {
    const shown = nodes.filter(({ node }) => !isQuestion(node) || isShown(node))
    const [only] = shown
    const hasGroups = only?.children.some(({ node }) => !isQuestion(node)) ?? false
    if (shown.length !== 1 || only?.node.kind !== 'group' || !hasGroups) return { nodes, before }
    ;[nodes, before] = [only.children, only.path]
  }
}

function cut({ titleRef, places }: Titled): readonly OutlineSection[] {
  const parts: Place[][] = [[]]
  let questions = 0
  for (const place of places) {
    const isFull = questions >= MOST_QUESTIONS && (place.kind === 'question' || place.kind === 'group')
    if (isFull || (questions >= MOST_QUESTIONS / 2 && place.kind === 'instance' && place.number > 1)) {
      parts.push([])
      questions = 0
    }
    parts.at(-1)?.push(place)
    if (place.kind === 'question') questions += 1
  }
  return parts.map((part, at) => ({
    key: `${titleRef ?? places[0]?.ref ?? ''}#${at}`,
    titleRef,
    part: parts.length === 1 ? 0 : at + 1,
    places: part,
  }))
}

export function outlineOf(compiled: CompiledForm, session: FormSession): readonly OutlineSection[] {
  const instances: Instances = (repeat) => session.state(repeat)?.instances ?? []
  const { nodes, before } = outermost(compiled)
  const titled: { titleRef: string | null; places: Place[] }[] = []
  for (const node of nodes) {
    const places = placesOf(node, before, 0, instances)
    const [first] = places
    if (first === undefined) continue
    const last = titled.at(-1)
    if (!isQuestion(node.node)) titled.push({ titleRef: first.ref, places: [...places] })
    else if (last?.titleRef === null) last.places.push(...places)
    else titled.push({ titleRef: null, places: [...places] })
  }
  return titled.flatMap(cut)
}
