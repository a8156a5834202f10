/** Writes what a monitor finds and decides, and opens a round again for its correction. Judged inside the gesture. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { checkRevisable, compareRevisions } from '#domain/self-assessment/revision.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import {
  checkDecision,
  checkVerification,
  type Decision,
  isOpenToVerify,
  type Standing,
  submissionState,
  type Verification,
} from '#domain/self-assessment/verification.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { unitOfAssessment } from './assessment-names.ts'
import { field } from './entity-query.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { standingOf, verificationId, verificationStateId } from './review-reader.ts'

interface Sealed {
  readonly id: string
  readonly content: SubmissionContent
}

const sealedOf = (state: EntityState): Sealed => ({
  id: state.entity,
  content: field<SubmissionContent>(state, 'content', {} as SubmissionContent),
})

interface Stood {
  readonly sealed: Sealed
  readonly standing: Standing
}

async function readStanding(reader: GestureReader, pub: string, id: string): Promise<Result<Stood, Problem>> {
  const [submissions, verifications, decision] = await Promise.all([
    reader.ofKind(pub, 'submission'),
    reader.ofKind(pub, 'verification'),
    reader.entity(pub, verificationStateId(id)),
  ])
  const all = submissions.map(sealedOf)
  const sealed = all.find((one) => one.id === id)
  if (!sealed) return err({ code: 'assessment.not-found' })
  return ok({ sealed, standing: standingOf(sealed, all, verifications, decision) })
}

export function verify(
  { commit }: RepositoryParts,
  unit: string,
  submission: string,
  found: Readonly<Record<string, Verification>>,
): SaveResult {
  const pub = feedId(unit, 'pub')
  return commit(async (reader) => {
    const stood = await readStanding(reader, pub, submission)
    if (!stood.ok) return stood
    if (!isOpenToVerify(submissionState(stood.value.standing))) return err({ code: 'verification.not-open' })
    const own = new Map(stood.value.sealed.content.answers.map((answer) => [answer.questionId, answer]))
    const writes: EntityWrite[] = []
    for (const [question, verification] of Object.entries(found)) {
      const checked = checkVerification(own.get(question), verification)
      if (!checked.ok) return checked
      const { level, reason } = checked.value
      const fields = { unit, submission, question, level, reason }
      writes.push({ feed: pub, kind: 'verification', entity: verificationId(submission, question), fields })
    }
    return ok(writes)
  })
}

export function decide(
  { commit }: RepositoryParts,
  unit: string,
  submission: string,
  decision: Exclude<Decision, null>,
  reason: string,
): SaveResult {
  const pub = feedId(unit, 'pub')
  return commit(async (reader) => {
    const stood = await readStanding(reader, pub, submission)
    if (!stood.ok) return stood
    const { sealed, standing } = stood.value
    const may = checkDecision(standing, decision, reason)
    if (!may.ok) return may
    const fields = { unit, submission, assessment: sealed.content.assessmentId, state: decision, reason }
    return ok([{ feed: pub, kind: 'verification-state', entity: verificationStateId(submission), fields }])
  })
}

/** Nothing is left to do where the round is open already: somebody else of the commune began. */
export function startRevision({ commit }: RepositoryParts, assessment: string): SaveResult {
  const unit = unitOfAssessment(assessment)
  const [self, pub] = [feedId(unit, 'self'), feedId(unit, 'pub')]
  return commit(async (reader) => {
    const [head, sealed] = await Promise.all([reader.entity(self, assessment), reader.ofKind(pub, 'submission')])
    if (!head) return err({ code: 'assessment.not-found' })
    if (field(head, 'submission', '') === '') return ok([])
    const ofRound = sealed.map(sealedOf).filter(({ content }) => content.assessmentId === assessment)
    const [latest] = ofRound.sort((a, b) => compareRevisions(a.content, b.content))
    const stood = latest ? await readStanding(reader, pub, latest.id) : err({ code: 'assessment.not-found' } as const)
    if (!stood.ok) return stood
    const may = checkRevisable(submissionState(stood.value.standing))
    if (!may.ok) return may
    return ok([
      { feed: self, kind: 'assessment', entity: assessment, fields: { submission: null } },
      { feed: pub, kind: 'assessment-progress', entity: assessment, fields: { submittedAt: null } },
    ])
  })
}
