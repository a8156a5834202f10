/** The opening and the closing meeting of an audit: when, where, and who was there for which side. */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

export type MeetingType = 'opening' | 'closing'

export const meetingTypes: readonly MeetingType[] = ['opening', 'closing']

export type AttendanceSide = 'auditor' | 'auditee' | 'chair' | 'secretary' | 'guest'

export const attendanceSides: readonly AttendanceSide[] = ['auditor', 'auditee', 'chair', 'secretary', 'guest']

export interface Attendance {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly side: AttendanceSide
  readonly isPresent: boolean
}

export interface Meeting {
  readonly id: string
  readonly type: MeetingType
  readonly on: LocalDate
  /** `HH:MM`. */
  readonly from: string
  readonly to: string
  readonly place: string
  readonly notes: string
}

/** What is signed: the meeting and who was there, without the ids of the records. */
export interface MeetingContent extends Omit<Meeting, 'id'> {
  readonly audit: string
  readonly attendance: readonly Omit<Attendance, 'id'>[]
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** The meeting with its texts trimmed, or what is wrong with it. Rule AUD-18. */
export function checkMeeting<M extends Pick<Meeting, 'from' | 'to' | 'place'>>(meeting: M): Result<M, Problem> {
  const [from, to, place] = [meeting.from.trim(), meeting.to.trim(), meeting.place.trim()]
  if (!TIME.test(from) || !TIME.test(to)) return err({ code: 'meeting.time-unreadable' })
  if (to <= from) return err({ code: 'meeting.ends-before-start' })
  if (place === '') return err({ code: 'meeting.place-missing' })
  return ok({ ...meeting, from, to, place })
}

/** Rule AUD-18. */
export function checkAttendance<A extends Pick<Attendance, 'name' | 'post'>>(person: A): Result<A, Problem> {
  const [name, post] = [person.name.trim(), person.post.trim()]
  if (name === '') return err({ code: 'attendance.name-missing' })
  if (post === '') return err({ code: 'attendance.post-missing' })
  return ok({ ...person, name, post })
}

const key = ({ side, name, post }: Omit<Attendance, 'id'>): string => `${attendanceSides.indexOf(side)} ${name} ${post}`

/** By side, then by name: the same for everybody, whatever order people were written in. Rule AUD-18. */
export function meetingContent(audit: string, meeting: Meeting, people: readonly Attendance[]): MeetingContent {
  const { id: _id, ...words } = meeting
  const attendance = people
    .map(({ name, post, side, isPresent }) => ({ name, post, side, isPresent }))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  return { audit, ...words, attendance }
}
