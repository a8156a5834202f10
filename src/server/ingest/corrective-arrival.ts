/**
 * A move of a corrective action that arrives: what the endpoint took stays taken (CA-14, END-116). Moves of a push that
 * were stored before it count as well, because records are asked as they are within the transaction.
 */
import { type EntityState, isDeleted, registersOfOp } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { type RequestAtHand, refusalOfArrival } from '#domain/corrective-action/moved-meanwhile.ts'
import { storedMove, storedRequest } from '#domain/corrective-action/stored-move.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'

export const MOVE_KIND = 'corrective-move'

export const REQUEST_KIND = 'corrective-action'

/** Whether other requests of the commune are asked about this move: only where one ends in another (CA-22). */
export const asksForRequests = ({ k, f }: Op): boolean => k === MOVE_KIND && f['name']?.[0] === 'end-double'

/** The records as they are within the transaction. */
export interface MovesAtHand {
  find(feed: string, entity: string): EntityState | undefined
  ofKind(feed: string, kind: string): readonly EntityState[]
}

function requestAtHand(state: EntityState | undefined): RequestAtHand | undefined {
  return state?.kind === REQUEST_KIND && !isDeleted(state.regs) ? storedRequest(state.regs) : undefined
}

/** A move of a name that this version does not know is stored for newer devices, and judged by none of its rules. */
export function refusalOfMove(op: Op, records: MovesAtHand): ProblemCode | null {
  const move = storedMove(op.e, registersOfOp(op))
  if (move === null) return null
  const stored = records.ofKind(op.s, MOVE_KIND).flatMap(({ entity, regs }) => storedMove(entity, regs) ?? [])
  return refusalOfArrival(move, stored, (id) => requestAtHand(records.find(op.s, id)))
}
