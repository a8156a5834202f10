/**
 * Operations travel in columns: dictionaries for what repeats, runs for device and author, deltas for the counters.
 * It is what makes a day of work a few hundred bytes on a 2G line; the text is then gzipped by the transport.
 */
import { isHlc } from '#domain/change/hlc.ts'
import type { Context, FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import type { Batch } from './batch-schema.ts'

export type { Batch }

export const emptyBatch: Batch = {
  dict: { d: [], s: [], k: [], u: [], f: [] },
  d: [],
  u: [],
  s: [],
  k: [],
  sv: [],
  n: [],
  h: [],
  e: [],
  g: [],
  f: [],
}

class Dictionary {
  readonly words: string[] = []
  readonly #indexByWord = new Map<string, number>()
  indexOf(word: string): number {
    const known = this.#indexByWord.get(word)
    if (known !== undefined) return known
    this.#indexByWord.set(word, this.words.length)
    return this.words.push(word) - 1
  }
}

function runs(values: readonly number[]): [number, number][] {
  const out: [number, number][] = []
  for (const value of values) {
    const last = out.at(-1)
    if (last && last[0] === value) last[1]++
    else out.push([value, 1])
  }
  return out
}

const deltas = (values: readonly number[]): number[] => values.map((value, i) => value - (values[i - 1] ?? 0))

/** Packs operations in their order; `unpackBatch(packBatch(ops))` equals `ops`. Rule PRO-1. */
export function packBatch(ops: readonly Op[]): Batch {
  const [d, s, k, u, f] = [new Dictionary(), new Dictionary(), new Dictionary(), new Dictionary(), new Dictionary()]
  return {
    d: runs(ops.map((op) => d.indexOf(op.d))),
    u: runs(ops.map((op) => u.indexOf(op.u))),
    s: runs(ops.map((op) => s.indexOf(op.s))),
    k: runs(ops.map((op) => k.indexOf(op.k))),
    sv: runs(ops.map((op) => op.sv)),
    n: deltas(ops.map((op) => op.n)),
    h: deltas(ops.map((op) => op.h)),
    e: ops.map((op) => op.e),
    g: ops.map((op) => op.g ?? 0),
    f: ops.map((op) => Object.entries(op.f).map(([name, write]) => packField(f.indexOf(name), write))),
    dict: { d: d.words, s: s.words, k: k.words, u: u.words, f: f.words },
  }
}

type PackedValue = Batch['f'][number][number][1]

function packField(name: number, write: FieldWrite): Batch['f'][number][number] {
  const value = write[0] as PackedValue
  return write[1] === undefined ? [name, value] : [name, value, { ...write[1] }]
}

function spread(pairs: readonly (readonly [number, number])[], length: number): number[] {
  const out: number[] = []
  for (const [value, times] of pairs) {
    if (out.length + times > length) throw new RangeError('run longer than the batch')
    for (let i = 0; i < times; i++) out.push(value)
  }
  if (out.length !== length) throw new RangeError('runs shorter than the batch')
  return out
}

function sums(values: readonly number[]): number[] {
  let total = 0
  return values.map((value) => {
    total += value
    return total
  })
}

/** Running totals; what cannot be a counter or a stamp would be a lie to every reader, so it is refused here. */
function totals(values: readonly number[], isPossible: (total: number) => boolean): number[] {
  const out = sums(values)
  if (!out.every(isPossible)) throw new RangeError('counter or stamp outside its bounds')
  return out
}

const isCounter = (n: number): boolean => Number.isSafeInteger(n) && n > 0

const word = (dictionary: readonly string[], index: number | undefined): string => {
  const found = index === undefined ? undefined : dictionary[index]
  if (found === undefined) throw new RangeError('index outside the dictionary')
  return found
}

/** The operations of a batch. Throws RangeError where columns and dictionaries do not fit together. */
export function unpackBatch(batch: Batch): Op[] {
  const length = batch.e.length
  if ([batch.n, batch.h, batch.g, batch.f].some((column) => column.length !== length))
    throw new RangeError('columns differ in length')
  const column = (pairs: Batch['d']): number[] => spread(pairs, length)
  const [d, u, s, k, sv] = [column(batch.d), column(batch.u), column(batch.s), column(batch.k), column(batch.sv)]
  const [n, h] = [totals(batch.n, isCounter), totals(batch.h, isHlc)]
  return batch.e.map((e, i) => {
    const group = batch.g[i]
    return {
      d: word(batch.dict.d, d[i]),
      n: n[i] ?? 0,
      h: h[i] ?? 0,
      s: word(batch.dict.s, s[i]),
      k: word(batch.dict.k, k[i]),
      e,
      u: word(batch.dict.u, u[i]),
      sv: sv[i] ?? 0,
      ...(typeof group === 'string' ? { g: group } : {}),
      f: Object.fromEntries((batch.f[i] ?? []).map((field) => [word(batch.dict.f, field[0]), unpackField(field)])),
    }
  })
}

function unpackField(field: Batch['f'][number][number]): FieldWrite {
  const value = field[1] as JsonValue
  return field.length === 3 ? [value, field[2] as Context] : [value]
}
