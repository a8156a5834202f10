/**
 * Any total on the map of then or of now. A record is counted in the one unit of that map in which it certainly lies; what
 * lies in one of several units, or in a unit of which no list tells the way, is kept apart and named. So nothing is lost,
 * nothing counts twice, and nothing is shared out by guess (D2).
 */
import { successorsOf, predecessorsOf } from './succession.ts'
import { unitOfLangSon } from './unit-in-time.ts'
import { type SucceededPlace, standingUnits } from './successor-places.ts'

/** `2017`: the 226 units of 15/10/2017; `2025`: those since 01/07/2025, with every later merger this installation knows. */
export const unitMapIds = ['2017', '2025'] as const
export type UnitMapId = (typeof unitMapIds)[number]

/** Something that belongs to a unit of whatever time. */
export interface UnitRecord {
  readonly unit: string
  /** How many it stands for; 1 where it is left out. */
  readonly count?: number
}

/** Records of one unit that lie in no single unit of the map. */
interface Unplaced {
  readonly unit: string
  /** Units of the map it may lie in. */
  readonly among: readonly string[]
  /** False where the way of the unit, or of a part of it, is in no list: shown as "cần kiểm tra". */
  readonly isKnown: boolean
  readonly count: number
}

export interface MapCount {
  readonly map: UnitMapId
  /** All of it: placed and unplaced. */
  readonly total: number
  readonly byUnit: ReadonlyMap<string, number>
  readonly unplaced: readonly Unplaced[]
}

interface Whereabouts {
  readonly among: readonly string[]
  readonly isKnown: boolean
}

const isOf2017 = (id: string): boolean => id.startsWith('ls17-')

function on2025(id: string, places: readonly SucceededPlace[]): Whereabouts {
  const unit = isOf2017(id) ? unitOfLangSon(id) : undefined
  const first = unit ? successorsOf(unit).map(({ toId }) => toId) : isOf2017(id) ? [] : [id]
  const among = [...new Set(first.flatMap((one) => standingUnits(one, places)))]
  return { among, isKnown: among.length > 0 }
}

/** The lists' own way back; units opened by a later merger are followed back to what they were made of. */
function on2017(id: string, places: readonly SucceededPlace[], seen: ReadonlySet<string> = new Set()): Whereabouts {
  if (isOf2017(id)) return { among: [id], isKnown: unitOfLangSon(id) !== undefined }
  const later = places.filter(({ id: old, successors = [] }) => successors.includes(id) && !seen.has(old))
  const parts = later.map((place) => on2017(place.id, places, new Set([...seen, id])))
  const steps = predecessorsOf(id)
  const listed = steps.flatMap(({ fromId }) => fromId ?? [])
  const among = [...new Set([...listed, ...parts.flatMap((part) => part.among)])]
  const isKnown = listed.length === steps.length && parts.every((part) => part.isKnown) && among.length > 0
  return { among, isKnown }
}

/** Where a unit of any time lies on a map. Rule PLACE-17. */
export const whereOnMap = (id: string, map: UnitMapId, places: readonly SucceededPlace[] = []): Whereabouts =>
  map === '2025' ? on2025(id, places) : on2017(id, places)

/** `places`: those of the installation, which know of later mergers. Rules PLACE-17 and PLACE-18. */
export function countOnMap(
  records: readonly UnitRecord[],
  map: UnitMapId,
  places: readonly SucceededPlace[] = [],
): MapCount {
  const countByUnit = new Map<string, number>()
  for (const { unit, count = 1 } of records) countByUnit.set(unit, (countByUnit.get(unit) ?? 0) + count)
  const byUnit = new Map<string, number>()
  const unplaced: Unplaced[] = []
  let total = 0
  for (const [unit, count] of countByUnit) {
    total += count
    const { among, isKnown } = whereOnMap(unit, map, places)
    const [only] = among
    if (only !== undefined && among.length === 1 && isKnown) byUnit.set(only, (byUnit.get(only) ?? 0) + count)
    else unplaced.push({ unit, among, isKnown, count })
  }
  return { map, total, byUnit, unplaced }
}

/** The units of the map that the records lie in, or may lie in, each once: 50 communes of 2017 are 29 of today's. Rule PLACE-18. */
export const unitsTouched = ({ byUnit, unplaced }: MapCount): readonly string[] =>
  [...new Set([...byUnit.keys(), ...unplaced.flatMap(({ among }) => among)])].sort()
