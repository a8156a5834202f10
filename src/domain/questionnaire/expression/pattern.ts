/**
 * Runs a pattern of `regex()` in time that grows with the text and not with the ways it could be read: the language's own
 * matcher tries those one after the other, and `^(a+)+$` over thirty letters holds it for minutes. All places the pattern
 * could be at are followed together instead, each at most once for every character.
 */
import { type PatternPart, readPattern, UnfitPattern } from './pattern-parts.ts'

type Step =
  | { readonly is: 'character'; readonly test: (character: string) => boolean; readonly next: number }
  | { readonly is: 'edge'; readonly where: 'start' | 'end' | 'word' | 'inside'; readonly next: number }
  | { readonly is: 'ahead'; readonly from: number; readonly wanted: boolean; readonly next: number }
  | { readonly is: 'fork'; readonly to: readonly number[] }
  | { readonly is: 'found' }

/** A counted repeat is written out, so this bounds `{1000}` of `{1000}`. */
const MOST_STEPS = 5_000

/** Written from the end: every part knows where it goes on. */
class StepWriter {
  readonly steps: Step[] = []

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new UnfitPattern('{…}')
    return this.steps.push(step) - 1
  }

  write(part: PatternPart, next: number): number {
    switch (part.is) {
      case 'character':
      case 'edge':
        return this.add({ ...part, next })
      case 'ahead':
        return this.add({
          is: 'ahead',
          from: this.write(part.part, this.add({ is: 'found' })),
          wanted: part.wanted,
          next,
        })
      case 'row':
        return part.parts.reduceRight((after, one) => this.write(one, after), next)
      case 'either':
        return this.add({ is: 'fork', to: part.parts.map((one) => this.write(one, next)) })
      case 'repeat':
        return this.#repeat(part, next)
    }
  }

  #repeat({ part, least, most }: Extract<PatternPart, { is: 'repeat' }>, next: number): number {
    let at = next
    if (most === Number.POSITIVE_INFINITY) {
      const ways: number[] = []
      at = this.add({ is: 'fork', to: ways })
      ways.push(this.write(part, at), next)
    } else
      for (let more = least; more < most; more += 1) at = this.add({ is: 'fork', to: [this.write(part, at), next] })
    for (let more = 0; more < least; more += 1) at = this.write(part, at)
    return at
  }
}

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character)

const edges: Readonly<Record<string, (letters: readonly string[], at: number) => boolean>> = {
  start: (_, at) => at === 0,
  end: (letters, at) => at === letters.length,
  word: (letters, at) => isWord(letters[at - 1]) !== isWord(letters[at]),
  inside: (letters, at) => isWord(letters[at - 1]) === isWord(letters[at]),
}

class PatternRun {
  readonly #steps: readonly Step[]
  readonly #letters: readonly string[]
  readonly #ahead = new Map<string, boolean>()

  constructor(steps: readonly Step[], letters: readonly string[]) {
    this.#steps = steps
    this.#letters = letters
  }

  /** Whether the steps from there come to an end: beginning at that letter, or at any from it on. */
  finds(from: number, first: number, isAnywhere: boolean): boolean {
    let places = new Set<number>()
    for (let at = first; at <= this.#letters.length; at += 1) {
      if (at === first || isAnywhere) this.#reach(from, at, places)
      const letter = this.#letters[at] ?? ''
      const after = new Set<number>()
      for (const place of places) {
        const step = this.#steps[place]
        if (step?.is === 'found') return true
        if (step?.is === 'character' && at < this.#letters.length && step.test(letter))
          this.#reach(step.next, at + 1, after)
      }
      places = after
      if (places.size === 0 && !isAnywhere) return false
    }
    return false
  }

  /** Everything that is reached from a place without a letter. */
  #reach(from: number, at: number, places: Set<number>): void {
    const open = [from]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (places.has(place)) continue
      places.add(place)
      const step = this.#steps[place]
      if (step?.is === 'fork') open.push(...step.to)
      if (step?.is === 'edge' && edges[step.where]?.(this.#letters, at) === true) open.push(step.next)
      if (step?.is === 'ahead' && this.#looks(step.from, at) === step.wanted) open.push(step.next)
    }
  }

  #looks(from: number, at: number): boolean {
    const key = `${from} ${at}`
    const known = this.#ahead.get(key)
    if (known !== undefined) return known
    const is = this.finds(from, at, false)
    this.#ahead.set(key, is)
    return is
  }
}

export type PatternFault = 'unreadable' | 'unfit'

export interface Pattern {
  test(text: string): boolean
}

/** Rule FRM-23. A pattern nobody can read, or one that could only be run by trying all ways, is refused. */
export function compilePattern(source: string): Pattern | PatternFault {
  try {
    void new RegExp(source)
  } catch {
    return 'unreadable'
  }
  try {
    const writer = new StepWriter()
    const from = writer.write(readPattern(source), writer.add({ is: 'found' }))
    return { test: (text) => new PatternRun(writer.steps, Array.from(text)).finds(from, 0, true) }
  } catch (error) {
    if (error instanceof UnfitPattern) return 'unfit'
    throw error
  }
}
