/**
 * What a screen draws of one place of a filling, as plain data: two states that say the same are the same object, so
 * that only what really differs is drawn again.
 */
import { hasText } from '#domain/kernel/text.ts'
import { type Choice, isQuestion, type Question, textIn, type Texts } from '../form/form.ts'
import { fillText } from '../form/expressions-of.ts'
import type { Unreadable } from './answer-value.ts'
import { QuestionNode } from './question-node.ts'
import { saidValue } from './said-value.ts'
import { RepeatNode, type SessionNode } from './session-node.ts'

export type NodeProblemKind = Unreadable | 'constraint' | 'required' | 'reason-missing'

export interface NodeProblem {
  readonly kind: NodeProblemKind
  /** The form's own sentence, or empty where it has none. */
  readonly message: string
}

export interface NodeState {
  readonly ref: string
  readonly relevant: boolean
  readonly readOnly: boolean
  readonly label: string
  readonly hint: string
  /** As it was typed. */
  readonly written: string
  /** What expressions see: empty while not relevant or unreadable. */
  readonly value: string
  readonly required: boolean
  /** Why "not applicable". */
  readonly reason: string
  /** The first thing that is wrong, while the question is relevant. */
  readonly problem: NodeProblem | null
  /** What can be chosen now. */
  readonly choices: readonly Choice[]
  /** The instances of a repeat. */
  readonly instances: readonly string[]
  /** How many instances the form asks for where it is more than are made (FRM-35); otherwise null. */
  readonly wantedBeyond: number | null
}

const NO_INSTANCES: readonly string[] = []
const NO_CHOICES: readonly Choice[] = []

/** The choice that says "not applicable" where the appearance is `conformity`. */
const NOT_APPLICABLE = 'na'

/** Whether a question is answered on the scale 0 to 3 with "not applicable" and its reason. Rule FRM-15. */
export const isConformity = (appearance: string | undefined): boolean =>
  appearance?.split(/\s+/).includes('conformity') === true

/** A text of the form in the language of the screen, with `${name}` filled in. */
function wordsAt(node: SessionNode, texts: Texts): string {
  const { context } = node
  const { defaultLanguage } = context.compiled.form
  const column = context.language.get()
  const text = textIn(texts, column, defaultLanguage)
  if (!text.includes('${')) return text
  return fillText(text, (name) => {
    const named = node.reckoner.scope.reference(name, false)[0]
    const kind = named instanceof QuestionNode ? named.question.kind : undefined
    return saidValue(kind, named?.text() ?? '', column)
  })
}

/** The hint, and under it what the author wrote for whoever wants to know more. Rule FRM-34. */
const helpAt = (node: SessionNode, { hint, guidance }: Question): string =>
  [hint, guidance]
    .map((texts) => wordsAt(node, texts))
    .filter((text) => text !== '')
    .join('\n')

function problemOf(node: QuestionNode): NodeProblem | null {
  const { question } = node
  if (!node.isRelevant()) return null
  const { value, unreadable } = node.answer()
  if (unreadable !== null) return { kind: unreadable, message: '' }
  if (!node.isConstraintMet()) return { kind: 'constraint', message: wordsAt(node, question.constraintMessage) }
  if (value === '') {
    return node.isRequired() ? { kind: 'required', message: wordsAt(node, question.requiredMessage) } : null
  }
  const lacksReason = isConformity(question.appearance) && value === NOT_APPLICABLE && !hasText(node.reason.get())
  return lacksReason ? { kind: 'reason-missing', message: '' } : null
}

/** Rules FRM-8 to FRM-15 as a person meets them. */
export function stateOf(node: SessionNode): NodeState {
  const definition = node.definition?.node
  const bare = {
    ref: node.ref,
    relevant: node.isRelevant(),
    readOnly: node.isReadOnly(),
    label: definition === undefined ? '' : wordsAt(node, definition.label),
    hint: definition !== undefined && isQuestion(definition) ? helpAt(node, definition) : '',
    instances: node instanceof RepeatNode ? node.instances().map(({ ref }) => ref) : NO_INSTANCES,
    wantedBeyond: node instanceof RepeatNode ? node.wantedBeyond() : null,
  }
  if (!(node instanceof QuestionNode)) {
    return { ...bare, written: '', value: '', required: false, reason: '', problem: null, choices: NO_CHOICES }
  }
  const { value } = node.answer()
  return {
    ...bare,
    // Read after the answer: a calculation may just have written it.
    written: node.written.get(),
    value,
    required: node.isRequired(),
    reason: node.reason.get(),
    problem: problemOf(node),
    choices: node.offered(),
  }
}

const sameItems = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item, at) => item === other[at])

export const sameState = (one: NodeState, other: NodeState): boolean =>
  one.relevant === other.relevant &&
  one.readOnly === other.readOnly &&
  one.label === other.label &&
  one.hint === other.hint &&
  one.written === other.written &&
  one.value === other.value &&
  one.required === other.required &&
  one.reason === other.reason &&
  one.problem?.kind === other.problem?.kind &&
  one.problem?.message === other.problem?.message &&
  one.choices === other.choices &&
  one.wantedBeyond === other.wantedBeyond &&
  sameItems(one.instances, other.instances)
