import { describe, expect, it } from 'vitest'
import { courseOf } from '#domain/corrective-action/course.ts'
import { isLate, nextStep, possibleMoves } from '#domain/corrective-action/due.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { aMove, ISSUED_ON, straightOn } from '#support/corrective-action-moves.ts'

const day = (after: number) => addDays(ISSUED_ON, after)
const upTo = (count: number) => courseOf(straightOn().slice(0, count))

describe('what a request waits for', () => {
  it('CA-1: names the step that brings it on, and none before the effect can be looked at', () => {
    expect([0, 1, 2, 3, 4].map((count) => nextStep(upTo(count), day(30)))).toEqual([
      'start-analysis',
      'submit-analysis',
      'approve',
      'report-done',
      'accept',
    ])
    expect([nextStep(upTo(5), day(54)), nextStep(upTo(5), day(55))]).toEqual([null, 'check-effect'])
    expect(nextStep(courseOf([...straightOn().slice(0, 4), aMove('carry-over', 26)]), day(30))).toBeNull()
  })

  it('CA-8, CA-13: offers nobody what the rules will refuse them', () => {
    expect(possibleMoves(upTo(4), 'congchuc', day(30))).toEqual(['end-double', 'register'])
    expect(possibleMoves(upTo(5), 'congchuc', day(60))).toEqual(['register'])
    expect(possibleMoves(upTo(4), 'danhgia', day(30))).toContain('accept')
    const registered = courseOf([...straightOn().slice(0, 4), aMove('register', 22)])
    expect(possibleMoves(registered, 'danhgia', day(30))).toEqual(['accept', 'reject', 'carry-over', 'end-double'])
    expect(possibleMoves(upTo(5), 'danhgia', day(30))).toEqual(['register'])
    const again = courseOf([
      ...straightOn().slice(0, 4),
      aMove('reject', 26),
      aMove('report-done', 30, { by: 'danhgia' }),
    ])
    expect(possibleMoves(again, 'congchuc', day(31))).toEqual(['end-double', 'register'])
    const closed = courseOf([...straightOn(), aMove('register', 26)])
    expect(possibleMoves(closed, 'danhgia', day(30))).toEqual([])
  })

  it('CA-18: late is a day that passed, and an effect nobody looked at for ninety days', () => {
    expect([isLate(upTo(3), day(59)), isLate(upTo(3), day(60))]).toEqual([false, true])
    expect([isLate(upTo(5), day(25 + 90)), isLate(upTo(5), day(25 + 91))]).toEqual([false, true])
  })
})
