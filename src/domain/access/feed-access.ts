/**
 * Turns grants into feeds and answers "may this person write this here?". Pure: the tree of places is handed in,
 * so device and endpoint compute the same answer from the same grants.
 */
import { isStep } from '#domain/change/amendment.ts'
import { type Audience, feedId, parseFeed } from '#domain/change/feed.ts'
import { isKind, isSealedKind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { logRight, rightsOf, type WriteRight } from './access-table.ts'
import { mayMoveCorrectiveAction } from './corrective-rights.ts'
import { mayRespond } from './response-rights.ts'
import { type Grant, isActive, type Role } from './role.ts'
import { mayWriteStageEvent } from './stage-rights.ts'

/** The tree of places as far as access needs it. */
export interface PlaceTree {
  /** Ids of the communes at or below a place; empty for an unknown place. */
  communesIn(scope: string): readonly string[]
  /** The province a place belongs to, itself included. */
  provinceOf(scope: string): string | undefined
  /** Units that merged into this one or of which it is a part, on that day, whole chain; left out where none ever did. */
  predecessorsOf?(commune: string, on: LocalDate): readonly string[]
  /** The day from which the feeds of a merged or divided unit take nothing more. */
  frozenFrom?(scope: string): LocalDate | undefined
}

export type WriteRefusal = 'access.forbidden' | 'access.unit-ended'

/** Feeds a person is a member of on a day, sorted. Rules ACC-1, ACC-2, ACC-10. */
export function readableFeeds(grants: readonly Grant[], tree: PlaceTree, on: LocalDate): readonly string[] {
  const feeds = new Set<string>()
  for (const grant of grants.filter((g) => isActive(g, on))) {
    for (const feed of feedsOfGrant(grant, tree, on)) feeds.add(feed)
  }
  return [...feeds].sort()
}

/** What one grant opens while it holds. */
export function feedsOfGrant({ role, scope }: Grant, tree: PlaceTree, on: LocalDate): readonly string[] {
  const { reads } = rightsOf(role)
  const communal = reads.filter((audience) => audience !== 'plan')
  const communes = tree.communesIn(scope).flatMap((commune) => [commune, ...(tree.predecessorsOf?.(commune, on) ?? [])])
  const province = reads.includes('plan') ? tree.provinceOf(scope) : undefined
  const feeds = communes.flatMap((commune) => communal.map((audience) => feedId(commune, audience)))
  return province === undefined ? feeds : [...feeds, feedId(province, 'plan')]
}

const covers = (grant: Grant, scope: string, audience: Audience, tree: PlaceTree): boolean =>
  audience === 'plan'
    ? tree.provinceOf(grant.scope) === scope
    : tree.communesIn(grant.scope).includes(scope) || (audience === 'log' && grant.scope === scope)

/**
 * Whether the author may make this change. `on` is the day of the change. Rules ACC-3, ACC-4, ACC-5, ACC-8: a kind
 * this version does not know belongs to the audience of its feed, so an older endpoint keeps a newer client's records.
 */
export function checkWrite(
  grants: readonly Grant[],
  op: Pick<Op, 's' | 'k' | 'f'>,
  tree: PlaceTree,
  on: LocalDate,
): Result<null, WriteRefusal> {
  const feed = parseFeed(op.s)
  if (!feed || !mayStandIn(op.k, feed.audience)) return err('access.forbidden')
  if (on >= (tree.frozenFrom?.(feed.scope) ?? '9999')) return err('access.unit-ended')
  const allowed = grants.some(
    (grant) =>
      isActive(grant, on) && covers(grant, feed.scope, feed.audience, tree) && roleMayWrite(grant, op, feed.audience),
  )
  return allowed ? ok(null) : err('access.forbidden')
}

/** Whether records of this kind belong into feeds of this audience at all; a kind nobody knows does. Rules ACC-4, ACC-8. */
export const mayStandIn = (kind: string, audience: Audience): boolean =>
  !isKind(kind) || kindDefinition(kind).audiences.includes(audience)

interface StepRight {
  /** Field that says which step it is. */
  readonly field: string
  readonly may: (role: Role, said: unknown) => boolean
}

const named =
  (may: (role: Role, name: string) => boolean): StepRight['may'] =>
  (role, said) =>
    typeof said === 'string' && may(role, said)

/** Kinds of which a role may write some and not others. Rules ACC-5, ACC-20 and ACC-24. */
export const rightsByStep: ReadonlyMap<string, StepRight> = new Map([
  ['stage-event', { field: 'type', may: named(mayWriteStageEvent) }],
  ['corrective-move', { field: 'name', may: named(mayMoveCorrectiveAction) }],
  ['finding-response', { field: 'grade', may: mayRespond }],
])

function roleMayWrite(grant: Grant, op: Pick<Op, 'k' | 'f'>, audience: Audience): boolean {
  const isKnown = isKind(op.k)
  const right = ([kind, where]: WriteRight): boolean => where === audience && (kind === op.k || !isKnown)
  if (!right(logRight) && !rightsOf(grant.role).writes.some(right)) return false
  if (op.k === 'amendment') return mayAmend(grant, op.f.ofKind?.[0], audience)
  const step = rightsByStep.get(op.k)
  return step === undefined || step.may(grant.role, op.f[step.field]?.[0])
}

/** Whoever may write the sealed record may amend it. Rule ACC-12. */
const mayAmend = ({ role }: Grant, ofKind: unknown, audience: Audience): boolean =>
  rightsOf(role).writes.some(
    ([kind, where]) =>
      kind === ofKind && where === audience && kind !== 'amendment' && isSealedKind(kind) && !isStep(kind),
  )

/**
 * What the app asks before it offers an action: any active grant on that commune with the right. `type`: of a stage event,
 * the name of a move, the grade given anew, or the kind that is amended.
 */
export function mayWriteKind(
  grants: readonly Grant[],
  kind: string,
  feed: string,
  tree: PlaceTree,
  on: LocalDate,
  type?: string,
): boolean {
  const field = kind === 'amendment' ? 'ofKind' : (rightsByStep.get(kind)?.field ?? 'type')
  const f = type === undefined ? {} : { [field]: [type] as const }
  return checkWrite(grants, { s: feed, k: kind, f }, tree, on).ok
}
