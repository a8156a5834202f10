/** Operations refused and decided about, and units that merge: the part of the store's contract that is about authority. */
import type { Grant } from '#domain/access/role.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { WirePlace } from '#protocol/session-message.ts'

export interface QuarantineRow {
  readonly device: string
  readonly n: number
  readonly code: ProblemCode
  readonly receivedMs: number
  readonly op: Op
}

export interface ReceivedOp {
  readonly op: Op
  readonly receivedMs: number
}

/** What became of a refused operation: entered into its feed after all, or put away for good. It is kept either way. */
export type Verdict = 'accepted' | 'dismissed'

export interface Decision {
  readonly device: string
  readonly n: number
  readonly verdict: Verdict
  /** Account of the person; '' where the endpoint found its own reason gone (`op.context-ahead`). */
  readonly by: string
  readonly reason: string
  readonly nowMs: number
}

/**
 * `not-waiting`: nothing is refused under this name, or it was decided before. `impossible`: accepting would break
 * what is there (END-16, END-17), so it stays refused.
 */
export type DecisionOutcome = 'decided' | 'not-waiting' | 'impossible'

export interface DecidedRow extends QuarantineRow {
  readonly verdict: Verdict
  readonly by: string
  readonly reason: string
  readonly decidedMs: number
}

/** A refused operation, decided about or not. */
export interface RefusedRow extends QuarantineRow {
  /** Null while nobody decided. */
  readonly verdict: Verdict | null
}

/** From this day on the successor stands in the predecessor's place: the feeds of the predecessor are frozen (D16). */
export interface Succession {
  readonly predecessor: string
  readonly successor: string
  readonly since: LocalDate
}

/** Everything a merger or a division changes, in one transaction. */
export interface UnitChange {
  /** New units and those whose last day is now known; units not named stay as they are. */
  readonly places: readonly WirePlace[]
  readonly successions: readonly Succession[]
  readonly grants: readonly Grant[]
}
