/**
 * Writes what is found and decided about a form that was handed in, and opens it again for its correction. Judged
 * inside the gesture, by the same states as a self-assessment.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingVerificationId, unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import {
  checkFillingVerification,
  type FillingVerifications,
  verifiableAnswers,
} from '#domain/questionnaire/filling/filling-verification.ts'
import { checkRevisable, compareRevisions } from '#domain/self-assessment/revision.ts'
import {
  checkDecision,
  type Decision,
  isOpenToVerify,
  type Standing,
  submissionState,
} from '#domain/self-assessment/verification.ts'
import type { FillingReviewRepository } from '#data/contract/filling-review-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { field } from './entity-query.ts'
import {
  fillingStanding,
  readFillingPhotos,
  readFillingReview,
  readReviewOfSubmission,
  type SealedFilling,
} from './filling-review-reader.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { verificationStateId } from './review-reader.ts'

export const createFillingReviewRepository = (parts: RepositoryParts): FillingReviewRepository => ({
  of: (filling, submission) => readFillingReview(parts, filling, submission),
  ofSubmission: (unitId, submission) => readReviewOfSubmission(parts, unitId, submission),
  photos: (filling, audience) => readFillingPhotos(parts.db, filling, audience),
  verify: (filling, submission, found) => verify(parts, filling, submission, found),
  decide: (filling, submission, decision, reason) => decide(parts, filling, submission, { decision, reason }),
  startRevision: (filling) => startRevision(parts, filling),
})

const sealedOf = (state: EntityState): SealedFilling => ({
  id: state.entity,
  content: field<FillingContent>(state, 'content', {} as FillingContent),
})

interface Stood {
  readonly sealed: SealedFilling
  readonly standing: Standing
}

const sealedIn = async (reader: GestureReader, filling: string): Promise<readonly SealedFilling[]> =>
  (await reader.childrenOf(feedId(unitOfFilling(filling), 'pub'), filling))
    .filter(({ kind }) => kind === 'filling-submission')
    .map(sealedOf)
    .sort((a, b) => compareRevisions(a.content, b.content))

async function readStanding(reader: GestureReader, filling: string, id: string): Promise<Result<Stood, Problem>> {
  const pub = feedId(unitOfFilling(filling), 'pub')
  const [all, verifications, decision] = await Promise.all([
    sealedIn(reader, filling),
    reader.ofKind(pub, 'verification'),
    reader.entity(pub, verificationStateId(id)),
  ])
  const sealed = all.find((one) => one.id === id)
  if (!sealed) return err({ code: 'filling.not-found' })
  return ok({ sealed, standing: fillingStanding(sealed, all, verifications, decision) })
}

function verify(
  { commit }: RepositoryParts,
  filling: string,
  submission: string,
  found: FillingVerifications,
): SaveResult {
  const unit = unitOfFilling(filling)
  return commit(async (reader) => {
    const stood = await readStanding(reader, filling, submission)
    if (!stood.ok) return stood
    if (!isOpenToVerify(submissionState(stood.value.standing))) return err({ code: 'verification.not-open' })
    const own = new Map(verifiableAnswers(stood.value.sealed.content).map((answer) => [answer.path, answer]))
    const writes: EntityWrite[] = []
    for (const [question, one] of Object.entries(found)) {
      const answer = own.get(question)
      if (answer === undefined) return err({ code: 'filling.not-found' })
      const checked = checkFillingVerification(answer, one)
      if (!checked.ok) return checked
      const entity = fillingVerificationId(submission, question)
      const fields = { unit, submission, question, ...checked.value }
      writes.push({ feed: feedId(unit, 'pub'), kind: 'verification', entity, fields })
    }
    return ok(writes)
  })
}

function decide(
  { commit }: RepositoryParts,
  filling: string,
  submission: string,
  { decision, reason }: { readonly decision: Exclude<Decision, null>; readonly reason: string },
): SaveResult {
  const unit = unitOfFilling(filling)
  return commit(async (reader) => {
    const stood = await readStanding(reader, filling, submission)
    if (!stood.ok) return stood
    const may = checkDecision(stood.value.standing, decision, reason)
    if (!may.ok) return may
    const fields = { unit, submission, assessment: filling, state: decision, reason }
    const entity = verificationStateId(submission)
    return ok([{ feed: feedId(unit, 'pub'), kind: 'verification-state', entity, fields }])
  })
}

/** Nothing is left to do where the form is open already: somebody else of the commune began. Rule FIL-14. */
function startRevision({ commit }: RepositoryParts, filling: string): SaveResult {
  const unit = unitOfFilling(filling)
  const [self, pub] = [feedId(unit, 'self'), feedId(unit, 'pub')]
  return commit(async (reader) => {
    const head = await reader.entity(self, filling)
    if (!head) return err({ code: 'filling.not-found' })
    if (field(head, 'submission', '') === '') return ok([])
    const [latest] = await sealedIn(reader, filling)
    const stood = latest ? await readStanding(reader, filling, latest.id) : err({ code: 'filling.not-found' } as const)
    if (!stood.ok) return stood
    const may = checkRevisable(submissionState(stood.value.standing))
    if (!may.ok) return may
    return ok([
      { feed: self, kind: 'filling', entity: filling, fields: { submission: null } },
      { feed: pub, kind: 'filling-progress', entity: filling, fields: { submittedAt: null } },
    ])
  })
}
