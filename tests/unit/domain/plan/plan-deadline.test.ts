import { describe, expect, it } from 'vitest'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { deadlineDay, deadlinesOf, deadlineState, suggestedDay } from '#domain/plan/plan-deadline.ts'
import { day } from '../pilot/stage-builders.ts'

const impossible = { text: 'Hoàn thành', on: writtenDate('31/11/2013') }

describe('a deadline', () => {
  it('PLN-8: on a day no calendar has is flagged with a day near it, and counts for nothing', () => {
    expect(deadlineDay(impossible)).toBeNull()
    expect(suggestedDay(impossible)).toBe('2013-11-30')
    expect(deadlineState(impossible, day('2030-01-01'))).toBe('flagged')
  })

  it('PLN-8: counts from the day a person decided on, and keeps the text as written', () => {
    const decided = { ...impossible, decidedOn: writtenDate('30/11/2013') }
    expect(deadlineDay(decided)).toBe('2013-11-30')
    expect(decided.on.text).toBe('31/11/2013')
    expect(deadlineState(decided, day('2013-11-16'))).toBe('due')
    expect(deadlineState(decided, day('2013-11-15'))).toBe('ahead')
    expect(deadlineState(decided, day('2013-12-01'))).toBe('passed')
  })

  it('PLN-8: what a person decided never stands over a day that exists', () => {
    const real = { text: 'Báo cáo', on: writtenDate('30/11/2013'), decidedOn: writtenDate('31/12/2013') }
    expect(deadlineDay(real)).toBe('2013-11-30')
    expect(suggestedDay(real)).toBeNull()
  })

  it('PLN-8: stands by its day, those without one last', () => {
    const early = { text: 'Kế hoạch', on: writtenDate('01/03/2013') }
    const late = { text: 'Tổng kết', on: writtenDate('31/12/2013') }
    expect(deadlinesOf({ deadlines: [impossible, late, early] }).map(({ text }) => text)).toEqual([
      'Kế hoạch',
      'Tổng kết',
      'Hoàn thành',
    ])
  })
})
