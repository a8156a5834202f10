// Who hears that a move does not count.
import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import { courseOf } from '#domain/corrective-action/course.ts'
import { type KeptAside, keptAsideFields, storedKeptAside } from '#domain/corrective-action/kept-aside.ts'
import { NEWS_DAYS, toldTo, uncountedOf } from '#domain/corrective-action/told.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { aMove, straightOn } from '#support/corrective-action-moves.ts'

const NOW = 1_795_000_000_000
const DAY = 86_400_000
const course = courseOf(straightOn().slice(0, 3))
const notice: KeptAside = {
  of: 'car-1',
  move: 'late',
  name: 'return-analysis',
  by: 'phochutich',
  on: '2026-03-05' as LocalDate,
  reason: 'corrective.moved-meanwhile',
  at: NOW,
  outcome: null,
}
const hears = (account: string, follows = false, notices: readonly KeptAside[] = [notice], seen = course) =>
  toldTo(uncountedOf(seen, notices), seen, { account, follows }, NOW).map(({ move }) => move)

describe('a move that does not count', () => {
  it('CA-25: kept aside, is told to whoever made a move that counts, to the heads and to the monitor', () => {
    expect(hears('congchuc')).toEqual(['late'])
    expect(hears('chutich')).toEqual(['late'])
    expect(hears('giamsat', true)).toEqual(['late'])
    expect([hears('nguoikhac'), hears('phochutich', true)]).toEqual([[], []])
    expect(hears('chutich', true, [{ ...notice, outcome: 'rejected' }])).toEqual([])
  })

  it('CA-25: that all can read is told to its author and to whoever was first, unless it is the same step again', () => {
    const other = aMove('return-analysis', 5, { by: 'phochutich', id: 'm', at: hlcAt(NOW) })
    const again = aMove('approve', 5, { by: 'phochutich', id: 'n', at: hlcAt(NOW) })
    const seen = courseOf([...straightOn().slice(0, 3), other, again])
    expect(seen.refused).toHaveLength(2)
    expect(hears('phochutich', false, [], seen)).toEqual(['m'])
    expect(hears('chutich', false, [], seen)).toEqual(['m'])
    expect(hears('giamsat', true, [], seen)).toEqual([])
    expect(toldTo(uncountedOf(seen, []), seen, { account: 'chutich', follows: true }, NOW + NEWS_DAYS * DAY)).toEqual(
      [],
    )
    const known = [{ ...notice, move: 'm', outcome: 'entered' as const }]
    expect(hears('phochutich', false, known, seen)).toEqual([])
  })

  it('CA-24: its notice says who, when and why, whatever else stands in the record', () => {
    const move = { ...aMove('reject', 24), of: 'car-1' }
    const said = { reason: notice.reason, at: NOW, outcome: null } as const
    const fields = keptAsideFields('ls25-06001', move, said)
    expect(JSON.stringify(fields)).not.toContain(move.words)
    const registersOf = (values: object) =>
      Object.fromEntries(
        Object.entries(values).map(([name, v]) => [name, { h: [{ d: 'e', n: 1, h: 1, u: 'endpoint', v }], x: {} }]),
      )
    expect(storedKeptAside(registersOf(fields) as never)).toEqual({
      ...said,
      of: 'car-1',
      move: move.id,
      name: 'reject',
      by: move.by,
      on: move.on,
    })
    const strange = { of: 'car-1', move: 'm', name: 'newer', on: '31/02', reason: 'newer', outcome: 'newer' }
    expect(storedKeptAside(registersOf(strange) as never)).toMatchObject({ name: null, by: '', at: 0, outcome: null })
    expect(storedKeptAside({})).toBeNull()
  })
})
