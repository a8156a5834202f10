/**
 * Since the district level ended, an office groups its communes freely under a person in charge. The
 * demonstration groups Lạng Sơn's xã in 10 areas named after the former huyện (D1). Which area a xã belongs
 * to is computed from the units it was made of, so that a correction of the data corrects the areas.
 */
import type { AdminUnit, NamedPlace } from './admin-unit.ts'
import { langSon2017Districts, langSon2017Units } from './lang-son-2017.ts'
import { langSon2025Units } from './lang-son-2025.ts'
import { predecessorsOf } from './succession.ts'

/** A group of xã under one person. Not an administrative level. */
export interface MonitoringArea extends NamedPlace {
  /** `area-180`, with the code of the former huyện. */
  readonly id: string
  readonly code: string
  readonly type: 'dia-ban'
}

const COHORT_SIZE = 50
const PER_AREA = 5

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number => (a.code < b.code ? -1 : 1)

const areas: readonly MonitoringArea[] = langSon2017Districts()
  .filter((district) => district.type === 'huyen')
  .map(({ code, name }) => ({ id: `area-${code}`, code, name, type: 'dia-ban' }))

/** A code was reused for other units, but never in another district, so it tells where a part lay. */
const districtIdByCode = new Map(langSon2017Units().map((unit) => [unit.code, unit.parentId]))

function areaOfMostParts(unit: AdminUnit): MonitoringArea | null {
  const districtIds = predecessorsOf(unit.id).map((step) => districtIdByCode.get(step.fromCode))
  const ranked = areas
    .map((area) => ({ area, parts: districtIds.filter((id) => id === `d17-${area.code}`).length }))
    .sort((a, b) => b.parts - a.parts || byCode(a.area, b.area))
  return ranked[0] && ranked[0].parts > 0 ? ranked[0].area : null
}

const areasByUnitId: ReadonlyMap<string, MonitoringArea | null> = new Map(
  langSon2025Units()
    .filter((unit) => unit.type === 'xa')
    .map((unit) => [unit.id, areaOfMostParts(unit)]),
)

/** The 10 areas, by code. */
export const monitoringAreas = (): readonly MonitoringArea[] => areas

/** The area of a xã of today's Lạng Sơn; null for a phường and for any other unit. */
export const areaOf = (unitId: string): MonitoringArea | null => areasByUnitId.get(unitId) ?? null

/** All xã of an area, in the cohort or not, by code. */
export function unitsOfArea(areaId: string): readonly AdminUnit[] {
  return langSon2025Units().filter((unit) => areaOf(unit.id)?.id === areaId)
}

/** How many xã of each area take part: five or all it has, and one more in the largest areas until there are 50. */
function cohortQuotas(): ReadonlyMap<string, number> {
  const sizes = areas.map((area) => ({ area, size: unitsOfArea(area.id).length }))
  const quotas = new Map(sizes.map(({ area, size }) => [area.id, Math.min(PER_AREA, size)]))
  const missing = COHORT_SIZE - [...quotas.values()].reduce((sum, quota) => sum + quota, 0)
  const largest = sizes.sort((a, b) => b.size - a.size || byCode(a.area, b.area)).slice(0, missing)
  for (const { area } of largest) quotas.set(area.id, PER_AREA + 1)
  return quotas
}

const cohort: readonly AdminUnit[] = [...cohortQuotas()]
  .flatMap(([areaId, quota]) => unitsOfArea(areaId).slice(0, quota))
  .sort(byCode)

/** The 50 xã of the demonstration, by code. Which they are is illustrative ("dữ liệu minh họa"). */
export const demonstrationCohort = (): readonly AdminUnit[] => cohort
