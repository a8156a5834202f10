/**
 * Whether sealed minutes of a review are complete by what they say themselves: asked where they arrive, of contents that
 * any program may have sealed. Whether their day has come is not asked: the device that sealed them had the clock.
 */
import { type JsonObject, listAt, oneOf, textAt, textsAt } from '#domain/kernel/json-reading.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { type Attendee, attendanceSides, type ManagementReview, reviewProblems } from './management-review.ts'
import { isReviewInput } from './review-input.ts'

const NEVER = '9999-12-31' as LocalDate

const dayAt = (content: JsonObject, key: string): LocalDate | null => {
  const text = textAt(content, key)
  return isLocalDate(text) ? text : null
}

const reviewIn = (content: JsonObject): ManagementReview => ({
  ...textsAt(content, 'unit', 'place', 'chair', 'secretary', 'conclusion'),
  number: 1,
  on: dayAt(content, 'on') ?? NEVER,
  noticedOn: dayAt(content, 'noticedOn'),
  hasNoDecision: content['hasNoDecision'] === true,
})

const attendeeIn = (person: JsonObject): Attendee => ({
  ...textsAt(person, 'name', 'post'),
  side: oneOf(attendanceSides, person['side']) ?? 'member',
  isPresent: person['isPresent'] === true,
})

const inputIn = (said: JsonObject) => {
  const input = textAt(said, 'input')
  return isReviewInput(input) ? [{ input, text: textAt(said, 'text'), gatheredAt: null }] : []
}

/** The first thing they lack, or null. Rules MR-4 to MR-6. */
export function sealedMinutesProblem(content: JsonObject): Problem | null {
  const record = {
    review: reviewIn(content),
    attendance: listAt(content, 'attendance').map(attendeeIn),
    inputs: listAt(content, 'inputs').flatMap(inputIn),
    decisions: listAt(content, 'decisions').length,
  }
  return reviewProblems(record, NEVER)[0] ?? null
}
