/** Reads what was found about the forms a commune handed in: by their filling, and by the ids that name a submission. */
import { feedId } from '#domain/change/feed.ts'
import {
  answerPrefix,
  fillingOfAnswer,
  unitOfFilling,
  verificationPrefix,
} from '#domain/questionnaire/filling/filling-names.ts'
import type { FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import {
  type FillingVerification,
  fillingVerificationCount,
  type FillingVerifications,
  isFound,
  noFillingVerification,
  verifiableAnswers,
} from '#domain/questionnaire/filling/filling-verification.ts'
import { revisionOf } from '#domain/self-assessment/revision.ts'
import { type Standing, submissionState } from '#domain/self-assessment/verification.ts'
import type { FillingPhotos, FillingReview, FillingVerificationView } from '#data/contract/filling-review-contract.ts'
import type { FillingSubmissionView } from '#data/contract/form-filling-contract.ts'
import type { RevisionItem } from '#data/contract/review-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import {
  type Fielded,
  field,
  isDisputed,
  nullable,
  rowOf,
  rowsNamed,
  rowsOfKind,
  rowsOfParents,
} from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { listFillingSubmissions } from './form-filling-reader.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { decisionOf, decisionRow } from './review-reader.ts'
import { writtenBy } from './written-by.ts'

const levelOf = (of: Fielded): FillingVerification['level'] => {
  const level = nullable<unknown>(of, 'level')
  return level === 'agreed' || level === 'other' ? level : null
}

/** A level of another scale or of a newer version counts as none. */
const foundIn = (of: Fielded): FillingVerification => ({
  level: levelOf(of),
  value: field(of, 'value', noFillingVerification.value),
  reason: field(of, 'reason', noFillingVerification.reason),
})

export const foundByQuestion = (submission: string, rows: readonly Fielded[]): FillingVerifications =>
  Object.fromEntries(
    rows
      .filter((row) => field(row, 'submission', '') === submission)
      .map((row) => [field(row, 'question', ''), foundIn(row)] as const)
      .filter(([, found]) => isFound(found)),
  )

export interface SealedFilling {
  readonly id: string
  readonly content: FillingContent
}

/** Where a submission stands. Rule FIL-13. */
export function fillingStanding(
  { id, content }: SealedFilling,
  all: readonly SealedFilling[],
  verifications: readonly Fielded[],
  decision: Fielded | undefined,
): Standing {
  const { verified, total } = fillingVerificationCount(content, foundByQuestion(id, verifications))
  const asked = new Set(verifiableAnswers(content).map(({ path }) => path))
  const about = verifications.filter((of) => field(of, 'submission', '') === id && asked.has(field(of, 'question', '')))
  return {
    decision: decisionOf(decision),
    verified,
    total,
    disputed: about.filter(isDisputed).length,
    isSuperseded: all.some((other) => revisionOf(other.content) > revisionOf(content)),
  }
}

export async function readFillingReview(
  { db, identity }: RepositoryParts,
  filling: string,
  wanted?: string,
): Promise<FillingReview | null> {
  const submissions = await listFillingSubmissions(db, filling)
  const submission = wanted === undefined ? submissions[0] : submissions.find(({ id }) => id === wanted)
  if (submission === undefined) return null
  const pub = feedId(unitOfFilling(filling), 'pub')
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [found, decisions, progress, locate] = await Promise.all([
      Promise.all(submissions.map(({ id }) => rowsNamed(db, pub, verificationPrefix(id)))),
      rowsOfKind(db, pub, 'verification-state'),
      rowOf(db, pub, filling),
      readLocations(db),
    ])
    const written = writtenBy(identity(), locate)
    const rows = found.flat().filter(({ kind }) => kind === 'verification')
    const stateOf = (of: FillingSubmissionView) =>
      submissionState(fillingStanding(of, submissions, rows, decisionRow(decisions, of.id)))
    const decided = decisionRow(decisions, submission.id)
    const decision = decisionOf(decided)
    return {
      submission,
      revision: revisionOf(submission.content),
      state: stateOf(submission),
      verifications: viewsOf(submission.id, rows, written),
      decision: decided && decision ? { decision, reason: field(decided, 'reason', ''), ...written(decided) } : null,
      revisions: submissions.map(
        (one): RevisionItem => ({
          id: one.id,
          revision: revisionOf(one.content),
          submittedAt: one.content.submittedAt,
          state: stateOf(one),
        }),
      ),
      startedOn: progress ? field(progress, 'startedOn', '') : '',
      isCorrecting: progress !== undefined && nullable(progress, 'submittedAt') === null,
    }
  })
}

function viewsOf(
  submission: string,
  rows: readonly EntityRow[],
  written: ReturnType<typeof writtenBy>,
): Readonly<Record<string, FillingVerificationView>> {
  const found = foundByQuestion(submission, rows)
  return Object.fromEntries(
    rows.flatMap((row) => {
      const question = field(row, 'question', '')
      const one = field(row, 'submission', '') === submission ? found[question] : undefined
      return one ? [[question, { ...one, ...written(row), hasConflict: isDisputed(row) }] as const] : []
    }),
  )
}

export async function readReviewOfSubmission(
  parts: RepositoryParts,
  unit: string,
  submission: string,
): Promise<FillingReview | null> {
  const row = await readIn(parts.db, [parts.db.ent], async () => rowOf(parts.db, feedId(unit, 'pub'), submission))
  const filling = row?.kind === 'filling-submission' ? field(row, 'filling', '') : ''
  return filling === '' ? null : readFillingReview(parts, filling, submission)
}

/** When the filling an answer's photo hangs on was handed in; null while it is not. */
const handedInAt = (progress: readonly EntityRow[]): ReadonlyMap<string, number | null> =>
  new Map(progress.map((row) => [row.e, nullable<number>(row, 'submittedAt')]))

/** Rule HON-6. Photos handed in with a filling are copied to the shared feed under the name of their answer. */
export const readFillingPhotos = (
  db: LocalDatabase,
  filling: string,
  audience: 'self' | 'pub',
): Promise<FillingPhotos> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const unit = unitOfFilling(filling)
    const pub = feedId(unit, 'pub')
    const [own, shared, progress, locate] = await Promise.all([
      rowsOfParents(db, feedId(unit, audience), answerPrefix(filling)),
      rowsOfParents(db, pub, `fan.fil.${unit}.`),
      rowsOfKind(db, pub, 'filling-progress'),
      readLocations(db),
    ])
    const times = handedInAt(progress)
    const isEarlier = (row: EntityRow): boolean => {
      const other = fillingOfAnswer(field(row, 'of', '')) ?? filling
      const at = times.get(other) ?? Number.POSITIVE_INFINITY
      return row.kind === 'evidence' && other !== filling && at < (times.get(filling) ?? Number.POSITIVE_INFINITY)
    }
    return {
      photos: Array.from(evidenceBySubject(own, locate).values()).flat(),
      earlier: shared.filter(isEarlier).map((row) => field(row, 'sha256', '')),
    }
  })
