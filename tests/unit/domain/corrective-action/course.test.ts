// What a request stands at, from moves made in order, out of order, twice and in different directions.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Course, courseOf, daysOverdue, isEffectOverdue, whyNotNow } from '#domain/corrective-action/course.ts'
import { leadsFrom, type Move, type MoveName, ways } from '#domain/corrective-action/move.ts'
import { addDays, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { aMove, ISSUED_ON, straightOn } from '#support/corrective-action-moves.ts'

const names = Object.keys(ways) as MoveName[]
const upTo = (count: number): readonly Move[] => straightOn().slice(0, count)
const after = (moves: readonly Move[], move: Move): Course => courseOf([...moves, move])
const refusalOf = (moves: readonly Move[], move: Move) => after(moves, move).refused[0]?.problem.code ?? 'taken'

/** Every state with the moves that lead there. */
const standings: readonly (readonly [Course['state'], readonly Move[]])[] = [
  ['proposed', []],
  ['analysing', upTo(1)],
  ['awaiting-approval', upTo(2)],
  ['in-progress', upTo(3)],
  ['verifying', upTo(4)],
  ['closed', upTo(5)],
  ['carried-over', [...upTo(4), aMove('carry-over', 26)]],
]

describe('the way of a request', () => {
  it('CA-1, CA-2, CA-3: in every state exactly the moves of that state are taken', () => {
    for (const [state, moves] of standings) {
      expect(courseOf(moves).state).toBe(state)
      const taken = names.filter((name) => refusalOf(moves, aMove(name, 60)) === 'taken' && name !== 'extend')
      const expected = names.filter((name) => leadsFrom(name, state) && name !== 'extend')
      // The promised day has passed on day 60, which only concerns what promises one.
      const late = (name: MoveName) => name === 'submit-analysis' || name === 'reject'
      expect(taken.filter((name) => !late(name))).toEqual(expected.filter((name) => !late(name)))
    }
  })

  it('CA-1: leads from the proposal to the closing, with who did the work and until when', () => {
    const course = courseOf(straightOn())
    expect(course).toMatchObject({ state: 'closed', doer: 'congchuc', dueOn: '2026-04-30', refused: [] })
    expect(course.closedOn).toBe(addDays(ISSUED_ON, 25))
  })

  it('CA-3: what was sent back is worked on, and verified again', () => {
    const back = [...upTo(4), aMove('reject', 26, { dueOn: writtenDate('15/05/2026') })]
    expect(courseOf(back)).toMatchObject({ state: 'in-progress', dueOn: '2026-05-15' })
    const again = [...back, aMove('report-done', 40), aMove('accept', 41)]
    expect(courseOf(again).state).toBe('closed')
    const unapproved = [...upTo(2), aMove('return-analysis', 4), aMove('submit-analysis', 5)]
    expect(courseOf(unapproved).state).toBe('awaiting-approval')
  })

  it('CA-8: whoever reported the work as done does not verify it, also when somebody else did it before', () => {
    const own = (name: MoveName, count: number, at: number) =>
      refusalOf(upTo(count), aMove(name, at, { by: 'congchuc', dueOn: writtenDate('30/06/2026') }))
    for (const name of ['accept', 'reject', 'carry-over'] as const) expect(own(name, 4, 25)).toBe('corrective.own-work')
    expect(own('check-effect', 5, 60)).toBe('corrective.own-work')
    const second = [...upTo(4), aMove('reject', 26), aMove('report-done', 30, { by: 'danhgia' })]
    expect(refusalOf(second, aMove('accept', 31, { by: 'danhgia' }))).toBe('corrective.own-work')
  })

  it('CA-8: nobody verifies once they had a part in the work; what was taken before counts as it did', () => {
    const second = [...upTo(4), aMove('reject', 26), aMove('report-done', 30, { by: 'danhgia' })]
    const standing = courseOf(second)
    const code = (name: MoveName, by: string) => whyNotNow(standing, aMove(name, 31, { by }))?.code ?? 'taken'
    for (const name of ['accept', 'carry-over'] as const) {
      expect(['congchuc', 'danhgia', 'theodoi'].map((by) => code(name, by))).toEqual([
        'corrective.own-work',
        'corrective.own-work',
        'taken',
      ])
    }
    expect(code('approve', 'congchuc')).toBe('corrective.not-possible')
    expect(code('register', 'congchuc')).toBe('taken')
    const closed = courseOf([...second, aMove('accept', 31, { by: 'congchuc' })])
    expect(closed).toMatchObject({ state: 'closed', refused: [] })
    expect(whyNotNow(closed, aMove('check-effect', 70, { by: 'congchuc' }))?.code).toBe('corrective.own-work')
  })

  it('CA-9, CA-10: its effect is looked at once, from thirty days after closing, and is overdue after ninety', () => {
    const closedOn = addDays(ISSUED_ON, 25)
    expect(refusalOf(straightOn(), aMove('check-effect', 25 + 29))).toBe('corrective.effect-too-early')
    const seen = [...straightOn(), aMove('check-effect', 25 + 30)]
    expect(courseOf(seen)).toMatchObject({ state: 'closed', isEffective: true })
    expect(refusalOf(seen, aMove('check-effect', 25 + 31))).toBe('corrective.effect-known')
    const unseen = courseOf(straightOn())
    expect([90, 91].map((day) => isEffectOverdue(unseen, addDays(closedOn, day)))).toEqual([false, true])
    expect(isEffectOverdue(courseOf(seen), addDays(closedOn, 200))).toBe(false)
  })

  it('CA-12: it is overdue from the day after the promised one until it waits for its verifier', () => {
    const [running, waiting] = [courseOf(upTo(3)), courseOf(upTo(4))]
    const days = ['2026-04-30', '2026-05-01', '2026-05-10'] as LocalDate[]
    expect(days.map((day) => daysOverdue(running, day))).toEqual([0, 1, 10])
    expect(days.map((day) => daysOverdue(waiting, day))).toEqual([0, 0, 0])
    expect(daysOverdue(courseOf(upTo(1)), days[2] as LocalDate)).toBe(0)
  })
})

describe('a request that several people move', () => {
  it('CA-11: two moves in different directions are both kept, and the earlier one counts', () => {
    const [accepted, rejected] = [aMove('accept', 25), aMove('reject', 24)]
    const course = courseOf([...upTo(4), accepted, rejected])
    expect(course.state).toBe('in-progress')
    expect(course.refused).toEqual([{ move: accepted, problem: { code: 'corrective.not-possible' } }])
  })

  it('CA-11: of two moves with one stamp the id decides, alike on every device', () => {
    const [a, b] = [aMove('accept', 25, { id: 'a' }), aMove('reject', 25, { id: 'b' })]
    expect([courseOf([...upTo(4), a, b]).state, courseOf([...upTo(4), b, a]).state]).toEqual(['closed', 'closed'])
  })

  it('CA-11: the order of arrival changes nothing, and no move is lost', () => {
    const pool = names.flatMap((name) => [1, 5, 30, 70].map((day) => aMove(name, day)))
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), fc.infiniteStream(fc.nat()), (moves, dice) => {
        const course = courseOf(moves)
        expect(course.taken.length + course.refused.length).toBe(moves.length)
        const shuffled = moves
          .map((move) => ({ move, by: Number(dice.next().value) }))
          .sort((a, b) => a.by - b.by)
          .map(({ move }) => move)
        expect(courseOf(shuffled)).toEqual(course)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the numbers and days of a request', () => {
  it('CA-13: the official number is registered once, in any state and after the end too, and moves nothing', () => {
    for (const [state, moves] of standings) {
      const course = after(moves, aMove('register', 60))
      expect(course).toMatchObject({ state, officialNumber: '12/PKP-UBND' })
    }
    expect(refusalOf([...upTo(2), aMove('register', 4)], aMove('register', 60))).toBe('corrective.registered')
    expect(refusalOf(upTo(2), aMove('register', 60, { officialNumber: ' ' }))).toBe('corrective.number-missing')
    const again = aMove('register', 61, { officialNumber: '13/PKP-UBND' })
    expect(courseOf([...straightOn(), aMove('register', 60), again])).toMatchObject({
      officialNumber: '12/PKP-UBND',
      refused: [{ problem: { code: 'corrective.registered' } }],
    })
  })

  it('CA-12: the day the request asks for counts until somebody promises another', () => {
    const asked = '2026-03-17' as LocalDate
    expect(courseOf(upTo(1), asked)).toMatchObject({ dueOn: asked, promised: null })
    expect(daysOverdue(courseOf(upTo(1), asked), addDays(asked, 2))).toBe(2)
    expect(courseOf(upTo(2), asked)).toMatchObject({ dueOn: '2026-04-30', promised: { name: 'submit-analysis' } })
  })
})
