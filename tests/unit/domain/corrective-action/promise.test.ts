// How late an analysis may promise its work without saying why.
import { describe, expect, it } from 'vitest'
import { courseOf } from '#domain/corrective-action/course.ts'
import { dayPassed, latestDay, type Promised, promiseProblem } from '#domain/corrective-action/promise.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { aMove, ISSUED_ON } from '#support/corrective-action-moves.ts'

const asked = (more: Partial<Promised>): Promised => ({
  grade: 'minor',
  issuedOn: ISSUED_ON,
  dueOn: null,
  inspection: null,
  ...more,
})
const day = (text: string) => text as LocalDate

describe('the day an analysis promises', () => {
  it('CA-27: the last one without a reason follows from the grade, an earlier one that was asked for, or the team', () => {
    expect(latestDay(asked({}))).toBe('2026-04-01')
    expect(latestDay(asked({ grade: 'major' }))).toBe('2026-03-17')
    expect(latestDay(asked({ dueOn: day('2026-03-20') }))).toBe('2026-03-20')
    expect(latestDay(asked({ dueOn: day('2999-01-01') }))).toBe('2026-04-01')
    expect(latestDay(asked({ dueOn: day('2026-06-30'), inspection: 'ins-1' }))).toBe('2026-06-30')
    expect(latestDay(asked({ grade: 'observation' }))).toBeNull()
    expect(latestDay(asked({ grade: 'observation', dueOn: day('2026-06-30') }))).toBe('2026-06-30')
  })

  it('CA-27: past it an analysis says why, and the day it passes is known to whoever approves', () => {
    const late = (words: string, name: 'submit-analysis' | 'extend' = 'submit-analysis') =>
      promiseProblem(aMove(name, 3, { dueOn: writtenDate('01/01/2999'), words }), asked({}))
    expect(late(' ')?.code).toBe('corrective.promise-reason')
    expect([late('Chờ kinh phí'), late(' ', 'extend')]).toEqual([null, null])
    const upTo = (text: string) => aMove('submit-analysis', 3, { dueOn: writtenDate(text), words: '' })
    expect([promiseProblem(upTo('01/04/2026'), asked({})), dayPassed(upTo('01/04/2026'), asked({}))]).toEqual([
      null,
      null,
    ])
    expect(dayPassed(upTo('02/04/2026'), asked({}))).toBe('2026-04-01')
  })

  it('CA-27: one of before without a reason counts as it did', () => {
    const former = aMove('submit-analysis', 3, { dueOn: writtenDate('01/01/2999'), words: '' })
    expect(courseOf([aMove('start-analysis', 1), former])).toMatchObject({ state: 'awaiting-approval', refused: [] })
  })
})
