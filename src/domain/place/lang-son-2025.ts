/**
 * Lạng Sơn since 01/07/2025 (Nghị quyết 1672/NQ-UBTVQH15): 61 xã and 4 phường, and the units of 03/2025
 * each was made of. What became of the units of 2017 until 03/2025 is written in no list we hold, so a
 * unit of 2017 is linked only where code, type and name are still the same, and never by guess (D2).
 */
import type { AdminUnit, Succession } from './admin-unit.ts'
import list from './data/lang-son-2025.json' with { type: 'json' }
import { langSon2017Units } from './lang-son-2017.ts'
import { readListDate, readUnitRow, type UnitRow } from './unit-row.ts'

const effective = readListDate(list.effective)
const unitId = (code: string): string => `ls25-${code}`

const province: AdminUnit = {
  ...readUnitRow(list.province),
  id: 'p20',
  parentId: null,
  validFrom: null,
  validTo: null,
  listedOn: effective,
}

const units: readonly AdminUnit[] = list.units.map((columns) => {
  const row = readUnitRow(columns)
  return {
    ...row,
    id: unitId(row.code),
    parentId: province.id,
    validFrom: effective,
    validTo: null,
    listedOn: effective,
  }
})

const identity = (row: UnitRow): string => `${row.code} ${row.type} ${row.name}`
const unitsOf2017ByIdentity = new Map(langSon2017Units().map((unit) => [identity(unit), unit]))

function readPart(columns: readonly string[]): Succession {
  const row = readUnitRow(columns)
  const [toCode, share] = columns.slice(3)
  if (!toCode || (share !== 'full' && share !== 'partial')) throw new Error(`unreadable part: ${columns.join(' ')}`)
  return {
    fromId: unitsOf2017ByIdentity.get(identity(row))?.id ?? null,
    fromCode: row.code,
    fromType: row.type,
    fromName: row.name,
    toId: unitId(toCode),
    share,
    on: effective,
  }
}

const successions: readonly Succession[] = list.parts.map(readPart)

/** Tỉnh Lạng Sơn, parent of today's units and of the districts of 2017. */
export const langSonProvince = (): AdminUnit => province

/** The 65 units from 01/07/2025, by code. */
export const langSon2025Units = (): readonly AdminUnit[] => units

/** Every step from a unit of 03/2025 to one of 01/07/2025: 194 units, two of them divided, 196 steps. */
export const langSon2025Successions = (): readonly Succession[] => successions
