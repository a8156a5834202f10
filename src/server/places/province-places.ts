/** The units of one province out of the list of 2026 that comes with the program, by the code of the province. */
import { type NamedPlace, unitLabel } from '#domain/place/admin-unit.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'
import type { WirePlace } from '#protocol/session-message.ts'

/** `Xã Đoàn Kết`: a name that stands alone begins with a capital. */
function nameOf(place: NamedPlace): string {
  const label = unitLabel(place)
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** Undefined where no province has this code. */
export function provincePlaces(code: string): readonly WirePlace[] | undefined {
  const province = vietnam2026Provinces().find((one) => one.code === code)
  if (!province) return undefined
  const units = vietnam2026Units().filter(({ parentId }) => parentId === province.id)
  const placeOf = (unit: NamedPlace & { readonly id: string; readonly code: string }) => ({
    id: unit.id,
    name: nameOf(unit),
    code: unit.code,
  })
  return [
    { ...placeOf(province), parent: null, kind: 'province' },
    ...units.map((unit) => ({ ...placeOf(unit), parent: province.id, kind: 'commune' as const })),
  ]
}

/** Code and name of each, to choose from. */
export const provinceChoices = (): readonly string[] =>
  vietnam2026Provinces().map((province) => `${province.code} ${nameOf(province)}`)

/** The id of a unit by its code, where the list of 2026 has it in this province; so one unit never has two ids. */
export function knownUnitId(provinceId: string, code: string): string | undefined {
  return vietnam2026Units().find((unit) => unit.parentId === provinceId && unit.code === code)?.id
}
