// Finds choices by any words of theirs, without tone marks, in lists of tens of thousands. Keys are made once per
// choice and a few milliseconds at a time, so that the first letter typed into a long list does not wait for all.
import type { Choice } from '#domain/questionnaire/form/form.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

const keys = new WeakMap<Choice, string>()

function keyOf(choice: Choice, labelOf: (choice: Choice) => string): string {
  const known = keys.get(choice)
  if (known !== undefined) return known
  const key = searchKey(`${labelOf(choice)} ${choice.name}`)
  keys.set(choice, key)
  return key
}

export interface Found {
  readonly choices: readonly Choice[]
  readonly hasMore: boolean
}

/** The first `most` that hold every word, in the order of the list. */
export function findChoices(
  choices: readonly Choice[],
  text: string,
  most: number,
  labelOf: (choice: Choice) => string,
): Found {
  const words = searchKey(text)
    .split(' ')
    .filter((word) => word !== '')
  const found: Choice[] = []
  for (const choice of choices) {
    if (words.length > 0 && !words.every((word) => keyOf(choice, labelOf).includes(word))) continue
    if (found.length === most) return { choices: found, hasMore: true }
    found.push(choice)
  }
  return { choices: found, hasMore: false }
}

const SLICE = 400

/** Makes the keys ahead of the first letter. Returns how to stop. */
export function prepareKeys(choices: readonly Choice[], labelOf: (choice: Choice) => string): () => void {
  let [at, timer] = [0, 0]
  const work = (): void => {
    for (const end = Math.min(choices.length, at + SLICE); at < end; at += 1) {
      const choice = choices[at]
      if (choice) keyOf(choice, labelOf)
    }
    if (at < choices.length) timer = window.setTimeout(work, 4)
  }
  timer = window.setTimeout(work, 200)
  return () => window.clearTimeout(timer)
}
