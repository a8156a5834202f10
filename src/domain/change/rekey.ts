/**
 * Gives operations that the endpoint never took another replica's name. A copied or restored browser profile goes on
 * writing under numbers its twin has used already; from the first of them on everything it wrote gets a new replica and
 * numbers from 1. What it had written into the same fields under the old name before, it says to have seen (CHG-20), and
 * nothing else (CHG-23): whoever builds on such a write passes the claim on, and the endpoint believes it as a write of
 * that very field only (END-30).
 */
import { DELETED_FIELD, type EntityState, type Registers } from './entity-state.ts'
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
  readonly before: WrittenBefore
}

/** The number below `first` up to which the old name's writes into this field of this record are to be taken as seen. */
export type WrittenBefore = (feed: string, entity: string, field: string) => number

/**
 * The last of `kept` that wrote the field. Where none did, one that left the device may have: then `left`, the highest
 * number that did, all of which are in a backup of the endpoint; 0 where none left.
 */
export function writtenBefore(kept: readonly Op[], left = 0): WrittenBefore {
  const last = new Map<string, number>()
  const keyOf = (...names: readonly string[]): string => names.join('\n')
  for (const { s, e, n, f } of kept)
    for (const field of Object.keys(f)) {
      const key = keyOf(s, e, field)
      last.set(key, Math.max(n, last.get(key) ?? 0))
    }
  return (...names) => last.get(keyOf(...names)) ?? left
}

/** The new number of an old one that is not below `first`. */
export const newNumber = (n: number, { first, gaps = [] }: Rekeying): number =>
  n - first + 1 - gaps.filter((gap) => gap < n).length

const isMoved = ({ d, n }: Dot, { from, first }: Rekeying): boolean => d === from && n >= first

export const rekeyDot = <T extends Dot>(dot: T, by: Rekeying): T =>
  isMoved(dot, by) ? { ...dot, d: by.to, n: newNumber(dot.n, by) } : dot

type Place = readonly [feed: string, entity: string, field: string]

/** What the old name wrote there before: whoever writes under the new one has seen it, because they wrote it. */
function ownBefore({ from, before }: Rekeying, place: Place): Context {
  const n = before(...place)
  return n > 0 ? { [from]: n } : {}
}

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

function rekeyWrite(place: Place, [value, context = {}]: FieldWrite, by: Rekeying): FieldWrite {
  const seen = { ...context, ...ownBefore(by, place) }
  const written = place[2] === DELETED_FIELD ? rekeyDeletion(value, by) : value
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
  const f = Object.fromEntries(
    Object.entries(op.f).map(([name, write]) => [name, rekeyWrite([op.s, op.e, name], write, by)]),
  )
  return { ...rekeyDot(op, by), ...(op.g === undefined ? {} : { g: rekeyGroup(op.g, by) }), f }
}

function rekeyRegister(place: Place, register: Register, by: Rekeying): Register {
  const { [by.from]: seen = 0, ...others } = register.x ?? {}
  if (seen < by.first && !register.h.some((head) => isMoved(head, by))) return register
  const x = { ...others, ...ownBefore(by, place), ...(seen >= by.first ? { [by.to]: newNumber(seen, by) } : {}) }
  const h = register.h.map((head) => {
    const moved = rekeyDot(head, by)
    return place[2] === DELETED_FIELD ? { ...moved, v: rekeyDeletion(head.v, by) } : moved
  })
  // Merging with nothing brings heads and context into the order every replica has them in.
  return mergeRegisters({ h, x }, { h: [] })
}

/** The registers as they would be had the operations been written under the new name from the beginning. */
export const rekeyRegisters = ({ feed, entity, regs }: Omit<EntityState, 'kind'>, by: Rekeying): Registers =>
  Object.fromEntries(
    Object.entries(regs).map(([name, register]) => [name, rekeyRegister([feed, entity, name], register, by)]),
  )
