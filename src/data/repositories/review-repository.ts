/** What comes after handing in, as one part of the store: verification, corrections, improvement actions, distribution. */
import type { ReviewRepository } from '#data/contract/review-contract.ts'
import { addAction, changeAction, listActions, moveAction } from './action-writer.ts'
import { readDistribution, shareDistribution } from './distribution-sharing.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { readReview } from './review-reader.ts'
import { decide, startRevision, verify } from './review-writer.ts'

export const createReviewRepository = (parts: RepositoryParts): ReviewRepository => ({
  of: (unitId, submission) => readReview(parts.db, parts.identity(), unitId, submission),
  verify: (unitId, submission, found) => verify(parts, unitId, submission, found),
  decide: (unitId, submission, decision, reason) => decide(parts, unitId, submission, decision, reason),
  startRevision: (assessment) => startRevision(parts, assessment),
  actions: (unitIds) => listActions(parts, unitIds),
  addAction: (action) => addAction(parts, action),
  changeAction: (unitId, id, patch) => changeAction(parts, unitId, id, patch),
  moveAction: (unitId, id, to, outcome) => moveAction(parts, unitId, id, to, outcome),
  distribution: (instrument) => readDistribution(parts.db, parts, instrument),
  shareDistribution: (instrument, unitIds) => shareDistribution(parts, instrument, unitIds),
})
