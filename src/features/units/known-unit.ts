// Finds what the program knows of a unit: the lists of Lạng Sơn, the national one where it is asked for, and the places of
// the installation, which know of mergers after the lists were made.
import type { AdminUnit } from '#domain/place/admin-unit.ts'
import type { MonitoringArea } from '#domain/place/monitoring-areas.ts'
import type { UnitInTime } from '#domain/place/unit-in-time.ts'

export interface KnownUnit extends UnitInTime {
  /** Of today's communes of Lạng Sơn; null for all others. */
  readonly area: MonitoringArea | null
}

async function find(id: string): Promise<AdminUnit | undefined> {
  const { unitOfLangSon } = await import('#domain/place/unit-in-time.ts')
  if (!id.startsWith('vn26-')) return unitOfLangSon(id)
  const { vietnam2026Units } = await import('#domain/place/vietnam-2026.ts')
  return vietnam2026Units().find((unit) => unit.id === id)
}

async function read(id: string): Promise<KnownUnit | null> {
  const unit = await find(id)
  if (!unit) return null
  const [{ unitInTime }, { areaOf }] = await Promise.all([
    import('#domain/place/unit-in-time.ts'),
    import('#domain/place/monitoring-areas.ts'),
  ])
  const history = { ...unitInTime(unit), area: areaOf(id) }
  if (history.parent !== null || unit.parentId === null) return history
  const { vietnam2026Provinces } = await import('#domain/place/vietnam-2026.ts')
  return { ...history, parent: vietnam2026Provinces().find((province) => province.id === unit.parentId) ?? null }
}

const known = new Map<string, Promise<KnownUnit | null>>()

/** The same promise for the same unit, so that a component may `use` it. */
export function readKnownUnit(id: string): Promise<KnownUnit | null> {
  const reading = known.get(id) ?? read(id)
  known.set(id, reading)
  return reading
}
