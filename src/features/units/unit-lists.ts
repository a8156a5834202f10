// The three lists a person can look into, read only when asked for: the national one is the largest piece of data.
import type { AdminUnit } from '#domain/place/admin-unit.ts'
import { createUnitIndex, type UnitIndex } from '#domain/place/unit-search.ts'

export const unitListIds = ['2026', '2025', '2017'] as const
export type UnitListId = (typeof unitListIds)[number]

export const isUnitListId = (text: string | undefined): text is UnitListId =>
  (unitListIds as readonly (string | undefined)[]).includes(text)

export interface UnitList {
  readonly index: UnitIndex
  readonly units: readonly AdminUnit[]
  readonly parentsById: ReadonlyMap<string, AdminUnit>
}

function listOf(units: readonly AdminUnit[], parents: readonly AdminUnit[]): UnitList {
  const parentsById = new Map(parents.map((parent) => [parent.id, parent]))
  const parentOf = (unit: AdminUnit) => (unit.parentId === null ? null : (parentsById.get(unit.parentId) ?? null))
  return { index: createUnitIndex(units, parentOf), units, parentsById }
}

const readers: Readonly<Record<UnitListId, () => Promise<UnitList>>> = {
  async 2017() {
    const { langSon2017Districts, langSon2017Units } = await import('#domain/place/lang-son-2017.ts')
    return listOf(langSon2017Units(), langSon2017Districts())
  },
  async 2025() {
    const { langSon2025Units, langSonProvince } = await import('#domain/place/lang-son-2025.ts')
    return listOf(langSon2025Units(), [langSonProvince()])
  },
  async 2026() {
    const { vietnam2026Provinces, vietnam2026Units } = await import('#domain/place/vietnam-2026.ts')
    return listOf(vietnam2026Units(), vietnam2026Provinces())
  },
}

const listsById = new Map<UnitListId, Promise<UnitList>>()

/** The same promise for the same list, so that a component may `use` it. */
export function readUnitList(id: UnitListId): Promise<UnitList> {
  const known = listsById.get(id) ?? readers[id]()
  listsById.set(id, known)
  return known
}
