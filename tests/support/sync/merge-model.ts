/**
 * The model that judges a merge: the truth is each write's real causal past, kept beside the registers as plain sets.
 * Devices write, operations reach them in any order and any number of times, states are copied between them; after
 * every step the heads of each register must be exactly the writes that no other known write had seen.
 */
import fc from 'fast-check'
import type { Registers } from '#domain/change/entity-state.ts'
import { nextHlc } from '#domain/change/hlc.ts'
import type { FieldWrite, Op } from '#domain/change/op.ts'
import type { MergeCore } from './merge-core.ts'
import { anOp } from './op-builder.ts'

const FIELDS = ['score', 'note'] as const
const DEVICES = 4

export type Step =
  | { readonly do: 'write'; readonly at: number; readonly fields: number; readonly clock: number }
  | { readonly do: 'deliver'; readonly at: number; readonly op: number }
  | { readonly do: 'copy'; readonly at: number; readonly from: number }

const device = fc.nat({ max: DEVICES - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      at: device,
      fields: fc.integer({ min: 1, max: 3 }),
      clock: fc.nat({ max: 5 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), at: device, op: fc.nat({ max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), at: device, from: device }) },
)
/** Writes, deliveries and copies in any order. */
export const arbitraryHistory: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 3,
  maxLength: 80,
  size: 'max',
})

/** A write to one field, named `device:n`. */
type WriteName = string

interface Replica {
  regs: Registers
  n: number
  hlc: number
  /** Per field the writes it knows of, directly or because a write it knows had seen them. */
  readonly known: Map<string, Set<WriteName>>
  /** Per field the writes whose operation (or a state holding their effect) arrived. */
  readonly applied: Map<string, Set<WriteName>>
}

const emptySets = (): Map<string, Set<WriteName>> => new Map(FIELDS.map((field) => [field, new Set()]))
const setOf = (sets: Map<string, Set<WriteName>>, field: string): Set<WriteName> => sets.get(field) ?? new Set()

export class MergeWorld {
  readonly #core: MergeCore
  readonly replicas: Replica[]
  readonly ops: Op[] = []
  /** The real causal past of each write: what its writer knew of that field. */
  readonly #past = new Map<string, ReadonlySet<WriteName>>()

  constructor(core: MergeCore) {
    this.#core = core
    this.replicas = Array.from({ length: DEVICES }, () => ({
      regs: {},
      n: 0,
      hlc: 0,
      known: emptySets(),
      applied: emptySets(),
    }))
  }

  take(step: Step): void {
    if (step.do === 'write') this.#write(step.at, step.fields, step.clock)
    else if (step.do === 'copy') this.#copy(step.at, step.from)
    else if (this.ops.length > 0) this.deliver(step.at, step.op % this.ops.length)
  }

  #write(at: number, fieldBits: number, clock: number): void {
    const replica = this.#replica(at)
    const fields = FIELDS.filter((_, i) => (fieldBits >> i) & 1)
    const d = `d${at}`
    const n = ++replica.n
    replica.hlc = nextHlc(replica.hlc, Date.UTC(2026, 0, 1) + clock)
    const writes = fields.map((field): [string, FieldWrite] => {
      const context = this.#core.contextOfWrite(replica.regs, field, d)
      return [field, context ? [`${d}:${n}`, context] : [`${d}:${n}`]]
    })
    for (const field of fields) this.#past.set(`${field} ${d}:${n}`, new Set(setOf(replica.known, field)))
    this.ops.push(anOp({ d, n, h: replica.hlc, f: Object.fromEntries(writes) }))
    this.deliver(at, this.ops.length - 1)
  }

  deliver(at: number, index: number): void {
    const replica = this.#replica(at)
    const op = this.ops[index]
    if (!op) return
    replica.regs = this.#core.apply(replica.regs, op)
    for (const field of Object.keys(op.f)) {
      const name = `${op.d}:${op.n}`
      setOf(replica.applied, field).add(name)
      for (const seen of [name, ...(this.#past.get(`${field} ${name}`) ?? [])]) setOf(replica.known, field).add(seen)
    }
  }

  #copy(at: number, from: number): void {
    const [target, source] = [this.#replica(at), this.#replica(from)]
    target.regs = this.#core.merge(target.regs, source.regs)
    for (const field of FIELDS) {
      for (const name of setOf(source.known, field)) setOf(target.known, field).add(name)
      for (const name of setOf(source.applied, field)) setOf(target.applied, field).add(name)
    }
  }

  /** The writes that arrived and that no write known here had seen. */
  #maximal(replica: Replica, field: string): string[] {
    const applied = [...setOf(replica.applied, field)]
    const overtaken = new Set(applied.flatMap((name) => [...(this.#past.get(`${field} ${name}`) ?? [])]))
    return applied.filter((name) => !overtaken.has(name)).sort()
  }

  /** Throws where the heads of any register are not the maximal writes. */
  check(): void {
    for (const [at, replica] of this.replicas.entries())
      for (const field of FIELDS) {
        const heads = (replica.regs[field]?.h ?? []).map((head) => `${head.d}:${head.n}`).sort()
        const truth = this.#maximal(replica, field)
        if (heads.join() !== truth.join())
          throw new Error(`device ${at}, ${field}: heads [${heads.join()}] instead of [${truth.join()}]`)
      }
  }

  #replica(at: number): Replica {
    const replica = this.replicas[at]
    if (!replica) throw new Error(`no device ${at}`)
    return replica
  }
}

/** Runs a history and checks after every step; then everybody gets everything, each in another order. */
export function runHistory(core: MergeCore, history: readonly Step[]): MergeWorld {
  const world = new MergeWorld(core)
  for (const step of history) {
    world.take(step)
    world.check()
  }
  const all = world.ops.map((_, i) => i)
  for (const at of world.replicas.keys()) {
    const order = at % 2 === 0 ? all : [...all].reverse()
    for (const i of [...order.slice(at), ...order.slice(0, at)]) world.deliver(at, i)
  }
  world.check()
  return world
}
