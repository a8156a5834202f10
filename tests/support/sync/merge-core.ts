/**
 * The merge as the model test sees it, so that the real one and deliberately wrong ones run through the same test.
 * The four mutants are the designs other libraries chose; each loses or resurrects a write, and the test must notice.
 */
import { applyOp, mergeEntities, type Registers } from '#domain/change/entity-state.ts'
import type { Context, Op } from '#domain/change/op.ts'
import { contextForWrite, contextOf, type Head, type Register, registerOfWrite } from '#domain/change/register.ts'

export interface MergeCore {
  /** What a device sends along with a write on top of `regs`. */
  contextOfWrite(regs: Registers, field: string, device: string): Context | undefined
  apply(regs: Registers, op: Op): Registers
  merge(a: Registers, b: Registers): Registers
}

export const realMerge: MergeCore = {
  contextOfWrite: (regs, field, device) => contextForWrite(regs[field], device),
  apply: applyOp,
  merge: mergeEntities,
}

const compare = (a: Head, b: Head): number => a.h - b.h || (a.d < b.d ? -1 : a.d > b.d ? 1 : a.n - b.n)

/** A core whose registers are joined by another function than ours. */
function coreWith(
  join: (a: Register, b: Register) => Register,
  contextOfWrite: MergeCore['contextOfWrite'],
): MergeCore {
  const merge = (a: Registers, b: Registers): Registers => {
    const merged: Record<string, Register> = { ...a }
    for (const [field, register] of Object.entries(b)) {
      const known = merged[field]
      merged[field] = known ? join(known, register) : register
    }
    return merged
  }
  const ofOp = (op: Op): Registers =>
    Object.fromEntries(Object.entries(op.f).map(([f, write]) => [f, registerOfWrite(op, write)]))
  return { contextOfWrite, merge, apply: (regs, op) => merge(regs, ofOp(op)) }
}

const uniqueHeads = (a: Register, b: Register): Head[] => {
  const byDot = new Map([...a.h, ...b.h].map((head) => [`${head.d}:${head.n}`, head]))
  return [...byDot.values()].sort(compare)
}

/** The last writer wins. */
const lastWriterWins = coreWith((a, b) => ({ h: uniqueHeads(a, b).slice(-1) }), realMerge.contextOfWrite)

/** One context for the whole entity instead of one per register. */
const entityContext: MergeCore = {
  ...realMerge,
  contextOfWrite(regs, _field, device) {
    const seen: Record<string, number> = {}
    for (const register of Object.values(regs))
      for (const [d, n] of Object.entries(contextOf(register))) if (d !== device) seen[d] = Math.max(seen[d] ?? 0, n)
    return seen
  },
}

/** Registers remember their heads and forget what the heads had seen. */
const headsOnly = coreWith((a, b) => {
  const covered = (head: Head, other: Register): boolean => {
    const isThere = other.h.some((x) => x.d === head.d && x.n === head.n)
    return !isThere && (contextOf(other)[head.d] ?? 0) >= head.n
  }
  return { h: uniqueHeads(a, b).filter((head) => !covered(head, a) && !covered(head, b)) }
}, realMerge.contextOfWrite)

/** A write replaces every head with a lower stamp than the latest its writer had seen. */
const clockDomination = coreWith(
  (a, b) => {
    const seen = Math.max(a.x?.hlc ?? 0, b.x?.hlc ?? 0)
    const h = uniqueHeads(a, b).filter((head) => head.h > seen)
    return seen > 0 ? { h, x: { hlc: seen } } : { h }
  },
  (regs, field) => {
    const latest = Math.max(0, ...(regs[field]?.h ?? []).map((head) => head.h))
    return latest > 0 ? { hlc: latest } : undefined
  },
)

export const mergeMutants: Readonly<Record<string, MergeCore>> = {
  'the last writer wins': lastWriterWins,
  'one context per entity': entityContext,
  'heads without further context': headsOnly,
  'domination by the clock': clockDomination,
}
