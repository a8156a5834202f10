// Every role × action × place, against a matrix that was written by hand.
import { describe, expect, it } from 'vitest'
import { checkWrite, readableFeeds } from '#domain/access/feed-access.ts'
import { mayAdminister, mayDecide } from '#domain/access/office-rights.ts'
import { type Grant, type Role, roles } from '#domain/access/role.ts'
import { isKind, kindRegistry } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import { ways } from '#domain/corrective-action/move.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { accessMatrix, mayByMatrix } from '#support/access/access-matrix.ts'
import { placeTreeOfTwoAreas as tree } from '#support/sync/place-tree.ts'

const TODAY = '2026-11-21' as LocalDate
const audiences = ['self', 'audit', 'pub', 'plan', 'log'] as const
const kinds = Object.keys(kindRegistry).filter(isKind)
/** Kinds whose right depends on what they say, with all they can say; `unknown` for what no version ever said. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'stage-event': ['started', 'declared-done', 'confirmed', 'returned', 'unknown'],
  amendment: [...kinds, 'unknown'],
  'corrective-move': [...Object.keys(ways), 'unknown'],
  'finding-response': ['answer', 'grade'],
}
const fieldOf: Readonly<Record<string, string>> = {
  'stage-event': 'type',
  amendment: 'ofKind',
  'corrective-move': 'name',
}
/** Variants that no field names: what an operation of them says. */
const saidBy: Readonly<Record<string, Pick<Op, 'f'>['f']>> = {
  'finding-response/answer': { agrees: [false], grade: [null] },
  'finding-response/grade': { agrees: [true], grade: ['minor'] },
}

const grantScopes = ['c1', 'area-1', 'p20', 'x1', 'p99', 'nowhere'] as const
const targets = ['c1', 'c2', 'c3', 'x1'] as const
/** Which communes a grant reaches, written out by hand. */
const reach: Readonly<Record<(typeof grantScopes)[number], readonly string[]>> = {
  c1: ['c1'],
  'area-1': ['c1', 'c2'],
  p20: ['c1', 'c2', 'c3'],
  x1: ['x1'],
  p99: ['x1'],
  nowhere: [],
}
const provinceOf: Readonly<Record<(typeof grantScopes)[number], string | null>> = {
  c1: 'p20',
  'area-1': 'p20',
  p20: 'p20',
  x1: 'p99',
  p99: 'p99',
  nowhere: null,
}

const grantOf = (role: Role, scope: string): Grant => ({
  account: 'a',
  role,
  scope,
  from: '2026-01-01' as LocalDate,
  to: null,
})

const everywhere = roles.flatMap((role) =>
  grantScopes.map((scope) => ({ role, scope, grants: [grantOf(role, scope)] })),
)
/** Feeds of all audiences, and whether a grant in that scope reaches them. */
const feedsFor = (scope: (typeof grantScopes)[number]) => [
  ...targets.flatMap((target) =>
    (['self', 'audit', 'pub', 'log'] as const).map((audience) => ({
      feed: `${target}/${audience}`,
      audience,
      isReached: reach[scope].includes(target),
    })),
  ),
  ...['p20', 'p99'].map((province) => ({
    feed: `${province}/plan`,
    audience: 'plan' as const,
    isReached: provinceOf[scope] === province,
  })),
]

describe('who may see and do what', () => {
  it('ACC-16: the matrix names every role once and no action that does not exist', () => {
    const known = new Set([
      ...audiences.flatMap((audience) => [`read ${audience}`, `decide ${audience}`]),
      'administer',
      ...kinds.flatMap((kind) =>
        audiences.flatMap((audience) => [
          `write ${kind} ${audience}`,
          ...(variants[kind] ?? []).map((variant) => `write ${kind}/${variant} ${audience}`),
        ]),
      ),
    ])
    expect([...accessMatrix.keys()].filter((action) => !known.has(action))).toEqual([])
    expect(accessMatrix.size).toBe(100)
    expect(new Set([...accessMatrix.values()].flatMap((of) => [...of]))).toEqual(new Set(roles))
  })

  it('ACC-16: every role × feed × place of the grant is read exactly where the matrix says', () => {
    for (const { role, scope, grants } of everywhere) {
      const read = new Set(readableFeeds(grants, tree, TODAY))
      for (const { feed, audience, isReached } of feedsFor(scope))
        expect([role, scope, feed, read.has(feed)]).toEqual([
          role,
          scope,
          feed,
          isReached && mayByMatrix(role, `read ${audience}`),
        ])
    }
  })

  it('ACC-16: every role × kind × feed × place of the grant is written exactly where the matrix says', () => {
    let asked = 0
    for (const { role, scope, grants } of everywhere)
      for (const { feed, audience, isReached } of feedsFor(scope))
        for (const kind of kinds)
          for (const variant of variants[kind] ?? [undefined]) {
            const named =
              variant === undefined ? { note: ['x'] as const } : { [fieldOf[kind] ?? '']: [variant] as const }
            const f = saidBy[`${kind}/${variant}`] ?? named
            const isGiven = checkWrite(grants, { s: feed, k: kind, f }, tree, TODAY).ok
            const action = `write ${kind}${variant === undefined ? '' : `/${variant}`} ${audience}`
            if (isGiven !== (isReached && mayByMatrix(role, action)))
              expect.fail(`${role} at ${scope}: ${action} in ${feed} is ${isGiven ? 'allowed' : 'refused'}`)
            asked++
          }
    expect(asked).toBeGreaterThan(20_000)
  })

  it('ACC-16: every role × place decides and administers exactly where the matrix says', () => {
    for (const { role, scope, grants } of everywhere) {
      for (const { feed, audience, isReached } of feedsFor(scope))
        expect([role, scope, feed, mayDecide(grants, feed, tree, TODAY)]).toEqual([
          role,
          scope,
          feed,
          isReached && mayByMatrix(role, `decide ${audience}`),
        ])
      for (const target of [...targets, 'area-1', 'area-2', 'p20', 'p99']) {
        const isInside = scope === target ? scope !== ('nowhere' as string) : isBelow(target, scope)
        expect([role, scope, target, mayAdminister(grants, tree, TODAY, target)]).toEqual([
          role,
          scope,
          target,
          isInside && mayByMatrix(role, 'administer'),
        ])
      }
    }
  })

  it('ACC-18: a log of an area or a province is written by whoever has a grant just there, and read by nobody', () => {
    const note = (scope: string, feed: string): boolean =>
      checkWrite([grantOf('area-monitor', scope)], { s: feed, k: 'activity', f: {} }, tree, TODAY).ok
    expect([note('area-1', 'area-1/log'), note('p20', 'p20/log'), note('area-1', 'c2/log')]).toEqual([true, true, true])
    expect([note('area-1', 'p20/log'), note('area-1', 'area-2/log'), note('c1', 'area-1/log')]).toEqual([
      false,
      false,
      false,
    ])
    for (const { grants } of everywhere)
      expect(readableFeeds(grants, tree, TODAY).filter((feed) => feed.endsWith('/log'))).toEqual([])
  })

  it('ACC-16: before its first and after its last day nothing of the matrix holds, for any role', () => {
    for (const role of roles) {
      const past = [{ ...grantOf(role, 'p20'), to: '2026-11-20' as LocalDate }]
      const future = [{ ...grantOf(role, 'p20'), from: '2026-11-22' as LocalDate }]
      for (const grants of [past, future]) {
        expect(readableFeeds(grants, tree, TODAY)).toEqual([])
        expect(mayAdminister(grants, tree, TODAY)).toBe(false)
        for (const { feed } of feedsFor('p20'))
          for (const kind of kinds)
            expect(checkWrite(grants, { s: feed, k: kind, f: { type: ['started'] } }, tree, TODAY).ok).toBe(false)
      }
    }
  })
})

function isBelow(target: string, scope: (typeof grantScopes)[number]): boolean {
  if (scope === 'p20') return ['c1', 'c2', 'c3', 'area-1', 'area-2'].includes(target)
  if (scope === 'p99') return target === 'x1'
  return scope === 'area-1' && ['c1', 'c2'].includes(target)
}
