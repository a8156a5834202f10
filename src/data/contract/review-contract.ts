/** What comes after handing in: the monitor's verification, the commune's corrections, and what is done about gaps. */
import type { ActionState, ImprovementAction } from '#domain/improvement-action/improvement-action.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Quartiles } from '#domain/self-assessment/comparison.ts'
import type { Decision, SubmissionState, Verification } from '#domain/self-assessment/verification.ts'
import type { RecordLocation } from './record-location.ts'
import type { SubmissionView } from './self-assessment-contract.ts'
import type { SaveResult } from './store-contract.ts'

/** Who wrote last and when; the name where the endpoint has told it. */
export interface Written {
  readonly by: string
  readonly byName: string | null
  readonly at: number
  readonly location: RecordLocation
}

export interface VerificationView extends Verification, Written {
  readonly hasConflict: boolean
}

export interface DecisionView extends Written {
  readonly decision: Exclude<Decision, null>
  readonly reason: string
}

/** One of the sealed submissions of a round. */
export interface RevisionItem {
  readonly id: string
  readonly revision: number
  readonly submittedAt: string
  readonly state: SubmissionState
}

/** A submission with all that was found and decided about it. */
export interface ReviewView {
  readonly submission: SubmissionView
  readonly revision: number
  readonly state: SubmissionState
  /** By question id; a question nobody verified is absent. */
  readonly verifications: Readonly<Record<string, VerificationView>>
  /** Null while nobody decided. */
  readonly decision: DecisionView | null
  /** Every submission of the round, the latest first, this one included. */
  readonly revisions: readonly RevisionItem[]
}

export interface ActionView extends ImprovementAction, Written {
  readonly id: string
}

export type NewAction = Pick<ImprovementAction, 'unit' | 'of' | 'question' | 'what' | 'who' | 'until'>

export interface DistributionView {
  /** `id@version`. */
  readonly instrument: string
  /** Day it was worked out. */
  readonly on: string
  /** By section id and `overall`. */
  readonly parts: Readonly<Record<string, Quartiles>>
}

export interface ReviewRepository {
  /** Null where the submission is not on this device. */
  of(unitId: string, submission: string): Promise<ReviewView | null>
  /** Writes what was found about some questions, by question id, in one transaction. Rules SA-10 to SA-12. */
  verify(unitId: string, submission: string, found: Readonly<Record<string, Verification>>): SaveResult
  /** Closes the verification, or sends the submission back. Rules SA-11 and SA-12. */
  decide(unitId: string, submission: string, decision: Exclude<Decision, null>, reason: string): SaveResult
  /** Opens a round that was sent back for answers again. Rule SA-13. */
  startRevision(assessment: string): SaveResult
  /** What ought to be done first, first. Rule IMP-5. */
  actions(unitIds: readonly string[]): Promise<readonly ActionView[]>
  /** A new one; answers its id. Rule IMP-1. */
  addAction(action: NewAction): Promise<Result<string, Problem>>
  /** Rule IMP-1. */
  changeAction(unitId: string, id: string, patch: Pick<ImprovementAction, 'what' | 'who' | 'until'>): SaveResult
  /** Rules IMP-2 and IMP-3. */
  moveAction(unitId: string, id: string, to: ActionState, outcome: string): SaveResult
  /** What the province shared of all communes; null where it shared nothing. Rule SA-19. */
  distribution(instrument: string): Promise<DistributionView | null>
  /** Shares the quartiles of these communes' latest submissions with all. Rule SA-19. */
  shareDistribution(instrument: string, unitIds: readonly string[]): SaveResult
}
