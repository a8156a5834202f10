// What the endpoint takes in of moves that arrive in another order than they were made.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf } from '#domain/corrective-action/course.ts'
import { type MoveName, moveNames } from '#domain/corrective-action/move.ts'
import { type MoveOfRequest, refusalOfArrival } from '#domain/corrective-action/moved-meanwhile.ts'
import { aMove, ISSUED_ON, straightOn } from '#support/corrective-action-moves.ts'

const ofOne = (name: MoveName, day: number, more: Partial<MoveOfRequest> = {}): MoveOfRequest => ({
  ...aMove(name, day, more),
  of: more.of ?? 'car-1',
})
const stored = (count: number): readonly MoveOfRequest[] =>
  straightOn()
    .map((move) => ({ ...move, of: 'car-1' }))
    .slice(0, count)

const anyRequest = () => ({ grade: 'minor', issuedOn: ISSUED_ON, dueOn: null }) as const

describe('a move that arrives at the endpoint', () => {
  it('CA-14: one that would turn over a move that counts is kept aside', () => {
    const rejected = [...stored(4), ofOne('reject', 24)]
    expect(refusalOfArrival(ofOne('accept', 23), rejected)).toBe('corrective.moved-meanwhile')
  })

  it('CA-14: one that was made later is stored, and counts or not', () => {
    const rejected = [...stored(4), ofOne('reject', 24)]
    expect(refusalOfArrival(ofOne('accept', 25), rejected)).toBeNull()
    expect(refusalOfArrival(ofOne('register', 2), rejected)).toBeNull()
  })

  it('CA-14: whatever arrives in whatever order, what was taken stays taken', () => {
    const pool = moveNames.flatMap((name) => [1, 5, 30, 70].map((day) => ofOne(name, day)))
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (arriving) => {
        let kept: readonly MoveOfRequest[] = []
        for (const move of arriving) {
          const before = courseOf(kept).taken.map(({ id }) => id)
          if (refusalOfArrival(move, kept, anyRequest) === null) kept = [...kept, move]
          const after = new Set(courseOf(kept).taken.map(({ id }) => id))
          expect(before.filter((id) => !after.has(id))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('CA-8: whoever reported the work as done is refused as its verifier', () => {
    expect(refusalOfArrival(ofOne('accept', 25, { by: 'congchuc' }), stored(4))).toBe('corrective.own-work')
  })

  it('CA-8: whoever had a part in the work is refused as its verifier, and what stands already is not turned over', () => {
    const second = [...stored(4), ofOne('reject', 26), ofOne('report-done', 30, { by: 'danhgia' })]
    const own = ofOne('accept', 31, { by: 'congchuc' })
    expect(refusalOfArrival(own, second)).toBe('corrective.own-work')
    expect(refusalOfArrival(ofOne('accept', 31, { by: 'theodoi' }), second)).toBeNull()
    expect(refusalOfArrival(ofOne('check-effect', 70, { by: 'theodoi' }), [...second, own])).toBeNull()
    // Whoever verified first and worked on it afterwards had no part in what they sent back.
    const third = [...stored(4), ofOne('reject', 26, { by: 'danhgia' }), ofOne('report-done', 30, { by: 'danhgia' })]
    const late = third.filter(({ name }) => name !== 'reject')
    expect(refusalOfArrival(ofOne('reject', 26, { by: 'danhgia' }), late)).toBeNull()
  })

  it('CA-13: a number that another request of the commune has in this year is refused, however it is written', () => {
    const registered = [ofOne('register', 2, { of: 'car-2' })]
    const again = ofOne('register', 3, { officialNumber: ' 12/pkp-ubnd ' })
    expect(refusalOfArrival(again, registered)).toBe('corrective.number-taken')
    expect(refusalOfArrival(ofOne('register', 400), registered)).toBeNull()
    const uncounted = [ofOne('register', 1, { of: 'car-2', officialNumber: '9' }), ...registered]
    expect(refusalOfArrival(again, uncounted)).toBeNull()
  })
})
