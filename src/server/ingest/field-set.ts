/**
 * What comes again in every operation that writes the same fields: their names in JSON and in the order of the
 * fingerprint, with all that stands between the values. An operation is then a few pieces put together and not a hundred.
 */

/** Text before each value, and after the last. */
type Frame = readonly string[]

const framed = (frame: Frame, values: readonly string[], order: readonly number[]): string => {
  let text = ''
  for (let i = 0; i < order.length; i++) text += (frame[i] ?? '') + (values[order[i] ?? 0] ?? '')
  return text + (frame[order.length] ?? '')
}

const frameOf = (begin: string, before: readonly string[], after: string, end: string): Frame => [
  ...before.map((text, i) => `${i === 0 ? begin : `${after},`}${text}`),
  before.length === 0 ? `${begin}${end}` : `${after}${end}`,
]

export class FieldSet {
  readonly #names: readonly string[]
  readonly #asWritten: readonly number[]
  readonly #byName: readonly number[]
  readonly #body: Frame
  readonly #fingerprint: Frame
  readonly #words: readonly string[]

  constructor(names: readonly string[]) {
    const nameAt = (i: number): string => names[i] ?? ''
    this.#names = names
    this.#words = names.map((name) => JSON.stringify(name))
    this.#asWritten = names.map((_, i) => i)
    this.#byName = names.map((_, i) => i).sort((a, b) => (nameAt(a) < nameAt(b) ? -1 : 1))
    const sorted = this.#byName.map((i) => `[${this.#words[i]},`)
    this.#body = frameOf(
      '{',
      this.#words.map((word) => `${word}:[`),
      ']',
      '}',
    )
    this.#fingerprint = frameOf('[', sorted, ',[]]', ']')
  }

  isOf(names: readonly string[]): boolean {
    if (names.length !== this.#names.length) return false
    for (let i = 0; i < names.length; i++) if (names[i] !== this.#names[i]) return false
    return true
  }

  /** The fields as an operation keeps them. */
  body = (values: readonly string[]): string => framed(this.#body, values, this.#asWritten)

  /** The fields as the fingerprint has them. */
  fields = (values: readonly string[]): string => framed(this.#fingerprint, values, this.#byName)

  /** The registers of a record nobody wrote before; `begin` and `end` stand around the value of a head. */
  registers(values: readonly string[], begin: string, end: string): string {
    let text = '{'
    for (let i = 0; i < values.length; i++)
      text += `${i === 0 ? '' : ','}${this.#words[i]}:{"h":[${begin}${values[i]}${end}]}`
    return `${text}}`
  }
}

/** Field sets met so far; a push has a handful. */
export class FieldSets {
  readonly #known: FieldSet[] = []

  of(names: readonly string[]): FieldSet {
    for (const set of this.#known) if (set.isOf(names)) return set
    const made = new FieldSet(names)
    if (this.#known.length < MOST_KNOWN) this.#known.push(made)
    return made
  }
}

const MOST_KNOWN = 16
