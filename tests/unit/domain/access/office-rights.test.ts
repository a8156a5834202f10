import { describe, expect, it } from 'vitest'
import { accessTable } from '#domain/access/access-table.ts'
import { grantsStillHeard } from '#domain/access/grace.ts'
import { decidesSomewhere, mayAdminister, mayDecide } from '#domain/access/office-rights.ts'
import { type Grant, type Role, roles } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { placeTreeOfTwoAreas as tree } from '#support/sync/place-tree.ts'

const day = (text: string): LocalDate => text as LocalDate
const TODAY = day('2026-11-21')
const grant = (role: Role, scope: string, to: string | null = null): Grant => ({
  account: 'a',
  role,
  scope,
  from: day('2026-01-01'),
  to: to === null ? null : day(to),
})

describe('rights of an office', () => {
  it('ACC-11: every role decides about exactly the audiences of the table, in its own place and nowhere else', () => {
    for (const role of roles)
      for (const audience of ['self', 'audit', 'pub', 'plan'] as const) {
        const [feed, elsewhere] = audience === 'plan' ? ['p20/plan', 'p99/plan'] : [`c1/${audience}`, `x1/${audience}`]
        const isGiven = accessTable[role].decides?.includes(audience) ?? false
        expect([role, feed, mayDecide([grant(role, 'p20')], feed, tree, TODAY)]).toEqual([role, feed, isGiven])
        expect(mayDecide([grant(role, 'p20')], elsewhere, tree, TODAY)).toBe(false)
        expect(mayDecide([grant(role, 'p20', '2026-11-20')], feed, tree, TODAY)).toBe(false)
      }
  })

  it('ACC-11: deciding and administering stay where they were given', () => {
    const local = [grant('administrator', 'area-1')]
    expect(
      ['c1', 'area-1', 'c3', 'area-2', 'p20', 'x1', 'nowhere'].map((p) => mayAdminister(local, tree, TODAY, p)),
    ).toEqual([true, true, false, false, false, false, false])
    expect([mayDecide(local, 'c2/self', tree, TODAY), mayDecide(local, 'c3/self', tree, TODAY)]).toEqual([true, false])
    expect(mayAdminister([grant('chairman', 'p20')], tree, TODAY)).toBe(false)
  })

  it('ACC-11: what names no feed that exists is the administrators’', () => {
    for (const feed of ['nowhere', 'c9/self', 'c1/everyone'])
      expect([
        mayDecide([grant('administrator', 'p20')], feed, tree, TODAY),
        mayDecide([grant('provincial-department', 'p20')], feed, tree, TODAY),
      ]).toEqual([true, false])
    expect(roles.filter((role) => decidesSomewhere([grant(role, 'p20')], TODAY))).toEqual([
      'provincial-department',
      'administrator',
    ])
  })

  it('ACC-9: a grant is heard for 90 days after its last', () => {
    const heard = (to: string) => grantsStillHeard([grant('chairman', 'c1', to)], TODAY).length
    expect(['2026-11-20', '2026-08-23', '2026-08-22'].map(heard)).toEqual([1, 1, 0])
    expect(grantsStillHeard([grant('chairman', 'c1')], TODAY)).toHaveLength(1)
  })
})
