/**
 * What an administrative unit is, and how it is named on screen. A statistics code and a name are both
 * reused over time, so neither is an identity: a unit is known by an id that carries the list it stands in.
 * A unit is never shown by its bare name where several are listed, because names repeat inside one province.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'

/** The kinds of unit met in the lists of 2017, 2025 and 2026. */
export const adminUnitTypes = ['xa', 'phuong', 'thi-tran', 'dac-khu', 'huyen', 'thanh-pho', 'thi-xa', 'tinh'] as const

export type AdminUnitType = (typeof adminUnitTypes)[number]

/** One unit as one list names it. */
export interface AdminUnit {
  /** `ls25-06001`, `ls17-05998`, `vn26-00004`; `d17-180` for a district of 2017; `p20` for a province. */
  readonly id: string
  /** Code of the General Statistics Office on the day of the list. Not an identity: see PLACE-3. */
  readonly code: string
  /** Without the word for its type: `Đoàn Kết`. */
  readonly name: string
  readonly type: AdminUnitType
  /** District in 2017, province since 01/07/2025; null for a province. */
  readonly parentId: string | null
  /** First day it existed, or null where the list does not say. */
  readonly validFrom: LocalDate | null
  /** Last day it existed; null while it exists, or where the list does not say. */
  readonly validTo: LocalDate | null
  /** The day of the list the unit was read from. */
  readonly listedOn: LocalDate
}

/** How an old unit went into a new one. Splits make this many to many. */
export interface Succession {
  /** Our unit of 2017 where code, type and name are still the same; null where only code and name are held. */
  readonly fromId: string | null
  /** Code, type and name of the old unit as of 03/2025. */
  readonly fromCode: string
  readonly fromType: AdminUnitType
  readonly fromName: string
  readonly toId: string
  /** `partial`: the old unit was divided among several new ones. */
  readonly share: 'full' | 'partial'
  /** First day of the new unit. */
  readonly on: LocalDate
}

/** Anything with a name and a word before it: an administrative unit, or a monitoring area (`dia-ban`). */
export interface NamedPlace {
  readonly name: string
  readonly type: AdminUnitType | 'dia-ban'
}

const words: Readonly<Record<NamedPlace['type'], string>> = {
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
  huyen: 'huyện',
  'thanh-pho': 'thành phố',
  'thi-xa': 'thị xã',
  tinh: 'tỉnh',
  'dia-ban': 'địa bàn',
}

/** `xã Đoàn Kết`: a proper name, alike in every language of the screen. Capitalise it with CSS where it opens a line. */
export function unitLabel(place: NamedPlace): string {
  return `${words[place.type]} ${place.name}`
}

/** `xã Hòa Bình, huyện Bình Gia`. The district, area or province is not optional: names repeat (PLACE-4). */
export function unitLabelWithParent(place: NamedPlace, parent: NamedPlace): string {
  return `${unitLabel(place)}, ${unitLabel(parent)}`
}

/** The commune level, in every list: neither a district nor a province. */
export function isCommuneLevel(unit: AdminUnit): boolean {
  return unit.type === 'xa' || unit.type === 'phuong' || unit.type === 'thi-tran' || unit.type === 'dac-khu'
}
