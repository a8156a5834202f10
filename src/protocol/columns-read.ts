/** Reads version 2 of a batch. What does not fit together to the last number is refused as a whole (PRO-2). */
import { isHlc } from '#domain/change/hlc.ts'
import type { Context, FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import { type Columns, type FieldColumn, type Runs, TICKS } from './columns.ts'

const refuse = (what: string): never => {
  throw new RangeError(what)
}

/** Gives the values of a column one after the other, and tells whether all were asked for. */
class RunReader {
  readonly #runs: Runs
  #at = 0
  #left = 0

  constructor(runs: Runs) {
    this.#runs = runs
    this.#left = runs[1] ?? 0
  }

  next(): number {
    while (this.#left === 0) {
      this.#at += 2
      this.#left = this.#runs[this.#at + 1] ?? refuse('runs shorter than the batch')
    }
    this.#left--
    return this.#runs[this.#at] ?? 0
  }

  end(): void {
    if (this.#left > 0 || this.#at + 2 < this.#runs.length) refuse('runs longer than the batch')
  }
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  return found === undefined ? refuse('index outside the list') : found
}

class ColumnReader {
  readonly #column: FieldColumn
  readonly #columns: Columns
  readonly #how: RunReader
  readonly #hasContext: RunReader
  #values = 0
  #contexts = 0

  constructor(columns: Columns, column: FieldColumn) {
    this.#columns = columns
    this.#column = column
    this.#how = new RunReader(column.h)
    this.#hasContext = new RunReader(column.x)
  }

  next(entity: string): FieldWrite {
    const value = this.#value(entity, this.#how.next())
    return this.#hasContext.next() === 0 ? [value] : [value, this.#context()]
  }

  #value(entity: string, how: number): JsonValue {
    if (how === 0) return at(this.#column.v, this.#values++)
    const [begin, length] = [at(this.#columns.p, 2 * how - 2), at(this.#columns.p, 2 * how - 1)]
    return begin + length > entity.length ? refuse('piece outside the id') : entity.slice(begin, begin + length)
  }

  #context(): Context {
    const flat = at(this.#column.c, this.#contexts++)
    const devices = flat.filter((_, i) => i % 2 === 0)
    return Object.fromEntries(devices.map((device, i) => [at(this.#columns.dict.d, device), at(flat, 2 * i + 1)]))
  }

  end(): void {
    this.#how.end()
    this.#hasContext.end()
    if (this.#values < this.#column.v.length || this.#contexts < this.#column.c.length) refuse('values left over')
  }
}

/** The group of each operation; `first` are the operations as read so far. */
function readGroups({ g, e }: Columns, dotOf: (i: number) => string): readonly (string | undefined)[] {
  const out: (string | undefined)[] = []
  for (let i = 0; i < g.length; i += 3) {
    const [name, length, times] = [g[i], g[i + 1], g[i + 2]]
    if (typeof length !== 'number' || typeof times !== 'number') return refuse('group without a length')
    if (length < 1 || out.length + length * times > e.length) return refuse('groups longer than the batch')
    for (let time = 0; time < times; time++) {
      const group =
        name === 0
          ? undefined
          : name === 1
            ? dotOf(out.length)
            : typeof name === 'string'
              ? name
              : refuse('unknown group')
      for (let member = 0; member < length; member++) out.push(group)
    }
  }
  return out.length === e.length ? out : refuse('groups shorter than the batch')
}

const isCounter = (n: number): boolean => Number.isSafeInteger(n) && n > 0

interface Stamps {
  readonly n: readonly number[]
  readonly h: readonly number[]
}

function readStamps(columns: Columns): Stamps {
  const [numbers, counters] = [new RunReader(columns.n), new RunReader(columns.c)]
  let [n, ms] = [0, 0]
  const stamps = { n: [] as number[], h: [] as number[] }
  for (const delta of columns.t) {
    n += numbers.next()
    ms += delta
    const counter = counters.next()
    const h = ms * TICKS + counter
    if (!isCounter(n) || counter < 0 || counter >= TICKS || !isHlc(h)) refuse('counter or stamp outside its bounds')
    stamps.n.push(n)
    stamps.h.push(h)
  }
  numbers.end()
  counters.end()
  return stamps
}

/** The operations of a batch. Throws RangeError where columns and dictionaries do not fit together. */
export function unpackColumns(columns: Columns): Op[] {
  const { dict, e, q, t } = columns
  if (t.length !== e.length) refuse('columns differ in length')
  const { n, h } = readStamps(columns)
  const runs = [columns.d, columns.s, columns.k, columns.u, columns.sv, columns.ep, columns.f].map(
    (one) => new RunReader(one),
  )
  const [d, s, k, u, sv, shared, shape] = runs as [
    RunReader,
    RunReader,
    RunReader,
    RunReader,
    RunReader,
    RunReader,
    RunReader,
  ]
  const fields = columns.w.map((column) => new ColumnReader(columns, column))
  const last = new Map<string, string>()
  const bare = e.map((rest, i): Op => {
    const kind = at(dict.k, k.next())
    const [before, length] = [last.get(kind) ?? '', shared.next()]
    if (length > before.length) refuse('id shorter than what is shared of it')
    const entity = before.slice(0, length) + rest
    last.set(kind, entity)
    const names = at(q, shape.next())
    return {
      d: at(dict.d, d.next()),
      n: at(n, i),
      h: at(h, i),
      s: at(dict.s, s.next()),
      k: kind,
      e: entity,
      u: at(dict.u, u.next()),
      sv: sv.next(),
      f: Object.fromEntries(names.map((name) => [at(dict.f, name), at(fields, name).next(entity)])),
    }
  })
  for (const reader of [...runs, ...fields]) reader.end()
  const groups = readGroups(columns, (i) => `${bare[i]?.d}-${bare[i]?.n}`)
  return bare.map((op, i) => {
    const g = groups[i]
    return g === undefined ? op : { ...op, g }
  })
}
