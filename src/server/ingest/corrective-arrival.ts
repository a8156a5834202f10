/**
 * A move of a corrective action that arrives: what the endpoint took stays taken (CA-14, END-116). Moves of a push that
 * were stored before it count as well, because records are asked as they are within the transaction.
 */
import { type EntityState, registersOfOp } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { refusalOfArrival } from '#domain/corrective-action/moved-meanwhile.ts'
import { storedMove } from '#domain/corrective-action/stored-move.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'

export const MOVE_KIND = 'corrective-move'

/** A move of a name that this version does not know is stored for newer devices, and judged by none of its rules. */
export function refusalOfMove(op: Op, stored: readonly EntityState[]): ProblemCode | null {
  const move = storedMove(op.e, registersOfOp(op))
  return (
    move &&
    refusalOfArrival(
      move,
      stored.flatMap(({ entity, regs }) => storedMove(entity, regs) ?? []),
    )
  )
}
