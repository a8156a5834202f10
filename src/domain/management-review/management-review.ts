/**
 * A review of the leaders while it is prepared and held, and what it still lacks before its minutes are sealed. A short
 * notice blocks nothing, since it can no longer be mended; it is said in the minutes instead.
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { type InputText, type ReviewInputId, reviewInputs } from './review-input.ts'

export interface ManagementReview {
  readonly unit: string
  /** Number in its year: 1, 2 … */
  readonly number: number
  readonly on: LocalDate
  /** The day of the notice (BM-HT04.01); null where there was none. */
  readonly noticedOn: LocalDate | null
  readonly place: string
  /** Posts, not persons. */
  readonly chair: string
  readonly secretary: string
  readonly conclusion: string
  /** Somebody said that nothing had to be decided. */
  readonly hasNoDecision: boolean
}

export type AttendanceSide = 'chair' | 'secretary' | 'member' | 'guest'

export const attendanceSides: readonly AttendanceSide[] = ['chair', 'secretary', 'member', 'guest']

export interface Attendee {
  readonly name: string
  readonly post: string
  readonly side: AttendanceSide
  readonly isPresent: boolean
}

/** Calendar days between notice and meeting, as the usual procedure asks (BM-HT04.01). */
export const NOTICE_DAYS = 7

export type NoticeState = 'in-time' | 'short' | 'missing'

/** Rule MR-5. */
export function noticeState({ noticedOn, on }: Pick<ManagementReview, 'noticedOn' | 'on'>): NoticeState {
  if (noticedOn === null) return 'missing'
  return daysBetween(noticedOn, on) >= NOTICE_DAYS ? 'in-time' : 'short'
}

/** A notice written after the meeting announced nothing. Rule MR-5. */
export const isNoticeAfter = ({ noticedOn, on }: Pick<ManagementReview, 'noticedOn' | 'on'>): boolean =>
  noticedOn !== null && noticedOn > on

/** Inputs about which nothing is said yet, in order. Rule MR-4. */
export function silentInputs(inputs: readonly InputText[]): readonly ReviewInputId[] {
  const said = new Set(inputs.filter(({ text }) => hasText(text)).map(({ input }) => input))
  return reviewInputs.map(({ id }) => id).filter((id) => !said.has(id))
}

export interface ReviewRecord {
  readonly review: ManagementReview
  readonly attendance: readonly Attendee[]
  readonly inputs: readonly InputText[]
  /** How many decisions there are. */
  readonly decisions: number
}

function attendanceProblems(attendance: readonly Attendee[]): readonly Problem[] {
  const present = attendance.filter(({ isPresent }) => isPresent)
  if (present.length < 2) return [{ code: 'management-review.attendance-missing' }]
  return present.some(({ side }) => side === 'chair') ? [] : [{ code: 'management-review.chair-absent' }]
}

/** Everything that keeps the minutes from being sealed, in the order of the screen. Rules MR-4, MR-5 and MR-6. */
export function reviewProblems({ review, attendance, inputs, decisions }: ReviewRecord, today: LocalDate) {
  const problems: Problem[] = []
  if (review.on > today) problems.push({ code: 'management-review.not-held' })
  if (isNoticeAfter(review)) problems.push({ code: 'management-review.notice-after' })
  if (!hasText(review.place)) problems.push({ code: 'management-review.place-missing' })
  if (!hasText(review.chair)) problems.push({ code: 'management-review.chair-missing' })
  if (!hasText(review.secretary)) problems.push({ code: 'management-review.secretary-missing' })
  problems.push(...attendanceProblems(attendance))
  const missing = silentInputs(inputs).length
  if (missing > 0) problems.push({ code: 'management-review.input-missing', params: { missing } })
  if (decisions === 0 && !review.hasNoDecision) problems.push({ code: 'management-review.decision-missing' })
  return problems as readonly Problem[]
}

/** Rule MR-4: whoever was there has a name and a post. */
export const attendeeProblem = ({ name, post }: Pick<Attendee, 'name' | 'post'>): Problem | null =>
  !hasText(name) || !hasText(post) ? { code: 'management-review.name-missing' } : null
