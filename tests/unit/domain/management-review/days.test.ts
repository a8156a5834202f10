import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { reviewDayProblem } from '#domain/management-review/days.ts'

const TODAY = '2026-11-21' as LocalDate
const day = (text: string) => text as LocalDate

describe('the days of a review', () => {
  it('MR-10: the meeting lies between 2000 and a year ahead, its notice half a year before it at most', () => {
    const code = (on: string, noticedOn: string | null = null) =>
      reviewDayProblem({ on: day(on), noticedOn: noticedOn === null ? null : day(noticedOn) }, TODAY)?.code
    expect([code('2027-11-21'), code('2027-11-22'), code('1900-01-01')]).toEqual([
      undefined,
      'date.too-late',
      'date.too-early',
    ])
    expect([code('2026-12-01', '2026-06-01'), code('2026-12-01', '2026-05-31')]).toEqual([undefined, 'date.too-early'])
    expect(reviewDayProblem({ noticedOn: day('9999-01-01') }, TODAY)?.code).toBe('date.too-late')
    expect(reviewDayProblem({}, TODAY)).toBeNull()
  })
})
