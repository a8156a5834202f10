/**
 * The rights that are about people and refused work rather than about records: who may decide and who may administer
 * where. They stand in the same table as everything else (`access-table.ts`).
 */
import { parseFeed } from '#domain/change/feed.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { rightsOf } from './access-table.ts'
import type { PlaceTree } from './feed-access.ts'
import { type Grant, isActive } from './role.ts'

/** Whether a place lies in the scope of a grant: the same place, or nothing of it outside. */
function isWithin(place: string, scope: string, tree: PlaceTree): boolean {
  if (place === scope) return tree.provinceOf(scope) !== undefined
  const inside = new Set(tree.communesIn(scope))
  const communes = tree.communesIn(place)
  return communes.length > 0 && communes.every((commune) => inside.has(commune)) && tree.provinceOf(scope) !== place
}

const active = (grants: readonly Grant[], on: LocalDate): readonly Grant[] => grants.filter((g) => isActive(g, on))

/** Whether the person administers this place; any place at all without one. Rule ACC-11. */
export function mayAdminister(grants: readonly Grant[], tree: PlaceTree, on: LocalDate, place?: string): boolean {
  const administering = active(grants, on).filter(({ role }) => rightsOf(role).administers)
  return administering.some(({ scope }) => place === undefined || isWithin(place, scope, tree))
}

/** Whether the person decides about changes refused in this feed. What names no feed is the administrators'. Rule ACC-11. */
export function mayDecide(grants: readonly Grant[], feed: string, tree: PlaceTree, on: LocalDate): boolean {
  const name = parseFeed(feed)
  if (!name || tree.provinceOf(name.scope) === undefined) return mayAdminister(grants, tree, on)
  return active(grants, on).some(
    ({ role, scope }) =>
      rightsOf(role).decides?.includes(name.audience) &&
      (name.audience === 'plan' ? tree.provinceOf(scope) === name.scope : isWithin(name.scope, scope, tree)),
  )
}

/** Whether the person decides about anything anywhere, so that the list is worth asking for. */
export const decidesSomewhere = (grants: readonly Grant[], on: LocalDate): boolean =>
  active(grants, on).some(({ role }) => (rightsOf(role).decides ?? []).length > 0)
