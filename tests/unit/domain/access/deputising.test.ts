import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantsInForce } from '#domain/access/deputising.ts'
import { type Grant, isActive } from '#domain/access/role.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'

const FIRST = '2026-11-01' as LocalDate
const on = (day: number): LocalDate => addDays(FIRST, day)
const own = (from: number, to: number | null, more: Partial<Grant> = {}): Grant => ({
  account: 'chairman',
  scope: 'c1',
  role: 'chairman',
  from: on(from),
  to: to === null ? null : on(to),
  ...more,
})
const acting = (from: number, to: number): Grant => own(from, to, { account: 'deputy', deputyFor: 'chairman' })
const term = ({ from, to }: Grant) => [from, to]

describe('acting for somebody', () => {
  it('ACC-17: ends with the grant of the one deputised for, on the same day', () => {
    expect(grantsInForce([acting(5, 20)], [own(0, 9)]).map(term)).toEqual([[on(5), on(9)]])
    expect(grantsInForce([acting(5, 20)], [own(0, null)])).toEqual([acting(5, 20)])
    expect(grantsInForce([acting(5, 20)], [own(0, 4)])).toEqual([])
    expect(grantsInForce([acting(5, 20)], [])).toEqual([])
  })

  it('ACC-17: goes on where the other is given the role again, and leaves out the days between', () => {
    expect(grantsInForce([acting(5, 20)], [own(12, null), own(0, 9)]).map(term)).toEqual([
      [on(5), on(9)],
      [on(12), on(20)],
    ])
  })

  it('ACC-17: another role, another place, a role held by deputising or somebody else’s keep nothing alive', () => {
    const others = [
      own(0, null, { role: 'iso-secretary' }),
      own(0, null, { scope: 'c2' }),
      own(0, null, { deputyFor: 'somebody' }),
      own(0, null, { account: 'somebody' }),
    ]
    expect(grantsInForce([acting(5, 20)], others)).toEqual([])
    expect(grantsInForce([own(0, null)], [])).toEqual([own(0, null)])
  })

  it('ACC-17: on every day it holds exactly where both hold', () => {
    const span = fc.tuple(fc.nat(20), fc.option(fc.nat(12))).map(([from, days]) => own(from, days && from + days))
    const acts = fc.tuple(fc.nat(20), fc.nat(12)).map(([from, days]) => acting(from, from + days))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), acts, fc.nat(35), (theirs, deputising, day) => {
        const holds = grantsInForce([deputising], theirs).some((grant) => isActive(grant, on(day)))
        expect(holds).toBe(isActive(deputising, on(day)) && theirs.some((grant) => isActive(grant, on(day))))
      }),
    )
  })
})
