/**
 * The places of one filling: groups, repeats with their instances, and (in question-node.ts) questions. Each has a
 * reference that stays the same while it lives, `/group/repeat[key]/question`, because answers of several people are
 * merged by it; an instance is known by its key and not by its place.
 */
import type { Expression } from '../expression/expression.ts'
import type { ExpressionNode } from '../expression/value.ts'
import type { ExpressionColumn } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import { Computed, type Source } from './cell.ts'
import type { SessionContext } from './session-context.ts'
import type { Reckoner } from './reckoner.ts'

/** Anything an expression can stand at, or a person can see. */
export abstract class SessionNode implements ExpressionNode {
  readonly isFixed = false
  readonly context: SessionContext
  readonly definition: IndexedNode | null
  readonly parentNode: GroupNode | null
  readonly ref: string
  readonly name: string
  readonly isRelevant: () => boolean
  readonly isReadOnly: () => boolean
  readonly #cells: { drop(): void }[] = []

  constructor(context: SessionContext, definition: IndexedNode | null, parentNode: GroupNode | null, ref: string) {
    this.context = context
    this.definition = definition
    this.parentNode = parentNode
    this.ref = ref
    this.name = definition?.node.name ?? context.compiled.form.id
    const relevant = this.conditionOf('relevant', true)
    const readOnly = this.conditionOf('read_only', false)
    this.isRelevant = () => (parentNode === null || parentNode.isRelevant()) && relevant()
    this.isReadOnly = () => parentNode?.isReadOnly() === true || readOnly()
  }

  expressionOf(column: ExpressionColumn): Expression | undefined {
    return this.definition === null ? undefined : this.context.compiled.expressions.get(this.definition.path)?.[column]
  }

  get root(): GroupNode {
    return this.parentNode === null ? (this as SessionNode as GroupNode) : this.parentNode.root
  }

  get reckoner(): Reckoner {
    return this.context.reckonerAt(this)
  }

  /** A cell that goes when the node goes. */
  cell<T>(initial: T, compute: () => T, isSame?: (one: T, other: T) => boolean): Computed<T> {
    const cell = new Computed(this.context.graph, initial, compute, isSame)
    this.#cells.push(cell)
    return cell
  }

  /** A yes-or-no expression of a column, or what holds where the column is empty. */
  conditionOf(column: ExpressionColumn, otherwise: boolean): () => boolean {
    const expression = this.expressionOf(column)
    if (expression === undefined) return () => otherwise
    const cell = this.cell(otherwise, () => this.reckoner.truth(expression))
    return () => cell.get()
  }

  parent(): ExpressionNode | null {
    return this.parentNode
  }

  drop(): void {
    for (const cell of this.#cells) cell.drop()
  }

  abstract children(name?: string): readonly SessionNode[]
  abstract text(): string
  abstract position(): number
  /** Everything below and this, in the order of the form. */
  abstract all(): readonly SessionNode[]
}

/** The form itself, a group, or one instance of a repeat. */
export class GroupNode extends SessionNode {
  /** The repeat it is an instance of. */
  readonly repeat: RepeatNode | null
  readonly key: string
  #members: readonly SessionNode[] = []
  #byName: ReadonlyMap<string, SessionNode> = new Map()

  constructor(
    context: SessionContext,
    definition: IndexedNode | null,
    parentNode: GroupNode | null,
    ref: string,
    instance?: { readonly repeat: RepeatNode; readonly key: string },
  ) {
    super(context, definition, parentNode, ref)
    this.repeat = instance?.repeat ?? null
    this.key = instance?.key ?? ''
  }

  /** Filled after it is made, since what is inside looks up to it. */
  fill(members: readonly SessionNode[]): void {
    this.#members = members
    this.#byName = new Map(members.map((member) => [member.name, member]))
  }

  /** Questions, groups and repeats directly inside. */
  get members(): readonly SessionNode[] {
    return this.#members
  }

  children(name?: string): readonly SessionNode[] {
    if (name !== undefined) return this.named(name)
    return this.#members.flatMap((member): readonly SessionNode[] =>
      member instanceof RepeatNode ? member.instances() : [member],
    )
  }

  named(name: string): readonly SessionNode[] {
    const member = this.#byName.get(name)
    if (member === undefined) return []
    return member instanceof RepeatNode ? member.instances() : [member]
  }

  text(): string {
    return this.children()
      .map((child) => child.text())
      .join('')
  }

  position(): number {
    return this.repeat === null ? 1 : this.repeat.instances().indexOf(this) + 1
  }

  all(): readonly SessionNode[] {
    return [this, ...this.#members.flatMap((member) => member.all())]
  }

  override drop(): void {
    super.drop()
    for (const member of this.#members) member.drop()
  }
}

/** A repeat with its instances; to an expression only the instances are there. */
export class RepeatNode extends SessionNode {
  readonly instances: () => readonly GroupNode[]
  /** Null where a calculation decides how many there are. */
  readonly list: Source<readonly GroupNode[]> | null
  readonly make: (key: string) => GroupNode
  /** How many the form asks for where it is more than are made; otherwise null. */
  readonly wantedBeyond: () => number | null

  constructor(
    context: SessionContext,
    definition: IndexedNode,
    parentNode: GroupNode,
    ref: string,
    instancesOf: (repeat: RepeatNode) => Pick<RepeatNode, 'instances' | 'list' | 'make' | 'wantedBeyond'>,
  ) {
    super(context, definition, parentNode, ref)
    const { instances, list, make, wantedBeyond } = instancesOf(this)
    this.instances = instances
    this.list = list
    this.make = make
    this.wantedBeyond = wantedBeyond
  }

  children(): readonly SessionNode[] {
    return this.instances()
  }

  text(): string {
    return ''
  }

  position(): number {
    return 1
  }

  all(): readonly SessionNode[] {
    return [this, ...this.instances().flatMap((instance) => instance.all())]
  }

  override drop(): void {
    super.drop()
    for (const instance of this.instances()) instance.drop()
  }
}
