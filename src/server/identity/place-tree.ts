/** The stored places as the tree that the access rules ask. */
import type { PlaceTree } from '#domain/access/feed-access.ts'
import type { WirePlace } from '#protocol/session-message.ts'

export interface PlaceDirectory extends PlaceTree {
  readonly places: readonly WirePlace[]
  /** The place, everything below it and everything above it, in the order of the directory. */
  around(scope: string): readonly WirePlace[]
}

export function createPlaceDirectory(places: readonly WirePlace[]): PlaceDirectory {
  const byId = new Map(places.map((place) => [place.id, place]))
  const above = (id: string): WirePlace[] => {
    const place = byId.get(id)
    return place ? [place, ...(place.parent === null ? [] : above(place.parent))] : []
  }
  const below = (id: string): WirePlace[] =>
    places.filter(({ parent }) => parent === id).flatMap((child) => [child, ...below(child.id)])
  const self = (id: string): WirePlace[] => above(id).slice(0, 1)
  const communesById = new Map(
    places.map(({ id }) => [
      id,
      [...self(id), ...below(id)].filter(({ kind }) => kind === 'commune').map((place) => place.id),
    ]),
  )
  return {
    places,
    communesIn: (scope) => communesById.get(scope) ?? [],
    provinceOf: (scope) => above(scope).find(({ kind }) => kind === 'province')?.id,
    around: (scope) => {
      const wanted = new Set([...above(scope), ...below(scope)].map(({ id }) => id))
      return places.filter(({ id }) => wanted.has(id))
    },
  }
}
