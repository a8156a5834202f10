/**
 * One question of a filling. What was typed is kept as it was typed, whatever becomes of the question: while it is
 * not relevant it counts as empty, and the text is there again when it is. A calculation writes over an answer only
 * when its own result changes, so that a person may put right what was proposed.
 */
import type { Expression } from '../expression/expression.ts'
import { filtered } from '../expression/evaluate.ts'
import type { Choice, Question } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import { type AnswerValue, answerValue, chosenValue } from './answer-value.ts'
import { type Computed, Source } from './cell.ts'
import type { ChoiceRow } from './choice-rows.ts'
import type { SessionContext } from './session-context.ts'
import { type GroupNode, SessionNode } from './session-node.ts'

const sameAnswer = (one: AnswerValue, other: AnswerValue) =>
  one.value === other.value && one.unreadable === other.unreadable

const sameList = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((item, at) => item === other[at])

const NOT_ASKED: AnswerValue = { value: '', unreadable: null }

/** The name under which the reason for "not applicable" is kept beside its answer. */
export const reasonRef = (ref: string): string => `${ref}#reason`

export class QuestionNode extends SessionNode {
  readonly question: Question
  /** As it was typed. */
  readonly written: Source<string>
  /** Why the question is not applicable, where that is the answer. */
  readonly reason: Source<string>
  readonly isRequired: () => boolean
  readonly offered: () => readonly Choice[]
  readonly answer: () => AnswerValue
  readonly isConstraintMet: () => boolean
  #calculated: string | undefined
  #isFirstReckoning: boolean

  constructor(context: SessionContext, definition: IndexedNode, question: Question, parent: GroupNode, ref: string) {
    super(context, definition, parent, ref)
    this.question = question
    const stored = context.stored[ref]
    this.written = new Source(context.graph, stored ?? '')
    this.reason = new Source(context.graph, context.stored[reasonRef(ref)] ?? '')
    this.#isFirstReckoning = stored !== undefined
    this.isRequired = this.conditionOf('required', false)
    this.offered = this.#offeredCell()
    const answer = this.cell<AnswerValue>(NOT_ASKED, () => this.#reckonAnswer(), sameAnswer)
    this.answer = () => answer.get()
    this.isConstraintMet = this.#constraintCell()
  }

  /** Choices after the `choice_filter`. */
  #offeredCell(): () => readonly Choice[] {
    const { list } = this.question
    if (list === undefined) return () => []
    const all = this.context.compiled.form.lists[list]?.choices ?? []
    const filter = this.expressionOf('choice_filter')
    if (filter === undefined) return () => all
    const cell = this.cell<readonly Choice[]>([], () => this.#filtered(list, filter), sameList)
    return () => cell.get()
  }

  #filtered(list: string, filter: Expression): readonly Choice[] {
    const rows = this.context.tables.rows(list)
    return (filtered(rows, filter, this.reckoner.scope) as readonly ChoiceRow[]).map((row) => row.choice)
  }

  #names: { readonly of: readonly Choice[]; readonly names: ReadonlySet<string> } | undefined

  #offeredNames(): ReadonlySet<string> {
    const offered = this.offered()
    if (this.#names?.of !== offered) this.#names = { of: offered, names: new Set(offered.map(({ name }) => name)) }
    return this.#names.names
  }

  #reckonAnswer(): AnswerValue {
    if (!this.isRelevant()) {
      this.#calculated = undefined
      return NOT_ASKED
    }
    const calculation = this.expressionOf('calculation')
    if (calculation !== undefined) this.#calculate(calculation)
    return this.#read(this.written.get(), calculation !== undefined)
  }

  #calculate(calculation: Expression): void {
    const result = this.context
      .reckonerAt(this, () => this.context.graph.untracked(() => this.written.get()))
      .text(calculation)
    const isNewer = result !== this.#calculated
    this.#calculated = result
    const keepsStored = this.#isFirstReckoning && this.question.kind !== 'calculate'
    this.#isFirstReckoning = false
    if (isNewer && !keepsStored) this.written.correct(result)
  }

  #read(written: string, isCalculated: boolean): AnswerValue {
    const { kind } = this.question
    if (kind === 'select_one' || kind === 'select_multiple') {
      return written === '' ? NOT_ASKED : chosenValue(written, this.#offeredNames(), kind === 'select_multiple')
    }
    return answerValue(kind, written, isCalculated)
  }

  #constraintCell(): () => boolean {
    const constraint = this.expressionOf('constraint')
    if (constraint === undefined) return () => true
    const cell: Computed<boolean> = this.cell(
      true,
      () => !this.isRelevant() || this.text() === '' || this.reckoner.truth(constraint),
    )
    return () => cell.get()
  }

  /** The default of a new filling or a new instance; an expression is reckoned once. */
  applyDefault(): void {
    const { default: written } = this.question
    if (written === undefined || this.written.get() !== '') return
    const expression = this.expressionOf('default')
    const { graph } = this.context
    this.written.set(expression === undefined ? written : graph.untracked(() => this.reckoner.text(expression)))
  }

  children(): readonly SessionNode[] {
    return []
  }

  text(): string {
    return this.answer().value
  }

  position(): number {
    return 1
  }

  all(): readonly SessionNode[] {
    return [this]
  }
}
