/**
 * Reads in an expression which nodes of the form it depends on, without filling anything: for the check that every
 * name exists, and for the check that nothing depends on itself. Reading `.` is not counted, since a constraint or
 * `once(…)` looks at its own question on purpose.
 */
import { type Expression, partsOf } from '../expression/expression.ts'
import { namesInText } from './expressions-of.ts'
import { type FormIndex, type IndexedNode, nodesAtStep } from './form-index.ts'

export interface Dependency {
  readonly on: IndexedNode
  /** True where a predicate or `indexed-repeat` chooses another instance of it. */
  readonly isChosen: boolean
}

export interface References {
  readonly dependencies: readonly Dependency[]
  /** Names in `${…}` that the form does not have. */
  readonly unknown: readonly string[]
  /** Names in `${…}` that stand in several places of the form. */
  readonly several: readonly string[]
  /** Lists named by `instance('…')` or `pulldata('…', …)`. */
  readonly lists: readonly string[]
}

type Path = Extract<Expression, { kind: 'path' }>

/** Where an expression stands: at a node, or in a row of choices (or a predicate), whose bare names are columns. */
export type Origin = IndexedNode | 'row'

/** A node of the definition, or the form itself. */
type Place = IndexedNode | null

/** Where a path begins, as far as the definition tells. */
function startOf({ start }: Path, origin: Origin, at: Origin, index: FormIndex): readonly Place[] {
  if (start === 'root') return [null]
  if (start === 'context') return at === 'row' ? [] : [at]
  if (start.kind === 'reference') return [index.byName.get(start.name) ?? []].flat()
  return start.kind === 'call' && start.name === 'current' && origin !== 'row' ? [origin] : []
}

const stepsOf = ({ start, steps }: Path) => (start === 'root' && steps[0]?.axis === 'child' ? steps.slice(1) : steps)

const hasPredicate = ({ predicates, steps }: Path) =>
  predicates.length > 0 || steps.some((step) => step.predicates.length > 0)

/** `null`, which authors write for nothing: as a path it leads nowhere, and so it is empty. Rule FRM-3. */
const isNothing = ({ start, steps: [step, another] }: Path): boolean =>
  start === 'context' && another === undefined && step?.axis === 'child' && /^null$/i.test(step.name)

/** One walk over one expression. */
class Collector {
  readonly dependencies: Dependency[] = []
  readonly unknown: string[] = []
  readonly several: string[] = []
  readonly lists: string[] = []
  readonly #origin: Origin
  readonly #index: FormIndex

  constructor(origin: Origin, index: FormIndex) {
    this.#origin = origin
    this.#index = index
  }

  visit(expression: Expression, at: Origin, isChosen: boolean): void {
    if (expression.kind === 'reference') return this.#name(expression.name, isChosen)
    if (expression.kind === 'path') return this.#path(expression, at, isChosen)
    const [first] = expression.kind === 'call' ? expression.args : []
    if (expression.kind === 'call' && expression.name === 'jr:choice-name') this.#quoted(expression.args[1])
    const isTable = expression.kind === 'call' && (expression.name === 'instance' || expression.name === 'pulldata')
    if (isTable && first?.kind === 'text') this.lists.push(first.value)
    const chooses = isChosen || (expression.kind === 'call' && expression.name === 'indexed-repeat')
    for (const part of partsOf(expression)) this.visit(part, at, chooses)
  }

  /** `jr:choice-name(…, '${name}')` names a question in quotes. */
  #quoted(question: Expression | undefined): void {
    const [name] = question?.kind === 'text' ? namesInText(question.value) : []
    if (name !== undefined && this.#index.several.has(name)) this.several.push(name)
  }

  #name(name: string, isChosen: boolean): void {
    const on = this.#index.byName.get(name)
    if (on !== undefined) this.dependencies.push({ on, isChosen })
    else if (this.#index.several.has(name)) this.several.push(name)
    else this.unknown.push(name)
  }

  #path(path: Path, at: Origin, isChosen: boolean): void {
    const chosen = isChosen || hasPredicate(path)
    const starts = startOf(path, this.#origin, at, this.#index)
    const ends = stepsOf(path).reduce(
      (places, step) => places.flatMap((place) => nodesAtStep(place, step, this.#index)),
      starts,
    )
    if (starts.length > 0 && ends.length === 0 && !isNothing(path)) this.unknown.push(path.steps.at(-1)?.name ?? '')
    for (const on of ends) {
      if (on !== null && on !== this.#origin) this.dependencies.push({ on, isChosen: chosen })
    }
    if (typeof path.start !== 'string') this.visit(path.start, at, chosen)
    for (const predicate of [...path.predicates, ...path.steps.flatMap((step) => step.predicates)]) {
      this.visit(predicate, 'row', chosen)
    }
  }
}

/** What an expression that belongs to `origin` depends on; `inRows` when it is asked of each row of a list. */
export function referencesOf(expression: Expression, origin: Origin, index: FormIndex, inRows = false): References {
  const collector = new Collector(origin, index)
  collector.visit(expression, inRows ? 'row' : origin, false)
  return collector
}
