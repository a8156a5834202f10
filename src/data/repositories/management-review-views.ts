/** Rows and states of a review of the leaders as what the domain knows. A word of a newer version counts as none. */
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import {
  type Attendee,
  type AttendanceSide,
  attendanceSides,
  type ManagementReview,
} from '#domain/management-review/management-review.ts'
import { type InputText, isReviewInput, reviewInputs } from '#domain/management-review/review-input.ts'
import { type Fielded, field, nullable } from './entity-query.ts'

export const inputId = (review: string, input: string): string => `rin.${review}.${input}`

const dayOf = (of: Fielded, name: string): LocalDate | null => {
  const day = nullable<string>(of, name)
  return day !== null && isLocalDate(day) ? day : null
}

export const reviewOf = (of: Fielded): ManagementReview => ({
  unit: field(of, 'unit', ''),
  number: field(of, 'number', 1),
  on: dayOf(of, 'on') ?? ('' as LocalDate),
  noticedOn: dayOf(of, 'noticedOn'),
  place: field(of, 'place', ''),
  chair: field(of, 'chair', ''),
  secretary: field(of, 'secretary', ''),
  conclusion: field(of, 'conclusion', ''),
  hasNoDecision: nullable<boolean>(of, 'hasNoDecision') === true,
})

export const isSealed = (of: Fielded): boolean => nullable<string>(of, 'minutes') !== null

const sideOf = (side: string): AttendanceSide =>
  (attendanceSides as readonly string[]).includes(side) ? (side as AttendanceSide) : 'guest'

export const attendeeOf = (of: Fielded): Attendee => ({
  name: field(of, 'name', ''),
  post: field(of, 'post', ''),
  side: sideOf(field(of, 'side', 'guest')),
  isPresent: nullable<boolean>(of, 'isPresent') ?? true,
})

/** In the order of the inputs, those of one review. */
export function inputsOf(review: string, all: readonly Fielded[]): readonly InputText[] {
  const own = all.filter((of) => field(of, 'review', '') === review)
  const texts = own.flatMap((of): readonly InputText[] => {
    const input = field<string>(of, 'input', '')
    if (!isReviewInput(input)) return []
    return [{ input, text: field(of, 'text', ''), gatheredAt: nullable<number>(of, 'gatheredAt') }]
  })
  return reviewInputs.flatMap(({ id }) => texts.find(({ input }) => input === id) ?? [])
}
