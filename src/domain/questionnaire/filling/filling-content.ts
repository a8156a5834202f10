/**
 * What is handed in of a filling: every answer that counts, in the order of the form, with the question's and the
 * choice's own words, so that it can be read without the form; under the key of the form it was filled in. A filling
 * with something wrong in it is not handed in.
 */
import type { Pace } from '#domain/honest-answering/honest-answering.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import { chosenNames, isChoosing, isQuestion, isShown, type Question, textIn } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import { FormSession, type SessionOptions } from '../session/form-session.ts'
import type { NodeState } from '../session/node-state.ts'
import { fillingAnswerId } from './filling-names.ts'
import { placedAnswers } from './placed-answers.ts'
import { pathOf } from './progress.ts'
import { type FillingAnswer, sessionAnswers } from './stored-answers.ts'

export interface FilledAnswer {
  readonly path: string
  readonly label: string
  /** As it was written. */
  readonly value: string
  /** The words of what was chosen; absent where the value says it. */
  readonly shown?: string
  readonly reason?: string
  readonly note?: string
  /** True where the form or the device answered and no person did: nobody is asked whether that is so (FIL-11). */
  readonly computed?: true
}

interface FilledEvidence {
  readonly path: string
  readonly sha256: string
  readonly mime: string
  readonly size: number
  readonly caption: string
}

export interface FillingContent {
  readonly filling: string
  /** `id@version`. */
  readonly form: string
  readonly title: string
  readonly unit: string
  readonly round: string
  readonly answers: readonly FilledAnswer[]
  readonly evidence: readonly FilledEvidence[]
  /** ISO 8601 in UTC. */
  readonly submittedAt: string
  /** Account id. */
  readonly submittedBy: string
  /** 2, 3 … for a correction after the form was sent back; absent in the first. */
  readonly revision?: number
  /** Id of the submission it corrects. */
  readonly corrects?: string
  /** The quickest stretch of answering, where it was conspicuous (HON-2). */
  readonly pace?: Pace
}

/** A photo as it hangs on the answer of its question, by the answer's id. */
export interface HangingEvidence extends Omit<FilledEvidence, 'path'> {
  readonly of: string
}

export interface FillingParts extends Pick<FillingContent, 'filling' | 'form' | 'unit' | 'round' | 'submittedBy'> {
  readonly answers: readonly FillingAnswer[]
  readonly evidence: readonly HangingEvidence[]
  /** Milliseconds since 1970. */
  readonly at: number
  readonly session: Omit<SessionOptions, 'stored' | 'clock'>
}

/** Definitions by their path. */
export const definitionsOf = ({ index }: CompiledForm): ReadonlyMap<string, IndexedNode> =>
  new Map(index.all.map((node) => [node.path, node]))

/** Answers of questions that take photos are their number: so `required` and rules know that some are there. */
export function countPhotos(
  session: FormSession,
  filling: string,
  definitions: ReadonlyMap<string, IndexedNode>,
  of: readonly string[],
): readonly string[] {
  const changed = new Set<string>()
  for (const ref of session.refs()) {
    const kind = definitions.get(pathOf(ref))?.node.kind
    if (kind !== 'image' && kind !== 'file') continue
    const id = fillingAnswerId(filling, ref)
    const count = of.filter((one) => one === id).length
    for (const one of session.answer(ref, count === 0 ? '' : String(count))) changed.add(one)
  }
  return [...changed]
}

function wordsOfChoice(question: Question, state: NodeState, language: string, fallback: string): string | undefined {
  if (!isChoosing(question.kind)) return undefined
  const chosen = chosenNames(question.kind, state.value)
  const labels = state.choices.filter(({ name }) => chosen.includes(name))
  return labels.map(({ name, label }) => textIn(label, language, fallback) || name).join('; ')
}

function filledAnswer(
  compiled: CompiledForm,
  question: Question,
  state: NodeState,
  { session: { language }, answers }: Pick<FillingParts, 'session' | 'answers'>,
): FilledAnswer {
  const { defaultLanguage } = compiled.form
  const shown = wordsOfChoice(question, state, language ?? defaultLanguage, defaultLanguage)
  const note = answers.find(({ path }) => path === state.ref)?.note ?? ''
  return {
    path: state.ref,
    label: state.label,
    value: state.written,
    ...(shown !== undefined && shown !== '' && { shown }),
    ...(state.reason !== '' && { reason: state.reason }),
    ...(note !== '' && { note }),
    ...((state.readOnly || !isShown(question)) && { computed: true as const }),
  }
}

/** Who holds which device is known by the record itself, and is no part of what was filled in. */
const ofThePerson: ReadonlySet<string> = new Set(['deviceid', 'username', 'email', 'phonenumber'])

type Counting = Pick<FillingParts, 'session' | 'answers'> & {
  /** References on which photos hang. */
  readonly withPhotos?: ReadonlySet<string>
}

/** Every answer that counts, and what was said or shown where nothing was answered, in the order of the form. Rules FIL-4 and FIL-29. */
export function filledAnswers(compiled: CompiledForm, session: FormSession, parts: Counting): readonly FilledAnswer[] {
  const definitions = definitionsOf(compiled)
  const withNotes = new Set(parts.answers.filter(({ note }) => hasText(note)).map(({ path }) => path))
  return session.refs().flatMap((ref) => {
    const node = definitions.get(pathOf(ref))?.node
    const state = session.state(ref)
    const isThere = node !== undefined && isQuestion(node) && state !== undefined && state.relevant
    if (!isThere || (ofThePerson.has(node.kind) && node.calculation === undefined)) return []
    return state.value !== '' || withNotes.has(ref) || parts.withPhotos?.has(ref) === true
      ? [filledAnswer(compiled, node, state, parts)]
      : []
  })
}

type Given = Pick<FillingParts, 'filling' | 'answers' | 'session'>

/** The form over stored answers, each where it is asked now (FIL-20), with a photo wherever one hangs. `photos`: ids of the answers they hang on. */
export function sessionOver(compiled: CompiledForm, given: Given, photos: readonly string[], at: number): FormSession {
  const stored = sessionAnswers(placedAnswers(given.answers, compiled).answers)
  const session = new FormSession(compiled, { ...given.session, stored, clock: { now: () => at } })
  countPhotos(session, given.filling, definitionsOf(compiled), photos)
  return session
}

export const titleOfForm = ({ form }: CompiledForm, language = ''): string =>
  textIn(form.title, language, form.defaultLanguage) || form.id

/** Rule FIL-4. */
export function sealFilling(compiled: CompiledForm, parts: FillingParts): Result<FillingContent, Problem> {
  const photos = parts.evidence.map(({ of }) => of)
  const session = sessionOver(compiled, parts, photos, parts.at)
  const wrong = session.finish().length
  if (wrong > 0) return err({ code: 'filling.incomplete', params: { missing: wrong } })
  const answers = filledAnswers(compiled, session, {
    session: parts.session,
    answers: placedAnswers(parts.answers, compiled).answers,
    withPhotos: new Set(session.refs().filter((ref) => photos.includes(fillingAnswerId(parts.filling, ref)))),
  })
  const { filling, form, unit, round, submittedBy } = parts
  const title = titleOfForm(compiled, parts.session.language)
  const evidence = evidenceOf(filling, answers, parts.evidence)
  const submittedAt = new Date(parts.at).toISOString()
  return ok({ filling, form, title, unit, round, answers, evidence, submittedAt, submittedBy })
}

/** Photos of what is handed in, in one order. */
function evidenceOf(
  filling: string,
  answers: readonly FilledAnswer[],
  hanging: readonly HangingEvidence[],
): readonly FilledEvidence[] {
  const paths = new Map(answers.map(({ path }) => [fillingAnswerId(filling, path), path]))
  return hanging
    .flatMap(({ of, sha256, mime, size, caption }) => {
      const path = paths.get(of)
      return path === undefined ? [] : [{ path, sha256, mime, size, caption }]
    })
    .sort((one, other) => (`${one.path}\n${one.sha256}` < `${other.path}\n${other.sha256}` ? -1 : 1))
}
