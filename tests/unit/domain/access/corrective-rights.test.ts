import { describe, expect, it } from 'vitest'
import { mayMoveCorrectiveAction } from '#domain/access/corrective-rights.ts'
import { mayWriteKind } from '#domain/access/feed-access.ts'
import { type Role, roles } from '#domain/access/role.ts'
import { ways } from '#domain/corrective-action/move.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { placeTreeOfTwoAreas as tree } from '#support/sync/place-tree.ts'

const DAY = '2026-11-21' as LocalDate
const grants = (role: Role) => [{ account: 'a', scope: 'c1', role, from: DAY, to: null }]
const movers = (name: string): readonly Role[] => roles.filter((role) => mayMoveCorrectiveAction(role, name))

describe('who moves a corrective action', () => {
  it('ACC-20: every move belongs to somebody, approving to the heads alone, and what is no move to nobody', () => {
    for (const name of Object.keys(ways)) expect(movers(name).length).toBeGreaterThan(0)
    expect(movers('approve')).toEqual(['chairman', 'vice-chairman'])
    expect(movers('extend')).toEqual(['chairman', 'vice-chairman'])
    expect(movers('register')).toEqual(['chairman', 'vice-chairman', 'iso-secretary'])
    expect(['close', 'constructor', ''].flatMap(movers)).toEqual([])
  })

  it('ACC-20: whoever verifies from outside neither analyses nor reports the work done', () => {
    for (const role of ['area-monitor', 'provincial-department', 'inspection-team', 'internal-auditor'] as const) {
      expect(movers('accept')).toContain(role)
      expect(movers('report-done')).not.toContain(role)
      expect(movers('submit-analysis')).not.toContain(role)
    }
  })

  it('ACC-20: the feed asks for the move by its name', () => {
    const may = (role: Role, name: string) => mayWriteKind(grants(role), 'corrective-move', 'c1/pub', tree, DAY, name)
    expect([may('professional-officer', 'report-done'), may('professional-officer', 'approve')]).toEqual([true, false])
    expect([may('chairman', 'approve'), may('iso-secretary', 'approve')]).toEqual([true, false])
  })

  it('ACC-21: an inspection is the team’s and the department’s, its remedy and the declaration the commune’s', () => {
    const writers = (kind: string): readonly Role[] =>
      roles.filter((role) => mayWriteKind(grants(role), kind, 'c1/pub', tree, DAY))
    expect(writers('inspection-minutes')).toEqual(['provincial-department', 'inspection-team'])
    expect(writers('remedy-report')).toEqual(['chairman', 'vice-chairman', 'iso-secretary'])
    expect(writers('declaration')).toEqual(['chairman', 'vice-chairman', 'iso-secretary'])
    expect(writers('approval')).toEqual(['chairman', 'vice-chairman', 'provincial-department'])
  })

  it('ACC-22: what holds a commune up is told by both sides, its profile by itself, and the province’s summary by nobody', () => {
    const writers = (kind: string, feed = 'c1/pub'): readonly Role[] =>
      roles.filter((role) => mayWriteKind(grants(role), kind, feed, tree, DAY))
    const heads = ['chairman', 'vice-chairman', 'iso-secretary']
    expect(writers('obstacle')).toEqual([...heads, 'area-monitor', 'provincial-department'])
    expect(writers('inheritance')).toEqual(writers('obstacle'))
    expect(writers('procedure')).toEqual(heads)
    expect(writers('planned-visit')).toEqual(['area-monitor', 'provincial-department'])
    expect(writers('pilot-summary', 'p20/plan')).toEqual([])
    expect(writers('kept-aside')).toEqual([])
  })

  it('ACC-23: a form of a visit is filled in by whoever visits, one of the commune by the commune in its own feed', () => {
    const writers = (kind: string, feed: string): readonly Role[] =>
      roles.filter((role) => mayWriteKind(grants(role), kind, feed, tree, DAY))
    const visitors = ['area-monitor', 'provincial-department', 'inspection-team']
    expect(writers('filling', 'c1/pub')).toEqual(visitors)
    expect(writers('filling-answer', 'c1/pub')).toEqual(visitors)
    expect(writers('filling', 'c1/self')).toEqual(['chairman', 'vice-chairman', 'iso-secretary'])
  })
})
