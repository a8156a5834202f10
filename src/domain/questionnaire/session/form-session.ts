/**
 * One filling of a form: answers go in, and out come values, relevance, what is required and what is wrong, each time
 * with the list of the places that changed. The session keeps no storage and reads no machine; what it holds can be
 * taken out as plain text by reference and given to another session later, on another device.
 */
import type { Clock } from '#domain/kernel/clock.ts'
import { VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import { evaluate, focusOn } from '../expression/evaluate.ts'
import { dateTimeText } from '../expression/date-time.ts'
import { asText } from '../expression/value.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import { CellGraph, Computed, Source } from './cell.ts'
import { ChoiceTables } from './choice-rows.ts'
import { growTree, withDefaults } from './grow-tree.ts'
import { type NodeState, sameState, stateOf } from './node-state.ts'
import { QuestionNode, reasonRef } from './question-node.ts'
import type { SessionContext, StoredAnswers } from './session-context.ts'
import { type GroupNode, RepeatNode, type SessionNode } from './session-node.ts'
import { reckonerAt } from './session-scope.ts'

export interface SessionOptions {
  readonly clock: Clock
  /** What an earlier session gave out; left out for a new filling. */
  readonly stored?: StoredAnswers
  /** Minutes east of UTC; Vietnam when left out. */
  readonly offsetMinutes?: number
  readonly language?: string
  /** From 0 to below 1; needed by forms that call `random()` or `uuid()`. */
  readonly random?: () => number
  readonly environment?: Readonly<Record<string, string>>
}

interface Seen {
  readonly node: SessionNode
  readonly cell: Computed<NodeState>
}

export class FormSession {
  readonly #context: SessionContext
  readonly #root: GroupNode
  readonly #seen = new Map<string, Seen>()
  readonly #nodeOfCell = new Map<unknown, SessionNode>()

  constructor(compiled: CompiledForm, options: SessionOptions) {
    this.#context = contextOf(compiled, options)
    this.#root = growTree(this.#context)
    if (this.#context.isNew) withDefaults(this.#root, this.#context)
    this.#noteBeginning()
    this.#meetNewNodes()
  }

  /** References in the order of the form. */
  refs(): readonly string[] {
    return this.#root.all().flatMap(({ ref }) => (ref === '' ? [] : [ref]))
  }

  /** What a screen draws of a place, or undefined when there is no such place (any more). */
  state(ref: string): NodeState | undefined {
    return this.#seen.get(ref)?.cell.get()
  }

  /** Writes an answer as it was typed. Gives the references of the places that changed. Rule FRM-10. */
  answer(ref: string, written: string): readonly string[] {
    const node = this.#seen.get(ref)?.node
    if (!(node instanceof QuestionNode) || node.isReadOnly()) return []
    node.written.set(written)
    return this.#settle()
  }

  /** The reason for "not applicable". Rule FRM-15. */
  giveReason(ref: string, reason: string): readonly string[] {
    const node = this.#seen.get(ref)?.node
    if (node instanceof QuestionNode) node.reason.set(reason)
    return this.#settle()
  }

  /** One more instance of a repeat; `key` makes it the same instance on every device. Rule FRM-12. */
  addInstance(ref: string, key?: string): readonly string[] {
    const repeat = this.#seen.get(ref)?.node
    if (!(repeat instanceof RepeatNode) || repeat.list === null) return []
    const keys = repeat.instances().map((instance) => instance.key)
    const wanted = key ?? String(Math.max(0, ...keys.map((one) => Number.parseInt(one, 10) || 0)) + 1)
    if (keys.includes(wanted) || !/^[\w-]+$/.test(wanted)) return []
    repeat.list.set([...repeat.instances(), withDefaults(repeat.make(wanted), this.#context)])
    return this.#settle()
  }

  /** Takes an instance out with its answers: the person asked for it. */
  removeInstance(ref: string): readonly string[] {
    const repeat = this.#seen.get(ref.slice(0, ref.lastIndexOf('[')))?.node
    if (!(repeat instanceof RepeatNode) || repeat.list === null) return []
    const gone = repeat.instances().find((instance) => instance.ref === ref)
    if (gone === undefined) return []
    const left = gone.all().map((node) => node.ref)
    repeat.list.set(repeat.instances().filter((instance) => instance !== gone))
    for (const one of left) this.#forget(one)
    gone.drop()
    return this.#settle()
  }

  setLanguage(language: string): readonly string[] {
    this.#context.language.set(language)
    return this.#settle()
  }

  /** Everything that was typed, by reference, that of places not relevant included: what is to be stored. */
  answers(): StoredAnswers {
    const stored: Record<string, string> = {}
    for (const { node } of this.#seen.values()) {
      if (node instanceof RepeatNode && node.list !== null)
        stored[node.ref] = node.list
          .get()
          .map(({ key }) => key)
          .join(' ')
      if (!(node instanceof QuestionNode)) continue
      if (node.written.get() !== '') stored[node.ref] = node.written.get()
      if (node.reason.get() !== '') stored[reasonRef(node.ref)] = node.reason.get()
    }
    return { ...this.#unclaimed(), ...stored }
  }

  /** Answers of instances that fell away, and of questions this version does not have: nothing is dropped. */
  #unclaimed(): StoredAnswers {
    return Object.fromEntries(
      Object.entries(this.#context.stored).filter(
        ([ref]) => !this.#seen.has(ref.replace(/#reason$/, '')) && !this.#removed.has(ref.replace(/#reason$/, '')),
      ),
    )
  }

  readonly #removed = new Set<string>()

  #forget(ref: string): void {
    const seen = this.#seen.get(ref)
    seen?.cell.drop()
    this.#nodeOfCell.delete(seen?.cell)
    this.#seen.delete(ref)
    this.#removed.add(ref)
  }

  /** The places with something wrong, in the order of the form. */
  problems(): readonly NodeState[] {
    return this.refs().flatMap((ref) => {
      const state = this.state(ref)
      return state === undefined || state.problem === null ? [] : [state]
    })
  }

  /** What this filling is called in a list. */
  instanceName(): string {
    const { compiled } = this.#context
    if (compiled.instanceName === null) return ''
    const { scope } = this.#context.reckonerAt(this.#root)
    return asText(evaluate(compiled.instanceName, scope, focusOn(this.#root)))
  }

  /** Notes the moment of finishing where the form asks for it, and gives what is still wrong. */
  finish(): readonly NodeState[] {
    this.#fillKind('end', this.#now())
    this.#settle()
    return this.problems()
  }

  #now(): string {
    return dateTimeText(this.#context.clock.now(), this.#context.offsetMinutes)
  }

  #fillKind(kind: string, text: string): void {
    for (const node of this.#root.all()) {
      if (node instanceof QuestionNode && node.question.kind === kind) node.written.set(text)
    }
  }

  #noteBeginning(): void {
    const { isNew, environment } = this.#context
    if (!isNew) return
    this.#fillKind('start', this.#now())
    this.#fillKind('today', this.#now().slice(0, 10))
    for (const [kind, text] of Object.entries(environment)) this.#fillKind(kind, text)
  }

  /** What a place depends on comes before it, so that no long chain of calculations is climbed down at once. */
  #inOrder(nodes: readonly SessionNode[]): readonly SessionNode[] {
    const { ranks } = this.#context.compiled
    const rank = ({ definition }: SessionNode) => (definition === null ? -1 : (ranks.get(definition.path) ?? 0))
    return [...nodes].sort((one, other) => rank(one) - rank(other))
  }

  /** Watches the places that were not there before. */
  #meetNewNodes(): readonly string[] {
    const fresh: string[] = []
    for (const node of this.#inOrder(this.#root.all())) {
      if (node.ref === '' || this.#seen.get(node.ref)?.node === node) continue
      const cell = new Computed(this.#context.graph, stateOf(node), () => stateOf(node), sameState)
      cell.isWatched = true
      cell.get()
      this.#seen.set(node.ref, { node, cell })
      this.#nodeOfCell.set(cell, node)
      fresh.push(node.ref)
    }
    return fresh
  }

  /** Asks every watched place in doubt until none is left. */
  #settle(): readonly string[] {
    const { graph } = this.#context
    const changed = new Set<string>()
    for (let waiting = graph.takeWaiting(); waiting.length > 0; waiting = graph.takeWaiting()) {
      const doubted = this.#inOrder(waiting.flatMap((cell) => this.#nodeOfCell.get(cell) ?? []))
      const hasNewInstances = doubted.map((node) => this.#ask(node, changed)).includes(true)
      if (hasNewInstances) for (const ref of this.#meetNewNodes()) changed.add(ref)
    }
    return [...changed]
  }

  /** Notes a place that changed; true when it now has other instances. */
  #ask({ ref }: SessionNode, changed: Set<string>): boolean {
    const cell = this.#seen.get(ref)?.cell
    const before = cell?.peek()
    const after = cell?.get()
    if (before === after) return false
    changed.add(ref)
    return before?.instances !== after?.instances
  }
}

function contextOf(compiled: CompiledForm, options: SessionOptions): SessionContext {
  const graph = new CellGraph()
  const language = new Source(graph, options.language ?? compiled.form.defaultLanguage)
  const stored = options.stored ?? {}
  const context: SessionContext = {
    compiled,
    graph,
    language,
    tables: new ChoiceTables(compiled.form, () => language.get()),
    clock: options.clock,
    offsetMinutes: options.offsetMinutes ?? VIETNAM_OFFSET_MINUTES,
    random: options.random ?? (() => 0),
    environment: options.environment ?? {},
    stored,
    isNew: options.stored === undefined,
    reckonerAt: (node, ownText) => reckonerAt(node, context, ownText),
  }
  return context
}
