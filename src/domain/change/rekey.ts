/**
 * Gives operations that the endpoint never took another replica's name. A copied or restored browser profile goes on
 * writing under numbers its twin has used already; from the first of them on everything it wrote gets a new replica and
 * numbers from 1, and says that it had seen what was written under the old name before (CHG-20).
 */
import { DELETED_FIELD, type Registers } from './entity-state.ts'
import type { Context, Dot, FieldWrite, JsonValue, Op } from './op.ts'
import { mergeRegisters, type Register } from './register.ts'

export interface Rekeying {
  /** The replica that must not be used any more. */
  readonly from: string
  readonly to: string
  /** First number whose operation the endpoint does not have; everything before it keeps its name. */
  readonly first: number
  /** Numbers above it that left the device, in their order: the new ones run from 1 without gaps all the same. */
  readonly gaps?: readonly number[]
}

/** The new number of an old one that is not below `first`. */
export const newNumber = (n: number, { first, gaps = [] }: Rekeying): number =>
  n - first + 1 - gaps.filter((gap) => gap < n).length

const isMoved = ({ d, n }: Dot, { from, first }: Rekeying): boolean => d === from && n >= first

export const rekeyDot = <T extends Dot>(dot: T, by: Rekeying): T =>
  isMoved(dot, by) ? { ...dot, d: by.to, n: newNumber(dot.n, by) } : dot

/** What the old name wrote before: whoever writes under the new one has seen it, because they wrote it. */
const ownBefore = ({ from, first }: Rekeying): Context => (first > 1 ? { [from]: first - 1 } : {})

/** The dots a delete names as seen. */
function rekeyDeletion(value: JsonValue, by: Rekeying): JsonValue {
  if (value === null || typeof value !== 'object' || !('x' in value) || !Array.isArray(value.x)) return value
  const x = (value.x as readonly JsonValue[]).map((pair): JsonValue => {
    if (!Array.isArray(pair)) return pair
    const [d, n] = pair as readonly JsonValue[]
    if (typeof d !== 'string' || typeof n !== 'number') return pair
    const dot = rekeyDot({ d, n }, by)
    return [dot.d, dot.n]
  })
  return { ...value, x }
}

function rekeyWrite(name: string, [value, context = {}]: FieldWrite, by: Rekeying): FieldWrite {
  const seen = { ...context, ...ownBefore(by) }
  const written = name === DELETED_FIELD ? rekeyDeletion(value, by) : value
  return Object.keys(seen).length === 0 ? [written] : [written, seen]
}

const rekeyGroup = (group: string, by: Rekeying): string => {
  const n = Number(group.slice(by.from.length + 1))
  if (group !== `${by.from}-${n}`) return group
  const { d, n: moved } = rekeyDot({ d: by.from, n }, by)
  return `${d}-${moved}`
}

/** The operation under its new name; one that the endpoint has is returned as it is. */
export function rekeyOp(op: Op, by: Rekeying): Op {
  if (!isMoved(op, by)) return op
  const f = Object.fromEntries(Object.entries(op.f).map(([name, write]) => [name, rekeyWrite(name, write, by)]))
  return { ...rekeyDot(op, by), ...(op.g === undefined ? {} : { g: rekeyGroup(op.g, by) }), f }
}

function rekeyRegister(name: string, register: Register, by: Rekeying): Register {
  const { [by.from]: seen = 0, ...others } = register.x ?? {}
  if (seen < by.first && !register.h.some((head) => isMoved(head, by))) return register
  const x = { ...others, ...ownBefore(by), ...(seen >= by.first ? { [by.to]: newNumber(seen, by) } : {}) }
  const h = register.h.map((head) => {
    const moved = rekeyDot(head, by)
    return name === DELETED_FIELD ? { ...moved, v: rekeyDeletion(head.v, by) } : moved
  })
  // Merging with nothing brings heads and context into the order every replica has them in.
  return mergeRegisters({ h, x }, { h: [] })
}

/** The registers as they would be had the operations been written under the new name from the beginning. */
export const rekeyRegisters = (regs: Registers, by: Rekeying): Registers =>
  Object.fromEntries(Object.entries(regs).map(([name, register]) => [name, rekeyRegister(name, register, by)]))
