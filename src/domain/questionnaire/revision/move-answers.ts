/**
 * The answers of a draft under a corrected version of its form. Each either goes along, as it was written, or is set
 * aside with the question it answered and the reason; none is changed and none is lost. What was set aside by an earlier
 * move comes back where a later version asks for it again.
 */
import type { CompiledForm } from '../form/compile-form.ts'
import { isChoosing, isQuestion, type Question, type Texts } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import { answerValue } from '../session/answer-value.ts'

/** An answer as a filling keeps it; an instance of a repeat is one whose path ends in its key. */
export interface DraftAnswer {
  readonly path: string
  readonly value: string
  readonly reason: string
  readonly note: string
}

/** Why an answer does not go along. */
type MisfitReason = 'removed' | 'place' | 'type' | 'choice' | 'reason'

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

interface Step {
  readonly name: string
  readonly key: string | null
}

/** `/g/r[a]/q` in its steps. */
const stepsOf = (path: string): readonly Step[] =>
  Array.from(path.matchAll(/\/([^/[\]]+)(?:\[([^\]]*)\])?/g), ([, name = '', key]) => ({ name, key: key ?? null }))

/** The reference of a question in the new version with the keys it had; undefined where its repeats are others. */
function placeIn(target: IndexedNode, steps: readonly Step[]): string | undefined {
  const keyOf = new Map(steps.flatMap(({ name, key }) => (key === null ? [] : [[name, key] as const])))
  const around =
    target.node.kind === 'repeat' && typeof steps.at(-1)?.key === 'string'
      ? [...target.repeats, target]
      : target.repeats
  const repeats = around.map(({ node }) => node.name)
  const had = steps.filter(({ key }) => key !== null).map(({ name }) => name)
  if (repeats.length !== had.length || repeats.some((name, at) => name !== had[at])) return undefined
  const isCounted = around.some(({ node }) => node.kind === 'repeat' && node.count !== undefined)
  // Instances that a calculation makes are 1, 2, 3 …: another key would never be shown.
  if (isCounted && Array.from(keyOf.values()).some((key) => !/^[1-9]\d*$/.test(key))) return undefined
  const chain: string[] = []
  for (let at: IndexedNode | null = target; at !== null; at = at.parent) {
    const key = keyOf.get(at.node.name)
    chain.unshift(key === undefined || at.node.kind !== 'repeat' ? at.node.name : `${at.node.name}[${key}]`)
  }
  return `/${chain.join('/')}`
}

const isConformity = ({ appearance }: Question): boolean => /\bconformity\b/.test(appearance ?? '')

function misfitOfValue(written: string, question: Question, { form }: CompiledForm): MisfitReason | null {
  if (written.trim() === '') return null
  if (!isChoosing(question.kind))
    return answerValue(question.kind, written, question.calculation !== undefined).unreadable === null ? null : 'type'
  const offered = new Set(form.lists[question.list ?? '']?.choices.map(({ name }) => name))
  const chosen = question.kind === 'select_multiple' ? written.trim().split(/\s+/) : [written]
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
  const steps = stepsOf(answer.path)
  const target = to.index.byName.get(steps.at(-1)?.name ?? '')
  if (target === undefined) return { why: 'removed' }
  const path = placeIn(target, steps)
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

const nameOf = (path: string): string => stepsOf(path).at(-1)?.name ?? ''

const asked = (path: string, { index }: CompiledForm): IndexedNode | undefined => index.byName.get(nameOf(path))

const labelsDiffer = (one: Texts, other: Texts): boolean =>
  Array.from(new Set([...Object.keys(one), ...Object.keys(other)])).some(
    (language) => (one[language] ?? '').trim() !== (other[language] ?? '').trim(),
  )

function isReworded(before: IndexedNode | undefined, after: IndexedNode | undefined): boolean {
  return before !== undefined && after !== undefined && labelsDiffer(before.node.label, after.node.label)
}

const isBlank = ({ value, reason, note }: DraftAnswer): boolean => value === '' && reason === '' && note === ''

class Moving {
  readonly answers = new Map<string, DraftAnswer>()
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
    if ('path' in verdict) {
      this.answers.set(verdict.path, { ...answer, path: verdict.path })
      if (!isBlank(answer) && isReworded(before, asked(verdict.path, this.#to))) this.lookAgain.add(nameOf(answer.path))
    } else if (!isBlank(answer)) {
      const label = before?.node.label ?? {}
      this.aside.push({ ...answer, why: verdict.why, version: this.#from.form.version, label })
    }
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

/** Rules RVS-3 to RVS-6. `earlier` is what earlier moves set aside. */
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
