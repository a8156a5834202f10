// Two requests that say the same: one ends in the other, and no nonconformity vanishes by it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf } from '#domain/corrective-action/course.ts'
import {
  type Choice,
  doublesFor,
  endedAsDouble,
  stateBeforeEnd,
  whyNoDouble,
} from '#domain/corrective-action/double.ts'
import { type MoveOfRequest, refusalOfArrival } from '#domain/corrective-action/moved-meanwhile.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { aMove, ISSUED_ON, straightOn } from '#support/corrective-action-moves.ts'

const open = { state: 'in-progress', next: null, closedOn: null } as const
const one = (id: string, more: Partial<Choice> = {}): Choice => ({
  id,
  grade: 'minor',
  issuedOn: ISSUED_ON,
  of: null,
  inspection: null,
  course: open,
  ...more,
})
const into = (next: string) => ({ state: 'carried-over', next, closedOn: null }) as const
const among =
  (...all: readonly Choice[]) =>
  (id: string) =>
    all.find((request) => request.id === id)

describe('ending a doubled request', () => {
  it('CA-21: leads from every open state to its end, by whoever did the work too, and verifies nothing', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      const end = aMove('end-double', 24, { by: 'congchuc' })
      const course = courseOf([...straightOn().slice(0, count), end])
      expect(course).toMatchObject({ state: 'carried-over', next: 'car-2', closedOn: null, refused: [] })
      expect([endedAsDouble(course), stateBeforeEnd(course)]).toEqual([
        end,
        courseOf(straightOn().slice(0, count)).state,
      ])
    }
    expect(courseOf([...straightOn(), aMove('end-double', 26)]).state).toBe('closed')
    expect(endedAsDouble(courseOf(straightOn()))).toBeNull()
  })

  it('CA-22: not in itself, in what is not there, in one that leads back, nor in a lesser one', () => {
    const [a, b] = [one('a'), one('b')]
    expect(whyNoDouble(a, 'b', among(a, b))).toBeNull()
    expect(whyNoDouble(a, 'a', among(a, b))).toBe('corrective.double-loop')
    expect(whyNoDouble(a, 'c', among(a, b))).toBe('corrective.double-gone')
    expect(whyNoDouble(a, 'b', among(a, one('b', { course: into('a') })))).toBe('corrective.double-loop')
    expect(whyNoDouble(a, 'b', among(a, one('b', { course: into('c') }), one('c')))).toBeNull()
    expect(whyNoDouble(a, 'b', among(a, one('b', { course: into('c') }), one('c', { course: into('b') })))).toBe(
      'corrective.double-loop',
    )
    const grades: readonly (FindingGrade | null)[] = ['major', 'minor', 'observation', null]
    const into2 = grades.map((grade) => whyNoDouble(a, 'b', among(a, one('b', { grade }))))
    expect(into2).toEqual([null, null, 'corrective.double-grade', 'corrective.double-grade'])
  })

  it('CA-22: what was closed before is no double of what comes back', () => {
    const closed = (day: number) =>
      one('b', { course: { state: 'closed', next: null, closedOn: addDays(ISSUED_ON, day) } })
    expect(whyNoDouble(one('a'), 'b', among(closed(-1)))).toBe('corrective.double-closed')
    expect(whyNoDouble(one('a'), 'b', among(closed(0)))).toBeNull()
  })

  it('CA-23: offers those of the same finding first, then of the same inspection, and none that ended itself', () => {
    const request = one('a', { of: 'fnd-1', inspection: 'ins-1' })
    const others = [
      one('far'),
      one('near', { inspection: 'ins-1' }),
      one('same', { of: 'fnd-1' }),
      one('lesser', { grade: 'observation' }),
      one('ended', { course: into('far') }),
    ]
    expect(doublesFor(request, [request, ...others]).map(({ id }) => id)).toEqual(['same', 'near', 'far'])
  })

  it('CA-22: in whatever order ends arrive, every request leads to one that goes on', () => {
    const ids = ['a', 'b', 'c', 'd']
    const find = (id: string) =>
      ids.includes(id) ? ({ grade: 'minor', issuedOn: ISSUED_ON, dueOn: null } as const) : undefined
    const pool = ids.flatMap((of) => ids.map((next, at) => endOf(of, next, at + 1)))
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (arriving) => {
        const kept: MoveOfRequest[] = []
        for (const move of arriving) if (refusalOfArrival(move, kept, find) === null) kept.push(move)
        const nextOf = new Map(ids.map((id) => [id, courseOf(kept.filter(({ of }) => of === id)).next]))
        for (const id of ids) {
          let last: string | null | undefined = id
          for (let step = 0; step <= ids.length && nextOf.get(last ?? ''); step += 1) last = nextOf.get(last ?? '')
          expect(nextOf.get(last ?? '')).toBeNull()
        }
      }),
      { numRuns: 300 },
    )
  })
})

const endOf = (of: string, next: string, day: number): MoveOfRequest => ({
  ...aMove('end-double', day, { id: `${day}-${of}-${next}`, next }),
  of,
})
