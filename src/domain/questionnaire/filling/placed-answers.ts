/**
 * Stored answers under the places of the version a draft has now. A colleague may have answered offline under another
 * version while somebody moved the draft, or written into an entry that somebody took out: such an answer names a place
 * that is not there. It is put where its question is asked now, and what has no place is named, so that it can be shown.
 */
import type { CompiledForm } from '../form/compile-form.ts'
import { nodeAt } from '../form/place-steps.ts'
import { keepsItsId, placeOf } from '../revision/move-answers.ts'
import { pathOf } from './progress.ts'
import { type FillingAnswer, isInstance } from './stored-answers.ts'

/** An answer with the account that changed it last, where that is known. */
type KnownAnswer = FillingAnswer & { readonly changedBy?: string }

export interface StrayAnswer extends FillingAnswer {
  readonly why: 'removed' | 'place' | 'entry'
}

export interface PlacedAnswers<Answer> {
  readonly answers: readonly Answer[]
  /** In the order given; nothing that says nothing. */
  readonly stray: readonly StrayAnswer[]
}

const isBlank = ({ value, reason, note }: FillingAnswer): boolean => value === '' && reason === '' && note === ''

/** `/g/r[a]` and `/g/r[a]/s[b]` of `/g/r[a]/s[b]/q`. */
const entriesAround = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\]\//g), ({ index }) => path.slice(0, index + 1))

/** Whether an entry around it was taken out by somebody else than wrote it. Rule FIL-21. */
const isInLostEntry = (answer: KnownAnswer, takenOutBy: ReadonlyMap<string, string | undefined>): boolean =>
  answer.changedBy !== undefined &&
  entriesAround(answer.path).some((entry) => takenOutBy.has(entry) && takenOutBy.get(entry) !== answer.changedBy)

/** Rules FIL-20 and FIL-21. */
export function placedAnswers<Answer extends KnownAnswer>(
  given: readonly Answer[],
  compiled: CompiledForm,
): PlacedAnswers<Answer> {
  const { index } = compiled
  const isHere = ({ path }: Answer): boolean => nodeAt(path, index)?.path === pathOf(path)
  // Under another id two answers could meet in one place, and one of them would be seen by nobody. Rule FIL-20.
  const marks = new Set(given.flatMap(({ path }) => (isInstance(path) ? [path] : [])))
  const placeNow = (path: string): string | undefined => {
    const now = placeOf(path, compiled)
    return now !== undefined && (isInstance(path) ? !marks.has(now) : keepsItsId(path, now)) ? now : undefined
  }
  const stray: StrayAnswer[] = []
  const answers = given.flatMap((answer): readonly Answer[] => {
    const path = isHere(answer) ? answer.path : placeNow(answer.path)
    if (path !== undefined) return [path === answer.path ? answer : { ...answer, path }]
    if (!isInstance(answer.path) && !isBlank(answer))
      stray.push({ ...answer, why: nodeAt(answer.path, index) === undefined ? 'removed' : 'place' })
    return []
  })
  const takenOutBy = new Map(
    answers.flatMap(({ path, value, changedBy }) => (isInstance(path) && value === '' ? [[path, changedBy]] : [])),
  )
  const lost = answers.filter((one) => !isInstance(one.path) && !isBlank(one) && isInLostEntry(one, takenOutBy))
  return { answers, stray: [...stray, ...lost.map((one) => ({ ...one, why: 'entry' as const }))] }
}
