/**
 * What is known of a unit's successors, and just as important, what is not. Between 2017 and 03/2025
 * 226 units became 194 by acts we hold no list of; whoever asks is told "unknown" and shows "cần kiểm tra".
 */
import type { AdminUnit, Succession } from './admin-unit.ts'
import { langSon2025Successions } from './lang-son-2025.ts'

/**
 * `unchanged`: code, type and name were the same in 03/2025. It may still have taken in a neighbour.
 * `unknown`: gone, or its code named another unit by then; shown as "cần kiểm tra".
 */
export type SuccessionKnowledge = 'unchanged' | 'unknown'

function groupSteps(key: (step: Succession) => string | null): ReadonlyMap<string, readonly Succession[]> {
  const groups = new Map<string, Succession[]>()
  for (const step of langSon2025Successions()) {
    const id = key(step)
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), step])
  }
  return groups
}

const stepsByOldUnit = groupSteps((step) => step.fromId)
const stepsByNewUnit = groupSteps((step) => step.toId)

/** Whether the way of a unit of 2017 to today's units is known. */
export function successionKnowledge(unit2017: AdminUnit): SuccessionKnowledge {
  return stepsByOldUnit.has(unit2017.id) ? 'unchanged' : 'unknown'
}

/** The steps from a unit of 2017 to today's; empty where unknown, several where the unit was divided. */
export const successorsOf = (unit2017: AdminUnit): readonly Succession[] => stepsByOldUnit.get(unit2017.id) ?? []

/** The steps from units of 03/2025 into one of today's, by their id; empty for a unit of another list. */
export const predecessorsOf = (unitId: string): readonly Succession[] => stepsByNewUnit.get(unitId) ?? []
