import { describe, expect, it } from 'vitest'
import { checkWrite, readableFeeds } from '#domain/access/feed-access.ts'
import { createPlaceTree, type TreePlace } from '#domain/access/place-tree.ts'
import type { Grant, Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const day = (text: string): LocalDate => text as LocalDate
const commune = (id: string, more: Partial<TreePlace> = {}): TreePlace => ({
  id,
  parent: 'area',
  kind: 'commune',
  ...more,
})

/** c1 and c2 became c3 on 1 July 2025; c3 and c4 became c5 on 1 January 2026. */
const tree = createPlaceTree([
  { id: 'p20', parent: null, kind: 'province' },
  { id: 'area', parent: 'p20', kind: 'area' },
  commune('c1', { until: '2025-06-30', successors: ['c3'] }),
  commune('c2', { until: '2025-06-30', successors: ['c3'] }),
  commune('c3', { until: '2025-12-31', successors: ['c5'] }),
  commune('c4', { until: '2025-12-31', successors: ['c5'] }),
  commune('c5'),
])

const grant = (role: Role, scope: string): Grant => ({ account: 'a', role, scope, from: day('2020-01-01'), to: null })
const op = (feed: string) => ({ s: feed, k: 'answer', f: { score: [1] as const } })

describe('units that merged', () => {
  it('ACC-10: whoever reads a successor reads the whole chain before it, once each step has happened', () => {
    const feeds = (scope: string, on: string) => readableFeeds([grant('professional-officer', scope)], tree, day(on))
    expect(feeds('c5', '2026-01-01').filter((feed) => feed.endsWith('self'))).toEqual(
      ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => `${id}/self`),
    )
    expect(feeds('c5', '2025-12-31').filter((feed) => feed.endsWith('self'))).toEqual(['c5/self'])
    expect(feeds('c3', '2025-07-01').filter((feed) => feed.endsWith('self'))).toEqual(['c1/self', 'c2/self', 'c3/self'])
    expect(feeds('c4', '2026-02-01').filter((feed) => feed.endsWith('self'))).toEqual(['c4/self'])
  })

  it('ACC-10: the last day is the last, for whoever still has a right there', () => {
    const on = (text: string) => checkWrite([grant('chairman', 'c1')], op('c1/self'), tree, day(text))
    expect(on('2025-06-30')).toEqual({ ok: true, value: null })
    expect(on('2025-07-01')).toEqual({ ok: false, error: 'access.unit-ended' })
    expect(checkWrite([grant('chairman', 'c5')], op('c1/self'), tree, day('2025-06-01')).ok).toBe(false)
  })

  it('ACC-10: a circle or an unknown place in the data ends nothing', () => {
    const circle = createPlaceTree([
      commune('a', { parent: 'b', until: '2025-01-01', successors: ['b'] }),
      commune('b', { parent: 'a', until: '2025-01-01', successors: ['a'] }),
    ])
    expect(circle.predecessorsOf?.('a', day('2026-01-01'))).toEqual(['b'])
    expect([circle.provinceOf('a'), circle.communesIn('nowhere'), circle.frozenFrom?.('nowhere')]).toEqual([
      undefined,
      [],
      undefined,
    ])
  })
})
