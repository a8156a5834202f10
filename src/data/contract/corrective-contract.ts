/** Corrective action requests and their moves: what is late, who has to do what next, and what became of every move. */
import type { Course } from '#domain/corrective-action/course.ts'
import type { KeptAside } from '#domain/corrective-action/kept-aside.ts'
import type { Move, MoveName } from '#domain/corrective-action/move.ts'
import type { RequestContent } from '#domain/corrective-action/request.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

/** A move with who made it. */
export interface MoveView extends Move {
  readonly byName: string | null
  /** When it was made, by its author's clock, milliseconds since 1970. */
  readonly madeAt: number
  readonly location: Written['location']
}

/** What the endpoint tells of a move it kept aside; what the move says is on its author's device alone. */
export interface KeptAsideView extends KeptAside {
  readonly byName: string | null
}

export interface CorrectiveView extends RequestContent, Written {
  readonly id: string
  /** Given offline; never changes. The official one is in the course. */
  readonly number: string
  readonly issuedOn: LocalDate
  readonly course: Course<MoveView>
  /** Moves the endpoint kept aside (CA-24), in the order in which it did; also those that are on this device. */
  readonly keptAside: readonly KeptAsideView[]
}

/** A published finding that calls for a corrective action nobody opened. Rule CA-29. */
export interface UnrequestedFinding {
  readonly id: string
  readonly unit: string
  readonly number: string
  readonly facts: string
  /** The one that holds now (AUD-17). */
  readonly grade: FindingGrade | null
  /** From this day on one is called for. */
  readonly since: LocalDate
}

/** What a person writes for a move; what the move does not ask for is left out. */
export interface NewMove {
  readonly name: MoveName
  /** Where photos were taken for it before it was made: they name this id. */
  readonly id?: string
  readonly words?: string
  readonly whys?: readonly string[]
  readonly correction?: string
  readonly action?: string
  readonly responsible?: string
  readonly dueOn?: WrittenDate | null
  readonly isEffective?: boolean | null
  readonly officialNumber?: string
  /** The request that goes on instead, where it is there already; for `end-double`. */
  readonly next?: string | null
  /** The request that goes on instead; written in the same gesture. */
  readonly successor?: RequestContent
}

export interface CorrectiveRepository {
  /** Of these communes: what is open first, by the day it is due, then what has ended, the newest first. */
  list(unitIds: readonly string[]): Promise<readonly CorrectiveView[]>
  /** Null where the request is not on this device. */
  get(unitId: string, id: string): Promise<CorrectiveView | null>
  /** Those opened from a finding, a shortcoming, a decision or another request. */
  openedFrom(unitId: string, of: string): Promise<readonly CorrectiveView[]>
  /** Findings of these communes without one, those that wait longest first. Rule CA-29. */
  unrequested(unitIds: readonly string[]): Promise<readonly UnrequestedFinding[]>
  /** A new request; answers its id. Rules CA-15 and CA-16. */
  open(request: RequestContent): Promise<Result<string, Problem>>
  /** Judged by where the request stands on this device. Answers the id of the successor, or of the request itself. */
  move(unitId: string, id: string, move: NewMove): Promise<Result<string, Problem>>
  /** Makes a move again that the endpoint kept aside, so that everybody reads it; it counts only where it fits now. */
  repeat(unitId: string, moveId: string): SaveResult
  /** An id for a move whose photos are taken first. */
  nextId(): Promise<string>
}
