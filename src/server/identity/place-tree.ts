/** The stored places as the tree that the access rules ask, and as the list a device needs to do the same offline. */
import { createHash } from 'node:crypto'
import type { PlaceTree } from '#domain/access/feed-access.ts'
import { createPlaceTree } from '#domain/access/place-tree.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { Succession } from '#server/store/store-contract.ts'

export interface PlaceDirectory extends PlaceTree {
  readonly places: readonly WirePlace[]
  /** Another text whenever places, people or grants changed. */
  readonly version: string
  /** The place, everything below it, above it and before it, in the order of the directory. */
  around(scope: string): readonly WirePlace[]
}

/** Places with what the table of successions says about them. */
export function withSuccessors(places: readonly WirePlace[], successions: readonly Succession[]): readonly WirePlace[] {
  const after = new Map<string, string[]>()
  for (const { predecessor, successor } of successions)
    after.set(predecessor, [...(after.get(predecessor) ?? []), successor])
  return places.map((place) => {
    const successors = after.get(place.id)
    return successors ? { ...place, successors } : place
  })
}

const hashOf = (places: readonly WirePlace[]): string =>
  createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 16)

export function createPlaceDirectory(places: readonly WirePlace[], version = hashOf(places)): PlaceDirectory {
  const byId = new Map(places.map((place) => [place.id, place]))
  const childrenOf = (id: string): readonly WirePlace[] => places.filter(({ parent }) => parent === id)
  const formerOf = (id: string): readonly WirePlace[] => places.filter(({ successors = [] }) => successors.includes(id))
  const above = (id: string): readonly WirePlace[] => {
    const place = byId.get(id)
    return place ? [place, ...(place.parent === null ? [] : above(place.parent))] : []
  }
  const findAround = (scope: string): readonly WirePlace[] => {
    if (!byId.has(scope)) return []
    const wanted = new Set([scope])
    for (const id of wanted) for (const place of [...childrenOf(id), ...formerOf(id)]) wanted.add(place.id)
    for (const id of wanted) for (const place of above(id)) wanted.add(place.id)
    return places.filter(({ id }) => wanted.has(id))
  }
  const known = new Map<string, readonly WirePlace[]>()
  return {
    ...createPlaceTree(places),
    places,
    version,
    around: (scope) => {
      const found = known.get(scope) ?? findAround(scope)
      known.set(scope, found)
      return found
    },
  }
}
