/** What comes after a filled form was handed in: its verification, its corrections, and what its answers look like. */
import type { FillingVerification, FillingVerifications } from '#domain/questionnaire/filling/filling-verification.ts'
import type { Decision, SubmissionState } from '#domain/self-assessment/verification.ts'
import type { EvidenceView } from './evidence-contract.ts'
import type { FillingSubmissionView } from './form-filling-contract.ts'
import type { DecisionView, RevisionItem, Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface FillingVerificationView extends FillingVerification, Written {
  readonly hasConflict: boolean
}

/** A form that was handed in, with all that was found and decided about it. */
export interface FillingReview {
  readonly submission: FillingSubmissionView
  readonly revision: number
  readonly state: SubmissionState
  /** By the reference of the question; one nobody verified is absent. */
  readonly verifications: Readonly<Record<string, FillingVerificationView>>
  readonly decision: DecisionView | null
  /** Every submission of the filling, the latest first, this one included. */
  readonly revisions: readonly RevisionItem[]
  /** Day the filling began; empty where it is not known here. */
  readonly startedOn: string
  /** Whether the commune has opened it again for its correction. */
  readonly isCorrecting: boolean
}

/** The photos the honest-answering rules ask about. */
export interface FillingPhotos {
  readonly photos: readonly EvidenceView[]
  /** Hashes of those handed in with other fillings of the commune. */
  readonly earlier: readonly string[]
}

export interface FillingReviewRepository {
  /** What was handed in of a filling last, or that submission of it. Null where none is on this device. */
  of(filling: string, submission?: string): Promise<FillingReview | null>
  /** The same by the submission alone: an action names nothing else. */
  ofSubmission(unitId: string, submission: string): Promise<FillingReview | null>
  /** Of a draft or of what was handed in. Rule HON-6. */
  photos(filling: string, audience: 'self' | 'pub'): Promise<FillingPhotos>
  /** Writes what was found about some questions, by reference, in one transaction. Rules FIL-11 to FIL-13. */
  verify(filling: string, submission: string, found: FillingVerifications): SaveResult
  /** Closes the verification, or sends the form back. Rule FIL-13. */
  decide(filling: string, submission: string, decision: Exclude<Decision, null>, reason: string): SaveResult
  /** Opens a form that was sent back for answers again. Rule FIL-14. */
  startRevision(filling: string): SaveResult
}
