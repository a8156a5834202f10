/**
 * The current state of an entity: its registers by field name. Kinds and fields this version does not know are
 * merged and passed on untouched (CHG-6), so an old device never damages newer data.
 */
import type { Dot, JsonValue, Op } from './op.ts'
import {
  compareHeads,
  differingHeads,
  type Head,
  mergeRegisters,
  primaryHead,
  type Register,
  registerOfWrite,
} from './register.ts'

export type Registers = Readonly<Record<string, Register>>

export interface EntityState {
  readonly feed: string
  readonly entity: string
  readonly kind: string
  readonly regs: Registers
}

/** The join of two states of an entity. Field names come from outside, so none is looked up on a plain object. */
export function mergeEntities(a: Registers, b: Registers): Registers {
  const merged = new Map(Object.entries(a))
  for (const [field, register] of Object.entries(b)) {
    const known = merged.get(field)
    merged.set(field, known ? mergeRegisters(known, register) : register)
  }
  return Object.fromEntries(merged)
}

export function registersOfOp(op: Op): Registers {
  return Object.fromEntries(Object.entries(op.f).map(([field, write]) => [field, registerOfWrite(op, write)]))
}

export const applyOp = (regs: Registers, op: Op): Registers => mergeEntities(regs, registersOfOp(op))

/** The value shown for a field: that of its primary head, or undefined where nobody wrote it. */
export const fieldValue = (regs: Registers, field: string): JsonValue | undefined => primaryHead(regs[field])?.v

/** Fields in which people disagree unseen, each with the differing heads. `_del` has its own rule. */
export function conflictsIn(regs: Registers): readonly { field: string; heads: readonly Head[] }[] {
  return Object.keys(regs)
    .filter((field) => field !== DELETED_FIELD)
    .map((field) => ({ field, heads: differingHeads(regs[field]) }))
    .filter(({ heads }) => heads.length > 1)
}

export const DELETED_FIELD = '_del'

/** The value of a delete: exactly what its author saw, so that only that is deleted. Rule CHG-5. */
export function deletionOf(regs: Registers): JsonValue {
  const dots = Object.entries(regs).flatMap(([field, reg]) =>
    field === DELETED_FIELD ? [] : reg.h.map((h) => [h.d, h.n] as const),
  )
  return { x: [...new Map(dots.map((dot) => [dot.join(':'), dot])).values()] }
}

const sameDot = (pair: JsonValue, dot: Dot): boolean => Array.isArray(pair) && pair[0] === dot.d && pair[1] === dot.n

/** A delete holds only while every living head was seen by it; a concurrent edit brings the entity back. */
export function isDeleted(regs: Registers): boolean {
  const heads = Object.entries(regs).flatMap(([field, reg]) => (field === DELETED_FIELD ? [] : reg.h))
  return (regs[DELETED_FIELD]?.h ?? []).some(({ v }) => {
    const seen = v !== null && typeof v === 'object' && !Array.isArray(v) ? (v as { x?: JsonValue }).x : undefined
    return Array.isArray(seen) && heads.every((head) => seen.some((pair) => sameDot(pair, head)))
  })
}

/** The latest stamp over all heads, and its author: "changed by … at …". */
export function lastChange(regs: Registers): Head | undefined {
  return Object.values(regs)
    .flatMap((register) => register.h)
    .reduce<Head | undefined>((last, head) => (last && compareHeads(last, head) >= 0 ? last : head), undefined)
}
