// Why a round can be read but not written, in the order in which the reasons matter to the person.
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import type { Person } from '#features/screen-props.ts'
import { draftFeed } from './paths.ts'

export type ReadOnlyReason = 'role' | 'submitted'

/** Null where the person may answer. */
export function readOnlyReason(
  person: Person,
  round: Pick<AssessmentListItem, 'unitId' | 'submittedAt'>,
): ReadOnlyReason | null {
  if (round.submittedAt !== null) return 'submitted'
  return person.may('answer', draftFeed(round.unitId)) ? null : 'role'
}

export const mayStartRound = (person: Person, unitId: string): boolean => person.may('assessment', draftFeed(unitId))
