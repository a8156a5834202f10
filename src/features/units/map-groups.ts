// The figures of a map grouped as people know them: by huyện then, by monitoring area now. Pure; fetched with the lists.
import type { Place } from '#data/contract/store-contract.ts'
import type { NamedPlace } from '#domain/place/admin-unit.ts'
import { langSon2017Districts } from '#domain/place/lang-son-2017.ts'
import { langSon2025Units, langSonProvince } from '#domain/place/lang-son-2025.ts'
import { langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { countOnMap, type MapCount, type UnitMapId, type UnitRecord, unitsTouched } from '#domain/place/map-count.ts'
import { areaOf } from '#domain/place/monitoring-areas.ts'
import { standingLabel } from './unit-words.ts'

export interface MapLine {
  readonly unit: string
  readonly name: string
  readonly group: string
  readonly count: number
}

export interface UnplacedLine {
  readonly unit: string
  readonly name: string
  readonly among: readonly string[]
  readonly isKnown: boolean
  readonly count: number
}

export interface MapFigures {
  readonly count: MapCount
  /** Units of the map touched by anything. */
  readonly units: number
  readonly unplacedCount: number
  /** By group, then by name. */
  readonly lines: readonly MapLine[]
  readonly unplaced: readonly UnplacedLine[]
}

const units = new Map([...langSon2017Units(), ...langSon2025Units()].map((unit) => [unit.id, unit]))
const districts = new Map(langSon2017Districts().map((district) => [district.id, district]))

function groupOf(id: string, placeById: ReadonlyMap<string, Place>): string {
  const place = placeById.get(id)
  const above: NamedPlace | undefined = districts.get(units.get(id)?.parentId ?? '') ?? areaOf(id) ?? undefined
  if (above) return standingLabel(above)
  return placeById.get(place?.parent ?? '')?.name ?? standingLabel(langSonProvince())
}

/** Both maps in one, so that then and now stand side by side. */
export function mapFigures(records: readonly UnitRecord[], map: UnitMapId, places: readonly Place[]): MapFigures {
  const placeById = new Map(places.map((place) => [place.id, place]))
  const nameOf = (id: string): string => {
    const unit = units.get(id)
    return unit ? standingLabel(unit) : (placeById.get(id)?.name ?? id)
  }
  const count = countOnMap(records, map, places)
  const lines = [...count.byUnit].map(([unit, amount]) => ({
    unit,
    name: nameOf(unit),
    group: groupOf(unit, placeById),
    count: amount,
  }))
  const inOrder = (a: MapLine, b: MapLine): number =>
    a.group.localeCompare(b.group, 'vi') || a.name.localeCompare(b.name, 'vi')
  return {
    count,
    units: unitsTouched(count).length,
    unplacedCount: count.unplaced.reduce((sum, one) => sum + one.count, 0),
    lines: lines.toSorted(inOrder),
    unplaced: count.unplaced.map(({ unit, among, ...rest }) => ({
      unit,
      name: `${nameOf(unit)}, ${groupOf(unit, placeById)}`,
      among: among.map(nameOf),
      ...rest,
    })),
  }
}
