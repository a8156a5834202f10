import { describe, expect, it } from 'vitest'
import { auditorDayProblem, planDayProblem } from '#domain/audit-planning/days.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const TODAY = '2026-11-21' as LocalDate
const day = (text: string) => text as LocalDate

describe('the days of planning', () => {
  it('AP-22: a plan lies between 2000 and two years ahead, lasts a year at most, and is not decided after it', () => {
    const code = (from: string, to: string, decidedOn = '') =>
      planDayProblem({ from: day(from), to: day(to), decidedOn: writtenDate(decidedOn) }, TODAY)?.code
    expect(code('2026-12-01', '2026-12-03', '20/11/2026')).toBeUndefined()
    expect(code('1900-12-01', '1900-12-03')).toBe('date.too-early')
    expect(code('9999-12-01', '9999-12-03')).toBe('date.too-late')
    expect(code('2026-12-01', '2027-12-02')).toBe('date.too-late')
    expect(code('2026-12-01', '2026-12-03', '04/12/2026')).toBe('date.too-late')
    expect(code('2026-12-01', '2026-12-03', '30/11/1924')).toBe('date.too-early')
  })

  it('AP-22: an auditor serves from a day of 2000 or later', () => {
    const code = (since: string, until: string | null = null) =>
      auditorDayProblem({ since: day(since), until: until === null ? null : day(until) }, TODAY)?.code
    expect([code('2000-01-01'), code('1999-12-31'), code('2999-01-01'), code('2026-01-01', '9999-01-01')]).toEqual([
      undefined,
      'date.too-early',
      'date.too-late',
      'date.too-late',
    ])
  })
})
