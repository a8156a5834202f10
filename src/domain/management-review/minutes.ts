/**
 * What is sealed when the minutes of a review are closed: the meeting, who was there, every input as it was said, and
 * the decisions as they were taken. Put into one order, so that its SHA-256 proves later that nothing was changed.
 */
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { decisionDayProblems } from './days.ts'
import { type Attendee, attendanceSides, noticeState, type NoticeState, reviewProblems } from './management-review.ts'
import type { ManagementReview } from './management-review.ts'
import { type DecisionCategory, decisionCategories, type InputText, reviewInputs } from './review-input.ts'

export interface SealedDecision {
  /** Id of the action that is followed. */
  readonly id: string
  readonly category: DecisionCategory
  readonly what: string
  /** A post. */
  readonly who: string
  readonly until: WrittenDate
}

export interface MinutesContent extends ManagementReview {
  /** Id of the review. */
  readonly review: string
  readonly notice: NoticeState
  readonly attendance: readonly Attendee[]
  readonly inputs: readonly InputText[]
  readonly decisions: readonly SealedDecision[]
  /** ISO 8601 in UTC. */
  readonly sealedAt: string
  /** Account id. */
  readonly sealedBy: string
}

export interface MinutesParts {
  readonly id: string
  readonly review: ManagementReview
  readonly attendance: readonly Attendee[]
  readonly inputs: readonly InputText[]
  readonly decisions: readonly SealedDecision[]
  readonly sealedAt: string
  readonly sealedBy: string
}

const byText =
  <T>(textOf: (value: T) => string) =>
  (a: T, b: T): number =>
    textOf(a) < textOf(b) ? -1 : 1

const inputsInOrder = (inputs: readonly InputText[]): readonly InputText[] =>
  reviewInputs.flatMap(({ id }) => inputs.find(({ input }) => input === id) ?? [])

function contentOf({ id, review, ...parts }: MinutesParts): MinutesContent {
  const { unit, number, on, noticedOn, place, chair, secretary, conclusion } = review
  const head = { unit, number, on, noticedOn, place, chair, secretary, conclusion }
  const sideKey = ({ side, name, post }: Attendee): string => `${attendanceSides.indexOf(side)}\n${name}\n${post}`
  return {
    review: id,
    ...head,
    hasNoDecision: parts.decisions.length === 0,
    notice: noticeState(review),
    attendance: parts.attendance
      .map(({ name, post, side, isPresent }) => ({ name, post, side, isPresent }))
      .sort(byText(sideKey)),
    inputs: inputsInOrder(parts.inputs).map(({ input, text, gatheredAt }) => ({ input, text, gatheredAt })),
    decisions: parts.decisions
      .map(({ id: action, category, what, who, until }) => ({ id: action, category, what, who, until: { ...until } }))
      .sort(byText(({ category, id: action }) => `${decisionCategories.indexOf(category)}\n${action}`)),
    sealedAt: parts.sealedAt,
    sealedBy: parts.sealedBy,
  }
}

/** The content to seal, or the first thing it lacks. Rules MR-4 to MR-6 and MR-11. */
export function createMinutes(parts: MinutesParts, today: LocalDate): Result<MinutesContent, Problem> {
  const { review, decisions } = parts
  const lacks = reviewProblems({ ...parts, decisions: decisions.length }, today)
  const [first] = [...lacks, ...decisionDayProblems(review.on, decisions)]
  return first ? err(first) : ok(contentOf(parts))
}
