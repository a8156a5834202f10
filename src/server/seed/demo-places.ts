/** The tree the demonstration is granted on: province, its ten monitoring areas, and the communes (decision D1). */
import { langSon2025Units, langSonProvince } from '#domain/place/lang-son-2025.ts'
import { type AdminUnit, type NamedPlace, unitLabel } from '#domain/place/admin-unit.ts'
import { areaOf, demonstrationCohort, monitoringAreas } from '#domain/place/monitoring-areas.ts'
import type { WirePlace } from '#protocol/session-message.ts'

/** `Xã Đoàn Kết`: a name that stands alone begins with a capital. */
function nameOf(place: NamedPlace): string {
  const label = unitLabel(place)
  return label.charAt(0).toUpperCase() + label.slice(1)
}

const cohort = new Set(demonstrationCohort().map(({ id }) => id))

/** A commune that takes part belongs to its area; the others stand directly under the province. */
const parentOf = (unit: AdminUnit): string =>
  (cohort.has(unit.id) ? areaOf(unit.id)?.id : undefined) ?? langSonProvince().id

export function demoPlaces(): readonly WirePlace[] {
  const province = langSonProvince()
  return [
    { id: province.id, parent: null, kind: 'province', name: nameOf(province), code: province.code },
    ...monitoringAreas().map((area) => ({
      id: area.id,
      parent: province.id,
      kind: 'area' as const,
      name: nameOf(area),
      code: area.code,
    })),
    ...langSon2025Units().map((unit) => ({
      id: unit.id,
      parent: parentOf(unit),
      kind: 'commune' as const,
      name: nameOf(unit),
      code: unit.code,
    })),
  ]
}
