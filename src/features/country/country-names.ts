// The names of 3,321 units, which no summary carries: out of the list of 2026, fetched when the screen opens, and out of
// the places of the installation where it has a unit the list does not.
import type { Place } from '#data/contract/store-contract.ts'
import { unitLabel } from '#domain/place/admin-unit.ts'
import type * as vietnam2026 from '#domain/place/vietnam-2026.ts'
import { createUnitIndex, searchUnits, type UnitIndex } from '#domain/place/unit-search.ts'

export interface CountryNames {
  readonly nameOf: (id: string) => string
  /** Ids of the units a search finds, the best first. */
  readonly find: (text: string) => readonly string[]
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

type List = typeof vietnam2026

let loading: Promise<List> | undefined
export const readCountryList = (): Promise<List> => {
  loading ??= import('#domain/place/vietnam-2026.ts')
  return loading
}

/** Folded at the first search: a look at the figures needs no index. */
let index: UnitIndex | undefined
function indexOf({ vietnam2026Provinces, vietnam2026Units }: List): UnitIndex {
  const provinces = new Map(vietnam2026Provinces().map((province) => [province.id, province]))
  index ??= createUnitIndex(vietnam2026Units(), ({ parentId }) => provinces.get(parentId ?? '') ?? null)
  return index
}

export function countryNames(list: List, places: readonly Place[]): CountryNames {
  const units = [...list.vietnam2026Provinces(), ...list.vietnam2026Units()]
  const listed = new Map(units.map((unit) => [unit.id, unit]))
  const own = new Map(places.map(({ id, name }) => [id, name]))
  return {
    nameOf: (id) => {
      const unit = listed.get(id)
      return unit ? capital(unitLabel(unit)) : (own.get(id) ?? id)
    },
    find: (text) => searchUnits(indexOf(list), text, units.length).map(({ unit }) => unit.id),
  }
}
