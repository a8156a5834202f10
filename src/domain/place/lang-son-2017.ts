/**
 * Lạng Sơn as it stood one day before plan 174/KH-UBND: 226 units in 11 districts on 15/10/2017.
 * The archived plan and the scenario of the tests live here; nothing in it is today's unit.
 */
import type { AdminUnit } from './admin-unit.ts'
import list from './data/lang-son-2017.json' with { type: 'json' }
import { readListDate, readUnitRow } from './unit-row.ts'

const listedOn = readListDate(list.listedOn)
const lastDayOfDistricts = readListDate('2025-06-30')

const districtId = (code: string): string => `d17-${code}`

const districts: readonly AdminUnit[] = list.districts.map(({ district }) => {
  const row = readUnitRow(district)
  return { ...row, id: districtId(row.code), parentId: 'p20', validFrom: null, validTo: lastDayOfDistricts, listedOn }
})

const units: readonly AdminUnit[] = list.districts.flatMap(({ district, units: rows }) => {
  const parentId = districtId(readUnitRow(district).code)
  return rows.map((columns): AdminUnit => {
    const row = readUnitRow(columns)
    return { ...row, id: `ls17-${row.code}`, parentId, validFrom: null, validTo: null, listedOn }
  })
})

/** The 10 huyện and Thành phố Lạng Sơn, by code. They ended with the district level on 30/06/2025. */
export const langSon2017Districts = (): readonly AdminUnit[] => districts

/** The 226 units, by code. Their end is not in this list: ask `successionKnowledge`. */
export const langSon2017Units = (): readonly AdminUnit[] => units
