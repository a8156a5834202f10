/**
 * Reads what was found about submissions. Verifications are found by their kind and not by a parent column: a device
 * that knew nothing of them may have stored some before it was updated.
 */
import { feedId } from '#domain/change/feed.ts'
import type { Score } from '#domain/self-assessment/answer.ts'
import { compareRevisions, revisionOf } from '#domain/self-assessment/revision.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import {
  type Decision,
  isVerified,
  noVerification,
  type Standing,
  submissionState,
  type Verification,
} from '#domain/self-assessment/verification.ts'
import type { ReviewView, RevisionItem, VerificationView } from '#data/contract/review-contract.ts'
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { listSubmissions } from './assessment-reader.ts'
import { type Fielded, field, isDisputed, nullable, rowsOfKind } from './entity-query.ts'
import { type ReadWritten, writtenBy } from './written-by.ts'

export const verificationId = (submission: string, question: string): string => `ver.${submission}.${question}`
export const verificationStateId = (submission: string): string => `vst.${submission}`

const verificationOf = (of: Fielded): Verification => ({
  level: nullable<Score>(of, 'level'),
  reason: field(of, 'reason', noVerification.reason),
})

/** A word of a newer version counts as none. */
export const decisionOf = (of: Fielded | undefined): Decision => {
  const state = of ? nullable<string>(of, 'state') : null
  return state === 'closed' || state === 'reopened' ? state : null
}

interface Sealed {
  readonly id: string
  readonly content: SubmissionContent
}

/** Where a submission stands, from the records of its commune's shared feed. */
export function standingOf(
  { id, content }: Sealed,
  all: readonly Sealed[],
  verifications: readonly Fielded[],
  decision: Fielded | undefined,
): Standing {
  const asked = new Set(content.answers.map(({ questionId }) => questionId))
  const about = verifications.filter((of) => field(of, 'submission', '') === id && asked.has(field(of, 'question', '')))
  const verified = about.filter((of) => isVerified(verificationOf(of)))
  const later = all.some(
    (other) => other.content.assessmentId === content.assessmentId && revisionOf(other.content) > revisionOf(content),
  )
  return {
    decision: decisionOf(decision),
    verified: verified.length,
    total: content.answers.length,
    disputed: about.filter(isDisputed).length,
    isSuperseded: later,
  }
}

interface ReviewRows {
  readonly submissions: readonly SubmissionView[]
  readonly verifications: readonly EntityRow[]
  readonly decisions: readonly EntityRow[]
  readonly written: ReadWritten
}

export async function readReview(
  db: LocalDatabase,
  identity: StoredIdentity,
  unitId: string,
  id: string,
): Promise<ReviewView | null> {
  const submissions = await listSubmissions(db, unitId)
  const submission = submissions.find((one) => one.id === id)
  if (submission === undefined) return null
  const pub = feedId(unitId, 'pub')
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [verifications, decisions, locate] = await Promise.all([
      rowsOfKind(db, pub, 'verification'),
      rowsOfKind(db, pub, 'verification-state'),
      readLocations(db),
    ])
    return reviewView(submission, { submissions, verifications, decisions, written: writtenBy(identity, locate) })
  })
}

export const decisionRow = (decisions: readonly EntityRow[], submission: string): EntityRow | undefined =>
  decisions.find((row) => row.e === verificationStateId(submission))

function reviewView(submission: SubmissionView, rows: ReviewRows): ReviewView {
  const { submissions, verifications, decisions, written } = rows
  const stateOf = (of: SubmissionView) =>
    submissionState(standingOf(of, submissions, verifications, decisionRow(decisions, of.id)))
  const decided = decisionRow(decisions, submission.id)
  const decision = decisionOf(decided)
  return {
    submission,
    revision: revisionOf(submission.content),
    state: stateOf(submission),
    verifications: viewsByQuestion(submission.id, rows),
    decision: decided && decision ? { decision, reason: field(decided, 'reason', ''), ...written(decided) } : null,
    revisions: submissions
      .filter(({ content }) => content.assessmentId === submission.content.assessmentId)
      .sort((a, b) => compareRevisions(a.content, b.content))
      .map(
        (one): RevisionItem => ({
          id: one.id,
          revision: revisionOf(one.content),
          submittedAt: one.content.submittedAt,
          state: stateOf(one),
        }),
      ),
  }
}

function viewsByQuestion(
  submission: string,
  { verifications, written }: ReviewRows,
): Readonly<Record<string, VerificationView>> {
  const views = verifications
    .filter((row) => field(row, 'submission', '') === submission)
    .map((row) => ({ row, found: verificationOf(row) }))
    .filter(({ found }) => isVerified(found))
  return Object.fromEntries(
    views.map(({ row, found }) => [
      field(row, 'question', ''),
      { ...found, ...written(row), hasConflict: isDisputed(row) },
    ]),
  )
}
