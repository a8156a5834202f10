/**
 * Turns grants into feeds and answers "may this person write this here?". Pure: the tree of places is handed in,
 * so device and endpoint compute the same answer from the same grants.
 */
import { type Audience, feedId, parseFeed } from '#domain/change/feed.ts'
import { isKind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { accessTable, type WriteRight } from './access-table.ts'
import { type Grant, isActive } from './role.ts'
import { mayWriteStageEvent } from './stage-rights.ts'

/** The tree of places as far as access needs it. */
export interface PlaceTree {
  /** Ids of the communes at or below a place; empty for an unknown place. */
  communesIn(scope: string): readonly string[]
  /** The province a place belongs to, itself included. */
  provinceOf(scope: string): string | undefined
}

export type WriteRefusal = 'access.forbidden' | 'access.unknown-kind'

/** Feeds a person is a member of on a day, sorted. Rules ACC-1, ACC-2. */
export function readableFeeds(grants: readonly Grant[], tree: PlaceTree, on: LocalDate): readonly string[] {
  const feeds = new Set<string>()
  for (const grant of grants.filter((g) => isActive(g, on))) {
    for (const audience of accessTable[grant.role].reads) addFeeds(feeds, grant.scope, audience, tree)
  }
  return [...feeds].sort()
}

function addFeeds(feeds: Set<string>, scope: string, audience: Audience, tree: PlaceTree): void {
  if (audience !== 'plan') {
    for (const commune of tree.communesIn(scope)) feeds.add(feedId(commune, audience))
    return
  }
  const province = tree.provinceOf(scope)
  if (province) feeds.add(feedId(province, 'plan'))
}

const covers = (grant: Grant, scope: string, audience: Audience, tree: PlaceTree): boolean =>
  audience === 'plan' ? tree.provinceOf(grant.scope) === scope : tree.communesIn(grant.scope).includes(scope)

/** Whether the author may make this change. `on` is the day of the change. Rules ACC-3, ACC-4, ACC-5. */
export function checkWrite(
  grants: readonly Grant[],
  op: Pick<Op, 's' | 'k' | 'f'>,
  tree: PlaceTree,
  on: LocalDate,
): Result<null, WriteRefusal> {
  if (!isKind(op.k)) return err('access.unknown-kind')
  const feed = parseFeed(op.s)
  if (!feed || !kindDefinition(op.k).audiences.includes(feed.audience)) return err('access.forbidden')
  const allowed = grants.some(
    (grant) =>
      isActive(grant, on) && covers(grant, feed.scope, feed.audience, tree) && roleMayWrite(grant, op, feed.audience),
  )
  return allowed ? ok(null) : err('access.forbidden')
}

function roleMayWrite(grant: Grant, op: Pick<Op, 'k' | 'f'>, audience: Audience): boolean {
  const right = ([kind, where]: WriteRight): boolean => kind === op.k && where === audience
  if (!accessTable[grant.role].writes.some(right)) return false
  const type = op.k === 'stage-event' ? op.f.type?.[0] : undefined
  return op.k !== 'stage-event' || (typeof type === 'string' && mayWriteStageEvent(grant.role, type))
}

/** What the app asks before it offers an action: any active grant on that commune with the right. */
export function mayWriteKind(
  grants: readonly Grant[],
  kind: string,
  feed: string,
  tree: PlaceTree,
  on: LocalDate,
  type?: string,
): boolean {
  const f = type === undefined ? {} : { type: [type] as const }
  return checkWrite(grants, { s: feed, k: kind, f }, tree, on).ok
}
