/**
 * One unit over time: what it was made of, what became of it, and what no list tells. A gap is part of the answer, because
 * between 2017 and 03/2025 some units went where no source we hold says (D2); nothing here is guessed.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { AdminUnit, AdminUnitType, Succession } from './admin-unit.ts'
import { langSon2017Districts, langSon2017Units } from './lang-son-2017.ts'
import { langSon2025Units, langSonProvince } from './lang-son-2025.ts'
import { predecessorsOf, successorsOf } from './succession.ts'

/** A unit before or after; `unitId` is null where only code, type and name are held. */
export interface HistoryStep {
  readonly unitId: string | null
  readonly code: string
  readonly type: AdminUnitType
  readonly name: string
  readonly share: Succession['share']
  /** First day of the newer one. */
  readonly on: LocalDate
}

/**
 * What no list tells. `began`: its first day; `before`: what it, or a part of it, was before; `joined`: whether it took in a
 * neighbour on the way; `after`: what became of it; `share`: how much of a divided unit went where.
 */
type HistoryGap = 'began' | 'before' | 'joined' | 'after' | 'share'

export interface UnitInTime {
  readonly unit: AdminUnit
  /** District of 2017, or province; null where it is not among the lists read here. */
  readonly parent: AdminUnit | null
  readonly firstDay: LocalDate | null
  readonly lastDay: LocalDate | null
  readonly before: readonly HistoryStep[]
  readonly after: readonly HistoryStep[]
  /** In the order of time; each shown as "cần kiểm tra". */
  readonly gaps: readonly HistoryGap[]
  /** Units of the other list that bore the same code under another name (PLACE-3). */
  readonly sameCode: readonly AdminUnit[]
}

const from2017 = (id: string): boolean => id.startsWith('ls17-')
const from2025 = (id: string): boolean => id.startsWith('ls25-')

/** A unit of the lists of Lạng Sơn by its id; undefined for any other. */
export const unitOfLangSon = (id: string): AdminUnit | undefined =>
  (from2017(id) ? langSon2017Units() : langSon2025Units()).find((unit) => unit.id === id)

const toPast = (step: Succession): HistoryStep => ({
  unitId: step.fromId,
  code: step.fromCode,
  type: step.fromType,
  name: step.fromName,
  share: step.share,
  on: step.on,
})

const toLater = (step: Succession): readonly HistoryStep[] =>
  langSon2025Units()
    .filter(({ id }) => id === step.toId)
    .map(({ id, code, type, name }) => ({ unitId: id, code, type, name, share: step.share, on: step.on }))

const sameCodeAs = (unit: AdminUnit): readonly AdminUnit[] =>
  (from2017(unit.id) ? langSon2025Units() : from2025(unit.id) ? langSon2017Units() : []).filter(
    ({ code, name }) => code === unit.code && name !== unit.name,
  )

function gapsOf(unit: AdminUnit, before: readonly HistoryStep[], after: readonly HistoryStep[]): readonly HistoryGap[] {
  const isOld = from2017(unit.id)
  const isUnexplained = before.length === 0 || before.some(({ unitId }) => unitId === null)
  return [
    ...(unit.validFrom === null ? (['began'] as const) : []),
    ...(!isOld && isUnexplained ? (['before'] as const) : []),
    ...(isOld && after.length > 0 ? (['joined'] as const) : []),
    ...(isOld && after.length === 0 ? (['after'] as const) : []),
    ...([...before, ...after].some(({ share }) => share === 'partial') ? (['share'] as const) : []),
  ]
}

/** See the head of this module. Rule PLACE-15. */
export function unitInTime(unit: AdminUnit): UnitInTime {
  const before = predecessorsOf(unit.id).map(toPast)
  const after = successorsOf(unit).flatMap(toLater)
  const parents = [langSonProvince(), ...langSon2017Districts()]
  const [next] = after
  return {
    unit,
    parent: parents.find(({ id }) => id === unit.parentId) ?? null,
    firstDay: unit.validFrom,
    lastDay: unit.validTo ?? (next ? addDays(next.on, -1) : null),
    before,
    after,
    gaps: gapsOf(unit, before, after),
    sameCode: sameCodeAs(unit),
  }
}
