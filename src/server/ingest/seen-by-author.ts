/**
 * What the author of an operation had before them, as far as the operation proves it. Where it proves nothing, somebody
 * else may have written meanwhile, and the operation is not judged by that: honest work arrives in any order (END-145).
 */
import type { Op } from '#domain/change/op.ts'
import { differingHeads, type Head, type Register } from '#domain/change/register.ts'

/** A replica knows what it wrote before; of others it knows what its context names. */
export const isSeen = ({ d, n }: Head, op: Op, field: string): boolean =>
  d === op.d ? n < op.n : n <= (op.f[field]?.[1]?.[d] ?? 0)

/** Every value of a register that the author knew by what they say of `field`; null where they may not have known all. */
export function seenHeads(register: Register | undefined, op: Op, field: string): readonly Head[] | null {
  const heads = register?.h ?? []
  return heads.every((head) => isSeen(head, op, field)) ? heads : null
}

/** The one head that a write knowingly replaces; null where it settles a conflict, or may not have known of it. */
export function replacedHead(register: Register | undefined, op: Op, field: string): Head | null {
  const heads = Object.hasOwn(op.f, field) ? seenHeads(register, op, field) : null
  return heads !== null && differingHeads(register).length === 1 ? (heads.at(-1) ?? null) : null
}
