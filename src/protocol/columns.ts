/**
 * Version 2 of a batch. What an operation shares with the one before it, or with its own id, is said once and then by
 * its length, so that gzip is left with little more than what people typed (decision 0010). The records of a snapshot
 * travel in the same columns. Version 1 is `batch.ts` and stays readable for ever.
 */
import type { Op } from '#domain/change/op.ts'

/** A column of runs: value, length, value, length … */
export type Runs = number[]

/** A value as the schema knows it: the same as a `JsonValue`, whose lists are read-only. */
export type PackedValue = string | number | boolean | null | PackedValue[] | { [key: string]: PackedValue }

/** The values of one field, over all operations that write it. */
export interface FieldColumn {
  /** Runs of 0, for a value of its own out of `v`, or 1 + index of a piece of the entity's id. */
  h: Runs
  v: PackedValue[]
  /** Runs of 1 where the writer had seen others, 0 where not; and what it had seen: [device index, n, …] each. */
  x: Runs
  c: number[][]
}

export interface Columns {
  v: 2
  /** Dictionaries: devices, feeds, kinds, users, field names. */
  dict: { d: string[]; s: string[]; k: string[]; u: string[]; f: string[] }
  /** Runs of indexes into the dictionaries, and of schema versions. */
  d: Runs
  s: Runs
  k: Runs
  u: Runs
  sv: Runs
  /** Runs of differences to the number before. */
  n: Runs
  /** Milliseconds of the stamp, as differences; and runs of its counter. */
  t: number[]
  c: Runs
  /** Runs of how many characters an entity's id has in common with the last of its kind; and the rest of each. */
  ep: Runs
  e: string[]
  /** Groups: name, length, times … A name is 0 for none and 1 for `{device}-{n}` of the group's first operation. */
  g: (string | number)[]
  /** Each set of fields once, as indexes of names; and runs of which of them an operation writes. */
  q: number[][]
  f: Runs
  /** Pieces of an entity's id, as begin, length, begin, length … */
  p: Runs
  /** One column per field name. */
  w: FieldColumn[]
}

export const TICKS = 4096

class Dictionary {
  readonly words: string[] = []
  readonly #indexes = new Map<string, number>()
  readonly indexOf = (word: string): number => {
    const known = this.#indexes.get(word)
    if (known !== undefined) return known
    this.#indexes.set(word, this.words.length)
    return this.words.push(word) - 1
  }
}

function runsOf(values: readonly number[]): Runs {
  const out: Runs = []
  let [last, length] = [0, 0]
  const close = (): void => {
    if (length > 0) out.push(last, length)
  }
  for (const value of values) {
    if (length > 0 && value === last) length++
    else {
      close()
      ;[last, length] = [value, 1]
    }
  }
  close()
  return out
}

const deltas = (values: readonly number[]): number[] => values.map((value, i) => value - (values[i - 1] ?? 0))

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Length shared with the last id of the same kind, per operation. */
function sharedPrefixes(ops: readonly Op[]): readonly number[] {
  const last = new Map<string, string>()
  return ops.map(({ k, e }) => {
    const length = sharedLength(last.get(k) ?? '', e)
    last.set(k, e)
    return length
  })
}

function packGroups(ops: readonly Op[]): Columns['g'] {
  const out: Columns['g'] = []
  for (let at = 0; at < ops.length; ) {
    const { g, d, n } = ops[at] as Op
    let end = at + 1
    while (end < ops.length && ops[end]?.g === g) end++
    const name = g === undefined ? 0 : g === `${d}-${n}` ? 1 : g
    const isRepeated = out.at(-3) === name && out.at(-2) === end - at && name === 1
    if (isRepeated) out.push((out.pop() as number) + 1)
    else out.push(name, end - at, 1)
    at = end
  }
  return out
}

/** Shorter values than this gain nothing from being told as a piece of the id. */
const LEAST_PIECE = 3

class FieldPacker {
  readonly names = new Dictionary()
  readonly pieces = new Dictionary()
  readonly #columns: { h: number[]; v: PackedValue[]; x: number[]; c: number[][] }[] = []

  add({ e, f }: Op, device: (id: string) => number): string {
    const shape: number[] = []
    for (const [name, [value, context]] of Object.entries(f)) {
      const index = this.names.indexOf(name)
      shape.push(index)
      this.#columns[index] ??= { h: [], v: [], x: [], c: [] }
      const column = this.#columns[index]
      const begin = typeof value === 'string' && value.length >= LEAST_PIECE ? e.indexOf(value) : -1
      if (begin < 0) column.v.push(value as PackedValue)
      column.h.push(begin < 0 ? 0 : 1 + this.pieces.indexOf(`${begin},${(value as string).length}`))
      column.x.push(context ? 1 : 0)
      if (context) column.c.push(Object.entries(context).flatMap(([id, n]) => [device(id), n]))
    }
    return shape.join()
  }

  columns(): FieldColumn[] {
    return this.#columns.map(({ h, v, x, c }) => ({ h: runsOf(h), v, x: runsOf(x), c }))
  }
}

const numbersOf = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number))

/** Packs operations in their order; `unpackColumns(packColumns(ops))` equals `ops`. Rule PRO-1. */
export function packColumns(ops: readonly Op[]): Columns {
  const [d, s, k, u, shapes] = [
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
  ]
  const fields = new FieldPacker()
  const prefixes = sharedPrefixes(ops)
  const ms = ops.map(({ h }) => Math.floor(h / TICKS))
  const column = (read: (op: Op) => number): Runs => runsOf(ops.map(read))
  return {
    v: 2,
    d: column((op) => d.indexOf(op.d)),
    s: column((op) => s.indexOf(op.s)),
    k: column((op) => k.indexOf(op.k)),
    u: column((op) => u.indexOf(op.u)),
    sv: column((op) => op.sv),
    n: runsOf(deltas(ops.map(({ n }) => n))),
    t: deltas(ms),
    c: runsOf(ops.map(({ h }, i) => h - (ms[i] ?? 0) * TICKS)),
    ep: runsOf(prefixes),
    e: ops.map(({ e }, i) => e.slice(prefixes[i])),
    g: packGroups(ops),
    f: column((op) => shapes.indexOf(fields.add(op, d.indexOf))),
    q: shapes.words.map(numbersOf),
    p: fields.pieces.words.flatMap(numbersOf),
    w: fields.columns(),
    dict: { d: d.words, s: s.words, k: k.words, u: u.words, f: fields.names.words },
  }
}
