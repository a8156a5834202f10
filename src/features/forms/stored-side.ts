// What the store is known to hold of a filling, and what this screen has written itself: so that a record that comes
// back late does not undo newer typing, and what a colleague answered does arrive.
import type { FillingAnswerView, FillingPatch } from '#data/contract/form-filling-contract.ts'
import {
  type FillingAnswer,
  isInstance,
  repeatOf,
  sessionAnswers,
} from '#domain/questionnaire/filling/stored-answers.ts'

type Field = 'value' | 'reason'

export interface Arrived {
  readonly values: ReadonlyMap<string, string>
  readonly reasons: ReadonlyMap<string, string>
  /** Keys of the instances, by repeat, where they changed. */
  readonly repeats: ReadonlyMap<string, readonly string[]>
  /** Places of which something else changed: a conflict, a note. */
  readonly told: readonly string[]
}

export class StoredSide {
  readonly #known = new Map<string, FillingAnswerView>()
  /** Own writes whose echo is still to come, by path and field. */
  readonly #echoes = new Map<string, Set<string>>()
  /** What stood at a path when the person began there, until nothing of it waits to be written. Rule FIL-17. */
  readonly #begun = new Map<string, readonly string[]>()

  constructor(answers: readonly FillingAnswerView[]) {
    for (const answer of answers) this.#known.set(answer.path, answer)
  }

  knows = (path: string): boolean => this.#known.has(path)
  valueOf = (path: string): string => this.#known.get(path)?.value ?? ''
  noteOf = (path: string): string => this.#known.get(path)?.note ?? ''
  hasConflict = (path: string): boolean => this.#known.get(path)?.hasConflict ?? false

  /** What is known to stand in an instance: the keys of each repeat inside, outer repeats first, and the answers. */
  inside(instance: string): {
    readonly entries: readonly (readonly [repeat: string, keys: readonly string[]])[]
    readonly answers: readonly FillingAnswer[]
  } {
    const within = Array.from(this.#known.values()).filter(({ path }) => path.startsWith(`${instance}/`))
    const lists = Object.entries(sessionAnswers(within.filter(({ path }) => isInstance(path))))
    return {
      entries: lists
        .map(([repeat, keys]) => [repeat, keysIn(keys)] as const)
        .sort(([one], [other]) => depthOf(one) - depthOf(other)),
      answers: within.filter(({ path }) => !isInstance(path)),
    }
  }

  /** What was seen where somebody types: the texts the edit began with, or nothing where both sides are shown. */
  seenAt(path: string): readonly string[] | undefined {
    const known = this.#known.get(path)
    if (isInstance(path) || known?.hasConflict === true) return undefined
    const seen = this.#begun.get(path) ?? [known?.value ?? '', known?.reason ?? '', known?.note ?? '']
    this.#begun.set(path, seen)
    return seen
  }

  /** Of an edit that a killed browser left half done. */
  beginWith(path: string, seen: readonly string[]): void {
    this.#begun.set(path, seen)
  }

  /** What this screen is about to write. */
  noteOwn(patches: readonly FillingPatch[]): void {
    for (const { path, seen: _seen, ...fields } of patches) {
      const before = this.#known.get(path) ?? { path, value: '', reason: '', note: '', hasConflict: false }
      this.#known.set(path, { ...before, ...fields })
      for (const field of ['value', 'reason'] as const) {
        const text = fields[field]
        if (text !== undefined) this.#echoesOf(path, field).add(text)
      }
    }
  }

  #echoesOf(path: string, field: Field): Set<string> {
    const key = `${field} ${path}`
    const echoes = this.#echoes.get(key) ?? new Set<string>()
    this.#echoes.set(key, echoes)
    return echoes
  }

  /** Whether this text of the store is news to the screen. */
  #isNews(answer: FillingAnswer, field: Field): boolean {
    const [text, known] = [answer[field], this.#known.get(answer.path)?.[field] ?? '']
    if (text === known) {
      this.#echoes.delete(`${field} ${answer.path}`)
      return false
    }
    return this.#echoes.get(`${field} ${answer.path}`)?.has(text) !== true
  }

  adopt(answers: readonly FillingAnswerView[], isPending: (path: string) => boolean): Arrived {
    const [values, reasons] = [new Map<string, string>(), new Map<string, string>()]
    const [marked, told] = [new Set<string>(), new Set<string>()]
    for (const answer of answers) {
      const { path } = answer
      const before = this.#known.get(path)
      if (isPending(path)) continue
      this.#begun.delete(path)
      const isNewValue = this.#isNews(answer, 'value')
      const isNewReason = this.#isNews(answer, 'reason')
      if (isNewValue && isInstance(path)) marked.add(repeatOf(path))
      else if (isNewValue) values.set(path, answer.value)
      if (isNewReason) reasons.set(path, answer.reason)
      if (answer.hasConflict !== (before?.hasConflict ?? false) || answer.note !== (before?.note ?? '')) told.add(path)
      this.#known.set(path, {
        ...answer,
        value: isNewValue ? answer.value : (before?.value ?? answer.value),
        reason: isNewReason ? answer.reason : (before?.reason ?? answer.reason),
      })
    }
    const lists = sessionAnswers(Array.from(this.#known.values()).filter(({ path }) => isInstance(path)))
    const repeats = new Map(Array.from(marked, (repeat) => [repeat, keysIn(lists[repeat])]))
    return { values, reasons, repeats, told: [...told] }
  }
}

const keysIn = (list = ''): readonly string[] => list.split(' ').filter((key) => key !== '')

const depthOf = (ref: string): number => ref.split('[').length
