/**
 * The tree of places as the access rules ask it, with the memory of units that merged or were divided (decision D16):
 * the feeds of a unit that is gone are frozen and belong to those who stand in its place. Built from the places that
 * come with an identity, so that device and endpoint compute the same from the same.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { PlaceTree } from './feed-access.ts'

/** A place as far as access needs it. */
export interface TreePlace {
  readonly id: string
  readonly parent: string | null
  readonly kind: 'province' | 'area' | 'commune'
  /** Last day of a unit that merged or was divided. */
  readonly until?: string | undefined
  /** Who stands in its place afterwards. */
  readonly successors?: readonly string[] | undefined
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  return groups
}

/** Everything reached from an item step by step, itself first, each once: a circle in the data ends nothing. */
function reached<T>(first: T | undefined, next: (item: T) => readonly T[]): readonly T[] {
  const found = new Set<T>(first === undefined ? [] : [first])
  for (const item of found) for (const following of next(item)) found.add(following)
  return [...found]
}

/** The day from which nothing more is written in the unit's feeds; undefined while it exists. */
const frozenFrom = ({ until, successors = [] }: TreePlace): LocalDate | undefined =>
  until === undefined || successors.length === 0 ? undefined : addDays(until as LocalDate, 1)

/** See the head of this module. Rules ACC-1, ACC-10. */
export function createPlaceTree(places: readonly TreePlace[]): PlaceTree {
  const byId = new Map(places.map((place) => [place.id, place]))
  const children = groupBy(places, ({ parent }) => (parent === null ? [] : [parent]))
  const predecessors = groupBy(places, ({ successors = [] }) => successors)
  const parentOf = ({ parent }: TreePlace): readonly TreePlace[] =>
    [parent === null ? undefined : byId.get(parent)].filter((place) => place !== undefined)
  const communesByScope = new Map<string, readonly string[]>()
  const communesIn = (scope: string): readonly string[] => {
    const known = communesByScope.get(scope)
    if (known) return known
    const below = reached(byId.get(scope), ({ id }) => children.get(id) ?? [])
    const communes = below.filter(({ kind }) => kind === 'commune').map(({ id }) => id)
    if (byId.has(scope)) communesByScope.set(scope, communes)
    return communes
  }
  return {
    communesIn,
    provinceOf: (scope) => reached(byId.get(scope), parentOf).find(({ kind }) => kind === 'province')?.id,
    predecessorsOf: (commune, on) => {
      const gone = ({ id }: TreePlace): readonly TreePlace[] =>
        (predecessors.get(id) ?? []).filter((place) => (frozenFrom(place) ?? '9999') <= on)
      return reached(byId.get(commune), gone)
        .map(({ id }) => id)
        .filter((id) => id !== commune)
    },
    frozenFrom: (scope) => {
      const place = byId.get(scope)
      return place && frozenFrom(place)
    },
  }
}
