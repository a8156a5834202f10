/**
 * Units that merged or were divided after the lists were made are known from the places of the installation. This follows
 * them to the units that stand today, step by step and the whole chain.
 */

/** A place as far as its successors are concerned. */
export interface SucceededPlace {
  readonly id: string
  /** Last day of a unit that is gone. */
  readonly until?: string | undefined
  readonly successors?: readonly string[] | undefined
}

const isGone = ({ until, successors = [] }: SucceededPlace): boolean => until !== undefined && successors.length > 0

/** The units that stand in the place of `id`: itself while it exists or is not known here. A circle ends nothing. Rule PLACE-16. */
export function standingUnits(id: string, places: readonly SucceededPlace[]): readonly string[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  const reached = new Set([id])
  for (const one of reached) {
    const place = byId.get(one)
    if (place && isGone(place)) for (const next of place.successors ?? []) reached.add(next)
  }
  const standing = [...reached].filter((one) => {
    const place = byId.get(one)
    return place === undefined || !isGone(place)
  })
  return standing.length === 0 ? [id] : standing
}

/** Units that are gone and of which one of `units` stands in the place, whole chain, in the order of the places. Rule PLACE-16. */
export function formerUnits<Place extends SucceededPlace>(
  units: readonly string[],
  places: readonly Place[],
): readonly Place[] {
  const wanted = new Set(units)
  const byId = new Map(places.map((place) => [place.id, place]))
  const leadsThere = (place: Place, seen: ReadonlySet<string>): boolean =>
    (place.successors ?? []).some((next) => {
      if (wanted.has(next)) return true
      const after = byId.get(next)
      return after !== undefined && isGone(after) && !seen.has(next) && leadsThere(after, new Set([...seen, next]))
    })
  return places.filter((place) => isGone(place) && leadsThere(place, new Set([place.id])))
}
