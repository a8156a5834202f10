/** The review of the leaders: prepared and held by the commune, read by whoever follows it once anything is written. */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { ReviewFacts } from '#domain/management-review/gathering.ts'
import type { Attendee, ManagementReview } from '#domain/management-review/management-review.ts'
import type { MinutesContent } from '#domain/management-review/minutes.ts'
import type { InputText } from '#domain/management-review/review-input.ts'
import type { RecordLocation } from './record-location.ts'
import type { ActionView, Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface ReviewOfLeadersItem extends ManagementReview {
  readonly id: string
  readonly isSealed: boolean
  readonly location: RecordLocation
}

export interface AttendeeView extends Attendee {
  readonly id: string
}

export interface MinutesView extends Written {
  readonly id: string
  readonly content: MinutesContent
  readonly sha256: string
}

export interface ManagementReviewView extends ReviewOfLeadersItem {
  readonly attendance: readonly AttendeeView[]
  /** Those about which something was written, in the order of the inputs. */
  readonly inputs: readonly InputText[]
  /** Actions that name the review. */
  readonly decisions: readonly ActionView[]
  /** Mostly one; two where it was sealed twice apart. Rule MR-9. */
  readonly minutes: readonly MinutesView[]
}

export type ReviewHead = Pick<
  ManagementReview,
  'on' | 'noticedOn' | 'place' | 'chair' | 'secretary' | 'conclusion' | 'hasNoDecision'
>

export interface ManagementReviewRepository {
  /** The latest day first. */
  list(unitIds: readonly string[]): Promise<readonly ReviewOfLeadersItem[]>
  get(unitId: string, id: string): Promise<ManagementReviewView | null>
  /** Opens the next review of the year of its day; answers its id. */
  start(
    unitId: string,
    on: LocalDate,
    head: Pick<ReviewHead, 'place' | 'chair' | 'secretary'>,
  ): Promise<Result<string, Problem>>
  /** `management-review.sealed` once the minutes are sealed, here and below. Rule MR-7. */
  save(unitId: string, id: string, patch: Partial<ReviewHead>): SaveResult
  saveInput(unitId: string, id: string, text: InputText): SaveResult
  /** Creates (no id) or changes whoever attends. */
  saveAttendee(unitId: string, id: string, attendee: Attendee & { readonly id?: string }): SaveResult
  removeAttendee(unitId: string, id: string, attendee: string): SaveResult
  /** Seals the minutes. Rules MR-4 to MR-6. */
  seal(unitId: string, id: string): SaveResult
  /** What the app knows for the inputs; `id` is left out of the earlier decisions. */
  facts(unitId: string, id: string): Promise<ReviewFacts>
}
