// From which day on a finding waits for its corrective action, and when that is late.
import { describe, expect, it } from 'vitest'
import { daysToOpen, isOpeningLate } from '#domain/corrective-action/due.ts'
import { calledForSince } from '#domain/corrective-action/unrequested.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const DAY = 86_400_000
/** 21/11/2026, 07:00 in Việt Nam. */
const publishedAt = Date.UTC(2026, 10, 21)
const step = (grade: FindingGrade | null, day: number) => ({ id: `s${day}`, grade, at: publishedAt + day * DAY })
const since = (firstGrade: FindingGrade | null, ...steps: readonly ReturnType<typeof step>[]) =>
  calledForSince({ firstGrade, publishedAt, steps })
const on = (day: number) => `2026-11-${day}` as LocalDate

describe('a finding without a corrective action', () => {
  it('CA-29: calls for one from its publication on, where it is graded major or minor', () => {
    expect(since('major')).toBe('2026-11-21')
    expect(since('minor', step(null, 3))).toBe('2026-11-21')
    for (const grade of ['observation', 'opportunity', 'strength', null] as const) expect(since(grade)).toBeNull()
    // By the day at the office: 23:00 of the day before by universal time.
    expect(calledForSince({ firstGrade: 'minor', publishedAt: publishedAt - 3_600_000, steps: [] })).toBe('2026-11-21')
  })

  it('CA-29: from the day it was graded so anew, and no more once it is graded down, in whatever order that is read', () => {
    expect(since('observation', step('minor', 2))).toBe('2026-11-23')
    expect(since('minor', step('major', 4))).toBe('2026-11-21')
    expect(since('major', step('observation', 1))).toBeNull()
    expect(since('major', step('minor', 5), step('observation', 1))).toBe('2026-11-26')
  })

  it('CA-29: is late from the sixth day after on', () => {
    expect([21, 25, 26, 27, 30].map((day) => daysToOpen(on(21), on(day)))).toEqual([5, 1, 0, -1, -4])
    expect([26, 27].map((day) => isOpeningLate({ since: on(21) }, on(day)))).toEqual([false, true])
  })
})
