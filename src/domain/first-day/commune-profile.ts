/**
 * What a commune says of itself on its first day. Everything in it may be left open and told later: an office that lacks
 * the number of a decision must not be kept from beginning.
 */
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

export interface CommuneProfile {
  /** Name and post of the focal officer, as the letter names them. */
  readonly focal: string
  /** Number of the decision that set up the steering committee. */
  readonly committee: string
  /** Its date as written. */
  readonly committeeOn: WrittenDate
  /** Officials of the commune; null while nobody counted. */
  readonly staff: number | null
  /** The day the set-up was ended; null before. */
  readonly setUpOn: LocalDate | null
}

export const emptyProfile: CommuneProfile = {
  focal: '',
  committee: '',
  committeeOn: { text: '', date: null },
  staff: null,
  setUpOn: null,
}

/** No commune has more officials. */
const MOST_STAFF = 500

/** Tidied, or why it is refused: a number of officials that cannot be, a day that does not exist. Rule DAY-1. */
export function checkProfile(profile: CommuneProfile, today: LocalDate): Result<CommuneProfile, Problem> {
  const { staff, committeeOn } = profile
  if (staff !== null && (!Number.isInteger(staff) || staff < 1 || staff > MOST_STAFF))
    return err({ code: 'profile.staff-unfit', params: { most: MOST_STAFF } })
  const text = committeeOn.text.trim()
  if (text !== '' && committeeOn.date === null) return err({ code: 'profile.day-unreadable', params: { text } })
  if (committeeOn.date !== null && committeeOn.date > today) return err({ code: 'profile.day-ahead', params: { text } })
  return ok({
    ...profile,
    focal: profile.focal.trim(),
    committee: profile.committee.trim(),
    committeeOn: { text, date: committeeOn.date },
  })
}
