import { describe, expect, it } from 'vitest'
import { mayChooseBetween } from '#domain/access/choice-rights.ts'
import { mayWriteKind } from '#domain/access/feed-access.ts'
import { type Role, roles } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { placeTreeOfTwoAreas as tree } from '#support/sync/place-tree.ts'

const TODAY = '2026-11-21' as LocalDate

const choosersOf = (kind: string, feed: string): readonly Role[] =>
  roles.filter((role) => {
    const grants = [{ account: 'a', role, scope: 'c1', from: '2026-01-01' as LocalDate, to: null }]
    return mayChooseBetween({ may: (what, where) => mayWriteKind(grants, what, where, tree, TODAY) }, kind, feed)
  })

describe('choosing between two writings', () => {
  it('ACC-19: answers of a round and of a form are chosen from by the same three roles, other records by whoever may write them', () => {
    const leading = ['chairman', 'vice-chairman', 'iso-secretary']
    expect(choosersOf('answer', 'c1/self')).toEqual(leading)
    expect(choosersOf('filling-answer', 'c1/self')).toEqual(leading)
    expect(choosersOf('evidence', 'c1/self')).toContain('professional-officer')
    expect(choosersOf('filling-answer', 'c2/self')).toEqual([])
  })
})
