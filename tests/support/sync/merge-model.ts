/**
 * The model that judges a merge: the truth is each write's real causal past, kept beside the registers as plain sets.
 * Devices write under clocks that are years off; operations reach them in any order and any number of times, by the
 * endpoint, in files of several, as states copied whole (a snapshot); after every step the heads of each register must
 * be exactly the writes that no other known write had seen.
 */
import fc from 'fast-check'
import type { Registers } from '#domain/change/entity-state.ts'
import { nextHlc } from '#domain/change/hlc.ts'
import type { FieldWrite, Op } from '#domain/change/op.ts'
import type { MergeCore } from './merge-core.ts'
import { anOp } from './op-builder.ts'

const FIELDS = ['score', 'note'] as const
const DEVICES = 4
const YEAR_MS = 365 * 86_400_000
const START_MS = Date.UTC(2026, 0, 1)

export type Step =
  | { readonly do: 'write'; readonly at: number; readonly fields: number }
  | { readonly do: 'deliver'; readonly at: number; readonly op: number }
  /** Everything one device wrote from some operation on, carried past the endpoint. */
  | { readonly do: 'file'; readonly at: number; readonly from: number; readonly since: number }
  /** The whole state of another: a snapshot merged into what is there. */
  | { readonly do: 'copy'; readonly at: number; readonly from: number }
  /** An acknowledgement was lost: the last operations come once more. */
  | { readonly do: 'again'; readonly at: number; readonly last: number }
  | { readonly do: 'clock'; readonly at: number; readonly years: number }

const device = fc.nat({ max: DEVICES - 1 })
const oneOf = <K extends Step['do']>(what: K) => fc.constant(what)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: oneOf('write'), at: device, fields: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 10, arbitrary: fc.record({ do: oneOf('deliver'), at: device, op: fc.nat({ max: 200 }) }) },
  { weight: 2, arbitrary: fc.record({ do: oneOf('file'), at: device, from: device, since: fc.nat({ max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ do: oneOf('copy'), at: device, from: device }) },
  { weight: 1, arbitrary: fc.record({ do: oneOf('again'), at: device, last: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: oneOf('clock'), at: device, years: fc.integer({ min: -10, max: 10 }) }) },
)
/** Writes, deliveries, files and copies in any order. */
export const arbitraryHistory: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 3,
  maxLength: 90,
  size: 'max',
})

/** A write to one field, by the place of its operation in the order of writing. */
type Write = number

interface Replica {
  regs: Registers
  n: number
  hlc: number
  years: number
  /** Per field the writes it knows of, directly or because a write it knows had seen them. */
  readonly known: Map<string, Set<Write>>
  /** Per field the writes whose operation (or a state holding their effect) arrived. */
  readonly applied: Map<string, Set<Write>>
}

const emptySets = (): Map<string, Set<Write>> => new Map(FIELDS.map((field) => [field, new Set()]))
const setOf = (sets: Map<string, Set<Write>>, field: string): Set<Write> => sets.get(field) ?? new Set()
const addAll = (to: Set<Write>, from: Iterable<Write>): void => {
  for (const write of from) to.add(write)
}

export class MergeWorld {
  readonly #core: MergeCore
  readonly replicas: Replica[]
  readonly ops: Op[] = []
  /** The real causal past of each write: what its writer knew of that field. */
  readonly #past = new Map<string, ReadonlySet<Write>>()
  /** Registers in which people disagreed, over all steps. */
  conflicted = 0

  constructor(core: MergeCore) {
    this.#core = core
    this.replicas = Array.from({ length: DEVICES }, () => ({
      regs: {},
      n: 0,
      hlc: 0,
      years: 0,
      known: emptySets(),
      applied: emptySets(),
    }))
  }

  take(step: Step): void {
    if (step.do === 'write') this.#write(step.at, step.fields)
    else if (step.do === 'copy') this.#copy(step.at, step.from)
    else if (step.do === 'clock') this.#replica(step.at).years = step.years
    else if (step.do === 'again') for (let i = 0; i < step.last; i++) this.deliver(step.at, this.ops.length - 1 - i)
    else if (step.do === 'file') this.#file(step.at, step.from, step.since)
    else if (this.ops.length > 0) this.deliver(step.at, step.op % this.ops.length)
    this.check(step.at)
  }

  #write(at: number, fieldBits: number): void {
    const replica = this.#replica(at)
    const fields = FIELDS.filter((_, i) => (fieldBits >> i) & 1)
    const d = `d${at}`
    const n = ++replica.n
    replica.hlc = nextHlc(replica.hlc, START_MS + this.ops.length + replica.years * YEAR_MS)
    const writes = fields.map((field): [string, FieldWrite] => {
      const context = this.#core.contextOfWrite(replica.regs, field, d)
      return [field, context ? [`${d}:${n}`, context] : [`${d}:${n}`]]
    })
    const index = this.ops.push(anOp({ d, n, h: replica.hlc, f: Object.fromEntries(writes) })) - 1
    for (const field of fields) this.#past.set(`${field} ${index}`, new Set(setOf(replica.known, field)))
    this.deliver(at, index)
  }

  deliver(at: number, index: number): void {
    const replica = this.#replica(at)
    const op = this.ops[index]
    if (!op) return
    replica.regs = this.#core.apply(replica.regs, op)
    for (const field of Object.keys(op.f)) {
      setOf(replica.applied, field).add(index)
      setOf(replica.known, field).add(index)
      addAll(setOf(replica.known, field), this.#past.get(`${field} ${index}`) ?? [])
    }
  }

  #file(at: number, from: number, since: number): void {
    for (const [index, { d, n }] of this.ops.entries()) if (d === `d${from}` && n >= since) this.deliver(at, index)
  }

  #copy(at: number, from: number): void {
    const [target, source] = [this.#replica(at), this.#replica(from)]
    target.regs = this.#core.merge(target.regs, source.regs)
    for (const field of FIELDS) {
      addAll(setOf(target.known, field), setOf(source.known, field))
      addAll(setOf(target.applied, field), setOf(source.applied, field))
    }
  }

  /** The writes that arrived and that no write known here had seen. */
  #maximal(replica: Replica, field: string): readonly string[] {
    const applied = [...setOf(replica.applied, field)]
    const overtaken = new Set<Write>()
    for (const index of applied) addAll(overtaken, this.#past.get(`${field} ${index}`) ?? [])
    return applied
      .filter((index) => !overtaken.has(index))
      .map((index) => `${this.ops[index]?.d}:${this.ops[index]?.n}`)
  }

  /** Throws where the heads of a replica's registers are not the maximal writes (I3). */
  check(at: number): void {
    const replica = this.#replica(at)
    for (const field of FIELDS) {
      const heads = (replica.regs[field]?.h ?? []).map((head) => `${head.d}:${head.n}`).sort()
      const truth = [...this.#maximal(replica, field)].sort()
      if (heads.length > 1) this.conflicted++
      if (heads.join() !== truth.join())
        throw new Error(`I3: device ${at}, ${field}: heads [${heads.join()}] instead of [${truth.join()}]`)
    }
  }

  #replica(at: number): Replica {
    const replica = this.replicas[at]
    if (!replica) throw new Error(`no device ${at}`)
    return replica
  }
}

const textOf = (regs: Registers): string => JSON.stringify(Object.entries(regs).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Runs a history, checking at every step; then everybody gets everything, each in another order, and all are equal (I2). */
export function runHistory(core: MergeCore, history: readonly Step[]): MergeWorld {
  const world = new MergeWorld(core)
  for (const step of history) world.take(step)
  const all = world.ops.map((_, i) => i)
  for (const at of world.replicas.keys()) {
    const order = at % 2 === 0 ? all : [...all].reverse()
    for (const i of [...order.slice(at), ...order.slice(0, at)]) world.deliver(at, i)
    world.check(at)
  }
  const states = world.replicas.map(({ regs }) => textOf(regs))
  if (new Set(states).size > 1) throw new Error(`I2: replicas differ: ${states.join('\n')}`)
  return world
}
