/**
 * What a restored endpoint leaves on devices that had read a copied profile's work before, and a file of the copy on
 * whoever opened it: writes under numbers the other copy has used since. No replica can tell such a number from the
 * other one of that name (docs/limits.md).
 */
import type { Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { type Head, mergeRegisters, type Register } from '#domain/change/register.ts'
import type { SimWorld } from './sim-world.ts'

/** Whether the head stands under a number that two copies of a profile both wrote, and the endpoint was restored. */
const isAmbiguous = (world: SimWorld, head: Head): boolean =>
  world.injected.endpointRestored > 0 && isWrittenTwice(world, head)

const isWrittenTwice = (world: SimWorld, { d, n }: Head): boolean => world.writtenTwice.has(`${d}:${n}`)

/**
 * Whether a head stands under such a number, its own operation being at the endpoint under no name: that was forgotten
 * with a backup, and its copy can send nothing any more.
 */
export function isOfTwin(world: SimWorld, regs: Registers, arrived: readonly Op[]): boolean {
  const isAway = ({ u, h }: Head): boolean => !arrived.some((op) => op.u === u && op.h === h)
  return Object.values(regs).some((register) => register.h.some((head) => isAmbiguous(world, head) && isAway(head)))
}

const isSameWrite = (a: Head, b: Head): boolean =>
  a.u === b.u && a.h === b.h && JSON.stringify(a.v) === JSON.stringify(b.v)

/**
 * The registers as a device may show them that had read one of their writes under its old name, before its copy took
 * another replica: from an endpoint restored since, or in a file, which it then still has (`brought`). That name stands
 * beside the new one, one value, shown once. Nothing else may differ, and a write whose new name is not among the heads
 * has no old one either.
 */
export function withOldNames(world: SimWorld, right: Registers, shown: Registers, brought: readonly Op[]): Registers {
  const isBrought = (old: Head): boolean =>
    isWrittenTwice(world, old) &&
    brought.some(({ d, n, u, h }) => d === old.d && n === old.n && u === old.u && h === old.h)
  const oldNames = (field: string, { h }: Register): readonly Head[] =>
    (shown[field]?.h ?? []).filter(
      (old) => (isAmbiguous(world, old) || isBrought(old)) && h.some((head) => isSameWrite(head, old)),
    )
  return Object.fromEntries(
    Object.entries(right).map(([field, register]) => [
      field,
      oldNames(field, register).reduce((all, head) => mergeRegisters(all, { h: [head] }), register),
    ]),
  )
}
