/**
 * Work written while a right still held may arrive long after it ended: a tablet in a drawer, a village without network.
 * It is taken for the day it was made, within a term; what comes later still is kept for a person to decide.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Grant } from './role.ts'

/** How many days after its last day a grant still speaks for work of its time. Rule ACC-9. */
const GRACE_DAYS = 90

/** The grants that still speak for work that arrives on this day, whatever day it was made. */
export function grantsStillHeard(grants: readonly Grant[], arrivesOn: LocalDate): readonly Grant[] {
  const earliestEnd = addDays(arrivesOn, -GRACE_DAYS)
  return grants.filter(({ to }) => to === null || to >= earliestEnd)
}
