import { describe, expect, it } from 'vitest'
import {
  checkResponse,
  type FindingResponse,
  gradeNow,
  type ResponseInput,
  standingResponse,
} from '#domain/internal-audit/finding-response.ts'
import { defaultDueDays, findingGrades, isNonconformity } from '#domain/internal-audit/finding.ts'
import {
  type Attendance,
  checkAttendance,
  checkMeeting,
  type Meeting,
  meetingContent,
} from '#domain/internal-audit/meeting.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { unrecordedSteps } from '#domain/internal-audit/unrecorded-steps.ts'

const input = (patch: Partial<ResponseInput> = {}): ResponseInput => ({
  agrees: true,
  words: '',
  name: ' Người xác nhận ',
  post: 'Trưởng bộ phận Một cửa',
  on: '2026-11-21',
  grade: null,
  ...patch,
})
const codeOf = (patch: Partial<ResponseInput>, before: Parameters<typeof checkResponse>[1] = 'minor') => {
  const checked = checkResponse(input(patch), before)
  return checked.ok ? 'ok' : checked.error.code
}
const step = (id: string, at: number, patch: Partial<ResponseInput> = {}): FindingResponse => ({
  ...input(patch),
  id,
  of: 'f1',
  at,
})

describe('what follows a finding', () => {
  it('AUD-15: a strength is a grade without due date and calls for nothing', () => {
    expect(findingGrades.at(-1)).toBe('strength')
    expect(defaultDueDays('strength')).toBeNull()
    expect(isNonconformity('strength')).toBe(false)
  })

  it('AUD-16: an answer names who and in which post; a disagreement says why', () => {
    expect(checkResponse(input(), 'minor')).toMatchObject({ value: { name: 'Người xác nhận' } })
    expect(codeOf({ name: '' })).toBe('response.name-missing')
    expect(codeOf({ post: ' ' })).toBe('response.post-missing')
    expect(codeOf({ agrees: false })).toBe('response.words-missing')
    expect(codeOf({ agrees: false, words: 'Hồ sơ 12 có phiếu' })).toBe('ok')
  })

  it('AUD-16: the latest answer holds and a new grade is none', () => {
    const steps = [step('2', 20, { agrees: false }), step('1', 10), step('3', 30, { grade: 'minor' })]
    expect(standingResponse(steps)?.id).toBe('2')
    expect(standingResponse([])).toBeUndefined()
  })

  it('AUD-17: a new grade needs its reason and has to be another one; the latest holds', () => {
    expect(codeOf({ grade: 'observation' })).toBe('response.words-missing')
    expect(codeOf({ grade: 'minor', words: 'x' })).toBe('response.grade-same')
    expect(codeOf({ grade: 'observation', words: 'x' })).toBe('ok')
    expect(gradeNow('major', [])).toBe('major')
    const steps = [step('b', 20, { grade: 'observation' }), step('a', 10, { grade: 'minor' }), step('c', 30)]
    expect(gradeNow('major', steps)).toBe('observation')
  })
})

describe('a meeting', () => {
  const meeting: Meeting = {
    id: 'm1',
    type: 'opening',
    on: '2026-11-20' as LocalDate,
    from: '08:00',
    to: '08:30',
    place: 'Phòng họp',
    notes: '',
  }
  const person = (id: string, name: string, side: Attendance['side']): Attendance => ({
    id,
    name,
    post: 'Công chức',
    side,
    isPresent: true,
  })

  it('AUD-18: has a place and ends after it began', () => {
    const codeWith = (patch: Partial<Meeting>) => {
      const checked = checkMeeting({ ...meeting, ...patch })
      return checked.ok ? 'ok' : checked.error.code
    }
    expect(codeWith({})).toBe('ok')
    expect(codeWith({ to: '08:00' })).toBe('meeting.ends-before-start')
    expect(codeWith({ from: '8h' })).toBe('meeting.time-unreadable')
    expect(codeWith({ to: '24:10' })).toBe('meeting.time-unreadable')
    expect(codeWith({ place: ' ' })).toBe('meeting.place-missing')
  })

  it('AUD-18: who attended has a name and a post', () => {
    expect(checkAttendance({ name: ' A ', post: 'B' })).toEqual({ ok: true, value: { name: 'A', post: 'B' } })
    expect(checkAttendance({ name: '', post: 'B' })).toMatchObject({ error: { code: 'attendance.name-missing' } })
    expect(checkAttendance({ name: 'A', post: '' })).toMatchObject({ error: { code: 'attendance.post-missing' } })
  })

  it('AUD-18: what is signed is the same in whatever order people were written in', () => {
    const people = [person('1', 'B', 'auditee'), person('2', 'A', 'auditee'), person('3', 'C', 'auditor')]
    const content = meetingContent('audit-1', meeting, people)
    expect(content.attendance.map(({ name }) => name)).toEqual(['C', 'A', 'B'])
    expect(meetingContent('audit-1', meeting, people.toReversed())).toEqual(content)
    expect(content).not.toHaveProperty('id')
  })
})

describe('steps that nobody recorded', () => {
  it('AUD-32: are named in the order of an audit, and none where all were', () => {
    expect(unrecordedSteps({})).toEqual(['opening', 'samples', 'closing'])
    expect(unrecordedSteps({ meetings: [{ type: 'closing' }], samples: [] })).toEqual(['opening', 'samples'])
    expect(unrecordedSteps({ meetings: [{ type: 'opening' }, { type: 'closing' }], samples: ['H1'] })).toEqual([])
  })
})
