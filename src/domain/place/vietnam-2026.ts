/**
 * The whole country at 30/04/2026: 34 provinces and 3,321 units. Import this module lazily
 * (`await import('#domain/place/vietnam-2026.ts')`): its list is the largest piece of data in the program.
 * Lạng Sơn's entries are the very units of `lang-son-2025.ts`, so that one unit never has two ids or two spellings.
 */
import type { AdminUnit } from './admin-unit.ts'
import list from './data/vietnam-2026.json' with { type: 'json' }
import { langSon2025Units, langSonProvince } from './lang-son-2025.ts'
import { readListDate, readUnitRow } from './unit-row.ts'

const listedOn = readListDate(list.listedOn)
const unitsOfLangSonByCode = new Map(langSon2025Units().map((unit) => [unit.code, unit]))

function readProvince(columns: readonly string[]): AdminUnit {
  const row = readUnitRow(columns)
  if (row.code === langSonProvince().code) return langSonProvince()
  return { ...row, id: `p${row.code}`, parentId: null, validFrom: null, validTo: null, listedOn }
}

function readUnit(columns: readonly string[], parentId: string): AdminUnit {
  const row = readUnitRow(columns)
  const known = parentId === langSonProvince().id ? unitsOfLangSonByCode.get(row.code) : undefined
  return known ?? { ...row, id: `vn26-${row.code}`, parentId, validFrom: null, validTo: null, listedOn }
}

const provinces: readonly AdminUnit[] = list.provinces.map((entry) => readProvince(entry.province))

const units: readonly AdminUnit[] = list.provinces.flatMap((entry) => {
  const province = readProvince(entry.province)
  return entry.units.map((columns) => readUnit(columns, province.id))
})

/** The 34 provinces and centrally-run cities, by code. */
export const vietnam2026Provinces = (): readonly AdminUnit[] => provinces

/** The 3,321 units, province by province in the order of the source. */
export const vietnam2026Units = (): readonly AdminUnit[] => units
