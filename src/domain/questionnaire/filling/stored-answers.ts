/**
 * Between the answers of a filling as they are stored, one record each, and what a session is given. The instances of a
 * repeat are marks of their own and not one list: two people who add one each offline both find both, and an instance
 * that was taken out keeps its answers in case it was a slip. Rule FIL-3.
 */
import { reasonRef } from '../session/question-node.ts'
import type { StoredAnswers } from '../session/session-context.ts'

/** One stored answer; of an instance the value is its place among the others, or empty where it was taken out. */
export interface FillingAnswer {
  /** Reference of the question or the instance. */
  readonly path: string
  /** As it was written. */
  readonly value: string
  /** Why "not applicable". */
  readonly reason: string
  readonly note: string
}

export const isInstance = (path: string): boolean => path.endsWith(']')

/** `/g/r[a]` is an instance of `/g/r`. */
export const repeatOf = (instance: string): string => instance.slice(0, instance.lastIndexOf('['))

export const keyOf = (instance: string): string => instance.slice(instance.lastIndexOf('[') + 1, -1)

const rankOf = ({ value }: FillingAnswer): number => Number.parseInt(value, 36) || 0

/** Instances by their repeat, those first that were there first. */
function instanceLists(answers: readonly FillingAnswer[]): StoredAnswers {
  const byRepeat = new Map<string, FillingAnswer[]>()
  for (const answer of answers) {
    if (!isInstance(answer.path)) continue
    const repeat = repeatOf(answer.path)
    byRepeat.set(repeat, [...(byRepeat.get(repeat) ?? []), answer])
  }
  return Object.fromEntries(
    Array.from(byRepeat, ([repeat, marks]) => {
      const there = marks.filter(({ value }) => value !== '')
      const sorted = [...there].sort((a, b) => rankOf(a) - rankOf(b) || (a.path < b.path ? -1 : 1))
      return [repeat, sorted.map(({ path }) => keyOf(path)).join(' ')]
    }),
  )
}

/** What a session opens with. */
export function sessionAnswers(answers: readonly FillingAnswer[]): StoredAnswers {
  const stored: Record<string, string> = { ...instanceLists(answers) }
  for (const { path, value, reason } of answers) {
    if (isInstance(path)) continue
    if (value !== '') stored[path] = value
    if (reason !== '') stored[reasonRef(path)] = reason
  }
  return stored
}

/** The marks of a repeat's instances in this order, as they are written when one is added. `at` sorts the new one last. */
export const instanceMark = (at: number): string => at.toString(36)
