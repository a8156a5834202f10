// Why a round can be read but not written, in the order in which the reasons matter to the person.
import type { AnswerView, AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import { mayChooseBetween } from '#domain/access/choice-rights.ts'
import type { Person } from '#features/screen-props.ts'
import { draftFeed } from './paths.ts'

export type ReadOnlyReason = 'role' | 'submitted' | 'conflict'

/** Null where the person may answer. */
export function readOnlyReason(
  person: Person,
  round: Pick<AssessmentListItem, 'unitId' | 'submittedAt'>,
): ReadOnlyReason | null {
  if (round.submittedAt !== null) return 'submitted'
  return person.may('answer', draftFeed(round.unitId)) ? null : 'role'
}

export const mayStartRound = (person: Person, unitId: string): boolean => person.may('assessment', draftFeed(unitId))

/** Where two people answered differently nobody answers over both but who may choose (ACC-19). Rule SA-23. */
export function answerAccess(
  person: Person,
  round: Pick<AssessmentListItem, 'unitId' | 'submittedAt'>,
  answer: Pick<AnswerView, 'hasConflict'> | null,
) {
  const ofRound = readOnlyReason(person, round)
  const mayChoose = mayChooseBetween(person, 'answer', draftFeed(round.unitId))
  const isDisputed = answer?.hasConflict === true && !mayChoose
  const readOnly = ofRound ?? (isDisputed ? ('conflict' as const) : null)
  return { readOnly, canEdit: readOnly === null, canChoose: ofRound === null && mayChoose }
}
