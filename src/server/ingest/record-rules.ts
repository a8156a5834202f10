/**
 * What an operation may do to the record that is already there. The access table judges kind and feed; without these
 * rules somebody who may write one kind could reach into a record of another kind by naming its id (END-17), or
 * rewrite what was signed (END-16).
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { isSealedKind } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'

export function refusalByRecord(op: Op, existing: EntityState | undefined): ProblemCode | null {
  if (!existing) return null
  if (existing.kind !== op.k) return 'op.malformed'
  return isSealedKind(op.k) ? 'access.forbidden' : null
}
