// Who may declare a stage, and why not, in the order in which the reasons matter to the person.
import type { Person } from '#features/screen-props.ts'
import type { Stage } from '#domain/pilot/stage-template.ts'
import { sharedFeed } from './paths.ts'

export type ReadOnlyReason = 'province' | 'role'

/** Null where the person may declare. A stage without weight is the province's own evaluation (PIL-1). */
export function readOnlyReason(person: Person, unitId: string, stage: Pick<Stage, 'weight'>): ReadOnlyReason | null {
  if (stage.weight === 0) return 'province'
  return person.may('stage-event', sharedFeed(unitId), 'declared-done') ? null : 'role'
}
