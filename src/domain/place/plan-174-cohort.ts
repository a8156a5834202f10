/**
 * The names of the 50 pilot communes of plan 174/KH-UBND (16/10/2017) are in no source we hold. This cohort
 * stands in for them and is illustrative ("dữ liệu minh họa"): five xã per huyện, the first by code among
 * those that still had code and name in 03/2025, so that every one can be followed to today's units.
 */
import type { AdminUnit } from './admin-unit.ts'
import { langSon2017Districts, langSon2017Units } from './lang-son-2017.ts'
import { langSon2025Units } from './lang-son-2025.ts'
import { successionKnowledge, successorsOf } from './succession.ts'

const PER_DISTRICT = 5

const firstUnchanged = (district: AdminUnit): readonly AdminUnit[] =>
  langSon2017Units()
    .filter((unit) => unit.parentId === district.id && unit.type === 'xa')
    .filter((unit) => successionKnowledge(unit) === 'unchanged')
    .slice(0, PER_DISTRICT)

const cohort: readonly AdminUnit[] = langSon2017Districts()
  .filter((district) => district.type === 'huyen')
  .flatMap(firstUnchanged)

/** The 50 illustrative communes of 2017, by code. */
export const plan174Cohort = (): readonly AdminUnit[] => cohort

/** Today's units that the cohort went into, in whole or in part, by code: 29. */
export function plan174SuccessorUnits(): readonly AdminUnit[] {
  const ids = new Set(cohort.flatMap(successorsOf).map((step) => step.toId))
  return langSon2025Units().filter((unit) => ids.has(unit.id))
}
