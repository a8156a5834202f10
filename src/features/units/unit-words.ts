// How a unit is named on the screens about units: with a capital where it stands alone.
import { type NamedPlace, unitLabel } from '#domain/place/admin-unit.ts'

/** `Xã Đoàn Kết`. */
export function standingLabel(place: NamedPlace): string {
  const label = unitLabel(place)
  return label.charAt(0).toLocaleUpperCase('vi') + label.slice(1)
}
