/**
 * The answers of a draft under a corrected version of its form. Each either goes along, as it was written, or is set
 * aside with the question it answered and the reason; none is changed and none is lost. What was set aside by an earlier
 * move comes back where a later version asks for it again.
 */
import type { CompiledForm } from '../form/compile-form.ts'
import { chosenNames, isChoosing, isQuestion, type Question, type Texts } from '../form/form.ts'
import { type IndexedNode, segmentOf } from '../form/form-index.ts'
import { nameAt, nodeAt, nodeAtSteps, type PlaceStep, placeSteps } from '../form/place-steps.ts'
import { formKey } from '../library/form-key.ts'
import { answerValue } from '../session/answer-value.ts'

/** An answer as a filling keeps it; an instance of a repeat is one whose path ends in its key. */
export interface DraftAnswer {
  readonly path: string
  readonly value: string
  readonly reason: string
  readonly note: string
  /** Two people answered differently, and nobody has chosen yet. */
  readonly hasConflict?: boolean
}

/** Why an answer does not go along. */
type MisfitReason = 'removed' | 'place' | 'type' | 'choice' | 'reason' | 'entry'

export interface AsideAnswer extends DraftAnswer {
  readonly why: MisfitReason
  /** Version of the form it was given in. */
  readonly version: string
  /** The question as it was asked. */
  readonly label: Texts
}

export interface MovedDraft {
  readonly answers: readonly DraftAnswer[]
  readonly aside: readonly AsideAnswer[]
  /** Names of questions whose answer went along although its words or choices are others: worth a second look. */
  readonly lookAgain: readonly string[]
}

/** The reference of a question in the new version with the keys it had; undefined where its repeats are others. */
function placeIn(target: IndexedNode, steps: readonly PlaceStep[], { index }: CompiledForm): string | undefined {
  const around =
    target.node.kind === 'repeat' && typeof steps.at(-1)?.key === 'string'
      ? [...target.repeats, target]
      : target.repeats
  const had = steps.flatMap(({ key }, at) => (key === null ? [] : [{ key, steps: steps.slice(0, at + 1) }]))
  if (around.length !== had.length || had.some((one, at) => nodeAtSteps(one.steps, index) !== around[at]))
    return undefined
  const isCounted = around.some(({ node }) => node.kind === 'repeat' && node.count !== undefined)
  // Instances that a calculation makes are 1, 2, 3 …: another key would never be shown.
  if (isCounted && had.some(({ key }) => !/^[1-9]\d*$/.test(key))) return undefined
  const keyOf = new Map(had.map(({ key }, at) => [around[at], key]))
  const chain: string[] = []
  for (let at: IndexedNode | null = target; at !== null; at = at.parent) {
    const key = keyOf.get(at)
    chain.unshift(key === undefined ? segmentOf(at) : `${segmentOf(at)}[${key}]`)
  }
  return `/${chain.join('/')}`
}

/** Where this form asks what was answered at a path, with the keys it had; undefined where it asks no such thing there. */
export function placeOf(path: string, form: CompiledForm): string | undefined {
  const steps = placeSteps(path)
  const target = nodeAtSteps(steps, form.index)
  if (target === undefined) return undefined
  const isMark = path.endsWith(']')
  return isMark === (target.node.kind === 'repeat') && (isMark || isQuestion(target.node))
    ? placeIn(target, steps, form)
    : undefined
}

const isConformity = ({ appearance }: Question): boolean => /\bconformity\b/.test(appearance ?? '')

function misfitOfValue(written: string, question: Question, { form }: CompiledForm): MisfitReason | null {
  if (written.trim() === '') return null
  if (!isChoosing(question.kind))
    return answerValue(question.kind, written, question.calculation !== undefined).unreadable === null ? null : 'type'
  const offered = new Set(form.lists[question.list ?? '']?.choices.map(({ name }) => name))
  const chosen = chosenNames(question.kind, written)
  return chosen.every((name) => offered.has(name)) ? null : 'choice'
}

/** Photos and files are names of evidence, choices are names of choices: neither is a text of the other kind. */
const family = ({ kind }: Question): string => {
  if (kind === 'image' || kind === 'file') return 'evidence'
  if (isChoosing(kind)) return 'chosen'
  if (kind === 'acknowledge' || kind === 'geopoint') return kind
  return 'written'
}

type Verdict = { readonly path: string } | { readonly why: MisfitReason }

function judge(answer: DraftAnswer, from: IndexedNode | undefined, to: CompiledForm): Verdict {
  const steps = placeSteps(answer.path)
  const target = nodeAtSteps(steps, to.index)
  if (target === undefined) return { why: 'removed' }
  const path = placeIn(target, steps, to)
  const isMark = answer.path.endsWith(']')
  if (isMark) return path !== undefined && target.node.kind === 'repeat' ? { path } : { why: 'place' }
  if (!isQuestion(target.node)) return { why: 'type' }
  if (path === undefined) return { why: 'place' }
  const before = from?.node
  if (before !== undefined && isQuestion(before) && family(before) !== family(target.node)) return { why: 'type' }
  const why = misfitOfValue(answer.value, target.node, to)
  if (why !== null) return { why }
  return answer.reason !== '' && !isConformity(target.node) ? { why: 'reason' } : { path }
}

const asked = (path: string, { index }: CompiledForm): IndexedNode | undefined => nodeAt(path, index)

/** Whether an answer keeps the id of its record there: one that is known by its path has another (FIL-2). */
export const keepsItsId = (path: string, other: string): boolean =>
  placeSteps(path).at(-1)?.isMarked === placeSteps(other).at(-1)?.isMarked

const labelsDiffer = (one: Texts, other: Texts): boolean =>
  Array.from(new Set([...Object.keys(one), ...Object.keys(other)])).some(
    (language) => (one[language] ?? '').trim() !== (other[language] ?? '').trim(),
  )

/** The words of what was chosen, one after another; what is written has none. */
function wordsChosen({ value }: DraftAnswer, { node }: IndexedNode, { form }: CompiledForm): readonly Texts[] {
  if (!isQuestion(node) || !isChoosing(node.kind)) return []
  const chosen = chosenNames(node.kind, value)
  const choices = form.lists[node.list ?? '']?.choices ?? []
  return chosen.map((name) => choices.find((choice) => choice.name === name)?.label ?? {})
}

/** Neither picked nor set aside by a move: nobody has said which of the two holds. Rule RVS-9. */
const isDisputed = ({ hasConflict }: DraftAnswer): boolean => hasConflict === true

const isBlank = (answer: DraftAnswer): boolean =>
  !isDisputed(answer) && answer.value === '' && answer.reason === '' && answer.note === ''

/** Whether its question, or what was chosen, is put in other words now. A name stays what it was. Rule RVS-6. */
function isReworded(answer: DraftAnswer, from: CompiledForm, to: CompiledForm): boolean {
  const [before, after] = [asked(answer.path, from), asked(answer.path, to)]
  if (before === undefined || after === undefined) return false
  if (labelsDiffer(before.node.label, after.node.label)) return true
  const words = wordsChosen(answer, after, to)
  return wordsChosen(answer, before, from).some((label, at) => labelsDiffer(label, words[at] ?? {}))
}

type MovedAnswer = DraftAnswer & { readonly changedAt?: number; readonly confirmed?: string }

/**
 * Where a moved draft is to be looked at again: what was answered before the move under other words, until somebody
 * answers there. Told from answers and versions, so that what arrives later is told of too. Rule RVS-10.
 */
export const placesToLookAt = (
  answers: readonly MovedAnswer[],
  { from, to, at }: { readonly from: CompiledForm; readonly to: CompiledForm; readonly at: number },
): readonly string[] =>
  answers
    .filter((answer) => !answer.path.endsWith(']') && !isBlank(answer) && !isDisputed(answer))
    .filter(({ changedAt = 0, confirmed }) => changedAt <= at && confirmed !== formKey(to.form))
    .filter((answer) => isReworded(answer, from, to))
    .map(({ path }) => path)

class Moving {
  readonly answers = new Map<string, DraftAnswer>()
  /** The same as they were given. */
  readonly #given = new Map<string, DraftAnswer>()
  readonly aside: AsideAnswer[] = []
  readonly lookAgain = new Set<string>()
  readonly #from: CompiledForm
  readonly #to: CompiledForm

  constructor(from: CompiledForm, to: CompiledForm) {
    this.#from = from
    this.#to = to
  }

  move(answer: DraftAnswer): void {
    const before = asked(answer.path, this.#from)
    const verdict = judge(answer, before, this.#to)
    if (isDisputed(answer)) this.#put(answer, this.#placeOfDisputed(answer))
    else if ('path' in verdict) this.#put(answer, verdict.path)
    else this.#setAside(answer, verdict.why)
    const goesAlong = 'path' in verdict && !isBlank(answer)
    if (goesAlong && isReworded(answer, this.#from, this.#to)) this.lookAgain.add(nameAt(answer.path))
  }

  /** Where it is asked now, unless it had another id there: under that there would be one value, and the other gone. */
  #placeOfDisputed({ path }: DraftAnswer): string {
    const now = placeOf(path, this.#to)
    return now !== undefined && keepsItsId(path, now) ? now : path
  }

  /** Two meet in one place only where one of them was left behind by an earlier move. Rule RVS-12. */
  #put(answer: DraftAnswer, path: string): void {
    const other = this.#given.get(path)
    const wins = other === undefined || this.#rank(answer) > this.#rank(other)
    if (other !== undefined) this.#setAside(wins ? other : answer, 'place')
    if (!wins) return
    this.#given.set(path, answer)
    this.answers.set(path, { ...answer, path })
  }

  #rank(answer: DraftAnswer): number {
    if (isDisputed(answer)) return 3
    if (isBlank(answer)) return 0
    return asked(answer.path, this.#from)?.path === answer.path.replace(/\[[^\]]*\]/g, '') ? 2 : 1
  }

  #setAside(answer: DraftAnswer, why: MisfitReason): void {
    if (isBlank(answer)) return
    const label = asked(answer.path, this.#from)?.node.label ?? {}
    this.aside.push({ ...answer, why, version: this.#from.form.version, label })
  }

  /** Comes back where it is asked for again and nobody has answered there since. */
  bringBack(earlier: AsideAnswer): void {
    const verdict = judge(earlier, undefined, this.#to)
    const there = 'path' in verdict ? this.answers.get(verdict.path) : undefined
    if (!('path' in verdict) || (there !== undefined && !isBlank(there))) return void this.aside.push(earlier)
    const { value, reason, note } = earlier
    this.answers.set(verdict.path, { path: verdict.path, value, reason, note })
    return undefined
  }
}

/** Rules RVS-3 to RVS-6 and RVS-9. `earlier` is what earlier moves set aside. */
export function moveAnswers(
  answers: readonly DraftAnswer[],
  from: CompiledForm,
  to: CompiledForm,
  earlier: readonly AsideAnswer[] = [],
): MovedDraft {
  const moving = new Moving(from, to)
  for (const answer of answers) moving.move(answer)
  for (const answer of earlier) moving.bringBack(answer)
  return {
    answers: Array.from(moving.answers.values()),
    aside: moving.aside,
    lookAgain: Array.from(moving.lookAgain),
  }
}
