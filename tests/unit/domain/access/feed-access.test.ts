import { describe, expect, it } from 'vitest'
import { accessTable } from '#domain/access/access-table.ts'
import { checkWrite, mayWriteKind, readableFeeds } from '#domain/access/feed-access.ts'
import { type Grant, type Role, roles } from '#domain/access/role.ts'
import { mayMoveCorrectiveAction } from '#domain/access/corrective-rights.ts'
import { mayWriteStageEvent } from '#domain/access/stage-rights.ts'
import { type Audience, feedId } from '#domain/change/feed.ts'
import { isKind, isSealedKind, type Kind, kindDefinition, kindRegistry } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { placeTreeOfTwoAreas } from '#support/sync/place-tree.ts'

const day = (text: string): LocalDate => text as LocalDate
const TODAY = day('2026-11-21')
const tree = placeTreeOfTwoAreas
const audiences: readonly Audience[] = ['self', 'audit', 'pub', 'plan']
const kinds = Object.keys(kindRegistry).filter(isKind)

const grant = (role: Role, scope: string, change: Partial<Grant> = {}): Grant => ({
  account: 'acc-1',
  role,
  scope,
  from: day('2026-01-01'),
  to: null,
  ...change,
})

const fieldOf: Readonly<Record<string, string>> = { amendment: 'ofKind', 'corrective-move': 'name' }

const opOf = (kind: string, feed: string, type?: string): Pick<Op, 's' | 'k' | 'f'> => ({
  k: kind,
  s: feed,
  f: type === undefined ? { note: ['x'] } : { [fieldOf[kind] ?? 'type']: [type] },
})

/** Where the role usually holds: what a person of that role is given in practice. */
const usualScope: Readonly<Record<Role, string>> = {
  chairman: 'c1',
  'vice-chairman': 'c1',
  'iso-secretary': 'c1',
  'internal-auditor': 'c1',
  'professional-officer': 'c1',
  'area-monitor': 'area-1',
  consultant: 'area-1',
  'provincial-department': 'p20',
  'inspection-team': 'p20',
  'provincial-leadership': 'p20',
  ministry: 'p20',
  administrator: 'p20',
}
const communeRoles: readonly Role[] = [
  'chairman',
  'vice-chairman',
  'iso-secretary',
  'internal-auditor',
  'professional-officer',
]
const following = roles.filter((role) => !communeRoles.includes(role))

describe('reading', () => {
  it.each(roles)(
    'ACC-1: %s reads exactly the feeds of the table, of every commune below the grant and of no other',
    (role) => {
      const scope = usualScope[role]
      const communal = accessTable[role].reads.filter((audience) => audience !== 'plan')
      const expected = tree
        .communesIn(scope)
        .flatMap((commune) => communal.map((audience) => feedId(commune, audience)))
      const plan = accessTable[role].reads.includes('plan') ? ['p20/plan'] : []
      expect(readableFeeds([grant(role, scope)], tree, TODAY)).toEqual([...expected, ...plan].sort())
    },
  )

  it('ACC-1: several grants add up, each feed once; a person without one reads nothing', () => {
    const feeds = readableFeeds(
      [grant('area-monitor', 'area-1'), grant('iso-secretary', 'c1'), grant('consultant', 'p20')],
      tree,
      TODAY,
    )
    expect(feeds).toEqual(['c1/audit', 'c1/pub', 'c1/self', 'c2/pub', 'c3/pub', 'p20/plan'])
    expect(readableFeeds([], tree, TODAY)).toEqual([])
  })

  it('ACC-1: a place nobody knows gives nothing', () => {
    expect(readableFeeds([grant('area-monitor', 'area-9')], tree, TODAY)).toEqual([])
  })

  it('ACC-2: a grant holds on its first and on its last day, and on no other side', () => {
    const term = grant('iso-secretary', 'c1', { from: day('2026-11-20'), to: day('2026-11-22') })
    const held = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(
      (on) => readableFeeds([term], tree, day(on)).length > 0,
    )
    expect(held).toEqual([false, true, true, true, false])
    expect(checkWrite([term], opOf('answer', 'c1/self'), tree, day('2026-11-23')).ok).toBe(false)
    expect(checkWrite([term], opOf('answer', 'c1/self'), tree, day('2026-11-22')).ok).toBe(true)
  })

  it.each(following)('ACC-6: %s reads no draft of any commune', (role) => {
    for (const scope of ['c1', 'area-1', 'p20']) {
      const drafts = readableFeeds([grant(role, scope)], tree, TODAY).filter((feed) => /\/(self|audit)$/.test(feed))
      expect(drafts).toEqual([])
    }
  })

  it('ACC-6: the auditor does not read the commune’s drafts, nor the professional officer the auditors’', () => {
    expect(readableFeeds([grant('internal-auditor', 'c1')], tree, TODAY)).not.toContain('c1/self')
    expect(readableFeeds([grant('professional-officer', 'c1')], tree, TODAY)).not.toContain('c1/audit')
  })
})

describe('writing', () => {
  const cases = roles.flatMap((role) =>
    kinds.flatMap((kind) => audiences.map((audience) => ({ role, kind, audience }))),
  )

  /** A type the role may write, so that the table alone decides. */
  const typeFor = (role: Role, kind: Kind): string | undefined => {
    if (kind === 'amendment')
      return accessTable[role].writes.find(([written]) => isSealedKind(written) && written !== 'amendment')?.[0]
    if (kind === 'corrective-move') return ['report-done', 'accept'].find((name) => mayMoveCorrectiveAction(role, name))
    return kind === 'stage-event'
      ? ['declared-done', 'confirmed'].find((type) => mayWriteStageEvent(role, type))
      : undefined
  }

  it('ACC-3: every role × kind × audience is decided as the table says, inside the place of the grant', () => {
    for (const { role, kind, audience } of cases) {
      const feed = feedId(audience === 'plan' ? 'p20' : 'c1', audience)
      const op = opOf(kind, feed, typeFor(role, kind))
      const inTable = accessTable[role].writes.some(([k, a]) => k === kind && a === audience)
      const answer = checkWrite([grant(role, usualScope[role])], op, tree, TODAY)
      expect(answer, `${role} ${kind} ${feed}`).toEqual(
        inTable ? { ok: true, value: null } : { ok: false, error: 'access.forbidden' },
      )
    }
  })

  it('ACC-3: outside the place of the grant nothing is allowed to anybody', () => {
    for (const { role, kind, audience } of cases) {
      const scope = role === 'area-monitor' || role === 'consultant' || communeRoles.includes(role) ? 'c3' : 'x1'
      const feed = feedId(audience === 'plan' ? 'p99' : scope, audience)
      const answer = checkWrite([grant(role, usualScope[role])], opOf(kind, feed, typeFor(role, kind)), tree, TODAY)
      expect(answer.ok, `${role} ${kind} ${feed}`).toBe(false)
    }
  })

  it('ACC-4: a kind in a feed where it does not belong is refused for every role, all roles together included', () => {
    const everything = roles.map((role) => grant(role, 'p20'))
    for (const kind of kinds)
      for (const audience of audiences) {
        if ((kindDefinition(kind).audiences as readonly Audience[]).includes(audience)) continue
        const feed = feedId(audience === 'plan' ? 'p20' : 'c1', audience)
        expect(checkWrite(everything, opOf(kind, feed, 'confirmed'), tree, TODAY)).toEqual({
          ok: false,
          error: 'access.forbidden',
        })
      }
  })

  it('ACC-4: the table grants no right that the registry of kinds forbids', () => {
    for (const role of roles)
      for (const [kind, audience] of accessTable[role].writes) {
        expect(kindDefinition(kind).audiences, `${role} ${kind} ${audience}`).toContain(audience)
        expect(accessTable[role].reads, `${role} writes what it cannot read`).toContain(audience)
      }
  })

  it.each([
    ['answer', 'self', 'assessment-progress'],
    ['audit-item', 'audit', 'audit-progress'],
  ] as const)('ACC-7: whoever writes %s in %s also writes %s', (kind, audience, progress) => {
    for (const role of roles) {
      const may = (what: Kind, where: Audience): boolean =>
        checkWrite([grant(role, usualScope[role])], opOf(what, feedId('c1', where)), tree, TODAY).ok
      expect([role, may(kind, audience)]).toEqual([role, may(kind, audience) && may(progress, 'pub')])
    }
  })

  it('ACC-8: a kind nobody knows is written by exactly those who may write something in that feed', () => {
    for (const role of roles)
      for (const audience of audiences) {
        const feed = feedId(audience === 'plan' ? 'p20' : 'c1', audience)
        for (const kind of ['of-a-newer-version', 'constructor']) {
          const answer = checkWrite([grant(role, usualScope[role])], opOf(kind, feed), tree, TODAY)
          const writesHere = accessTable[role].writes.some(([, where]) => where === audience)
          expect([role, feed, kind, answer.ok]).toEqual([role, feed, kind, writesHere])
        }
        const elsewhere = feedId(audience === 'plan' ? 'p99' : 'x1', audience)
        expect(checkWrite([grant(role, usualScope[role])], opOf('newer', elsewhere), tree, TODAY).ok).toBe(false)
      }
  })

  it('ACC-1: a role of a newer version opens nothing here and breaks nothing', () => {
    const newer = [{ ...grant('chairman', 'c1'), role: 'auditor-general' as Role }]
    expect(readableFeeds(newer, tree, TODAY)).toEqual([])
    expect(checkWrite(newer, opOf('answer', 'c1/self'), tree, TODAY).ok).toBe(false)
  })

  it('ACC-4: a feed nobody knows is refused', () => {
    const chairman = [grant('chairman', 'c1')]
    for (const feed of ['c1', 'c1/', '/self', 'c1/everyone', 'c1/self/self'])
      expect(checkWrite(chairman, opOf('answer', feed), tree, TODAY)).toEqual({ ok: false, error: 'access.forbidden' })
  })

  it('ACC-5: no single role both declares a stage and confirms or returns it', () => {
    const types = ['started', 'declared-done', 'confirmed', 'returned']
    for (const role of roles) {
      const may = types.filter((type) => mayWriteStageEvent(role, type))
      expect([role, may.includes('declared-done') && (may.includes('confirmed') || may.includes('returned'))]).toEqual([
        role,
        false,
      ])
      const scope = usualScope[role]
      for (const type of types)
        expect(mayWriteKind([grant(role, scope)], 'stage-event', 'c1/pub', tree, TODAY, type)).toBe(may.includes(type))
    }
  })

  it('ACC-5: communes declare, those who follow confirm or return, nobody writes another or a missing type', () => {
    const may = (role: Role, type?: string): boolean =>
      mayWriteKind([grant(role, usualScope[role])], 'stage-event', 'c1/pub', tree, TODAY, type)
    expect([may('chairman', 'declared-done'), may('chairman', 'confirmed')]).toEqual([true, false])
    expect([
      may('area-monitor', 'declared-done'),
      may('area-monitor', 'confirmed'),
      may('area-monitor', 'returned'),
    ]).toEqual([false, true, true])
    for (const role of roles) expect([may(role, 'deleted'), may(role)]).toEqual([false, false])
  })

  it('ACC-12: who writes a sealed record in the commune amends it, an amendment itself nobody, and those who follow nothing', () => {
    const amends = (role: Role): readonly string[] =>
      [...kinds, 'of-a-newer-version'].filter((ofKind) =>
        mayWriteKind([grant(role, usualScope[role])], 'amendment', 'c1/pub', tree, TODAY, ofKind),
      )
    const ofAudits = ['corrective-action', 'review-minutes', 'declaration', 'remedy-report']
    const byHeads = ['submission', 'stage-event', 'filling-submission', ...ofAudits]
    const expected: Partial<Record<Role, readonly string[]>> = {
      chairman: byHeads,
      'vice-chairman': byHeads,
      'iso-secretary': byHeads,
      'internal-auditor': ['audit-report', 'corrective-action'],
    }
    for (const role of roles) expect([role, amends(role)]).toEqual([role, expected[role] ?? []])
    const chairman = [grant('chairman', 'c1')]
    expect(checkWrite(chairman, opOf('amendment', 'c1/pub'), tree, TODAY).ok).toBe(false)
    expect(checkWrite(chairman, opOf('amendment', 'c3/pub', 'submission'), tree, TODAY).ok).toBe(false)
  })

  it('ACC-24: leaders answer a finding and an auditor alone grades it anew; who is both may, by the one right', () => {
    const of = (grants: readonly Grant[], f: Op['f']): boolean =>
      checkWrite(grants, { s: 'c1/pub', k: 'finding-response', f }, tree, TODAY).ok
    const [chairman, auditor] = [grant('chairman', 'c1'), grant('internal-auditor', 'c1')]
    const [answer, anew] = [{ grade: [null] }, { grade: ['minor'] }] as const
    expect([of([chairman], answer), of([chairman], {}), of([chairman], anew)]).toEqual([true, true, false])
    expect([of([auditor], answer), of([auditor], anew), of([chairman, auditor], anew)]).toEqual([true, true, true])
    expect(of([chairman], { grade: ['of-a-newer-version'] })).toBe(false)
    expect(mayWriteKind([chairman], 'finding-response', 'c1/pub', tree, TODAY, 'minor')).toBe(false)
    expect(mayWriteKind([chairman], 'finding-response', 'c1/pub', tree, TODAY)).toBe(true)
  })
})
