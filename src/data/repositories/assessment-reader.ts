/** Reads self-assessments: what of a round stands in the commune's drafts and what in the feed shared upward. */
import { feedId } from '#domain/change/feed.ts'
import type { Answer } from '#domain/self-assessment/answer.ts'
import { compareRevisions } from '#domain/self-assessment/revision.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import type {
  AssessmentListItem,
  AssessmentView,
  QuestionView,
  SubmissionView,
} from '#data/contract/self-assessment-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations, worstLocation } from '#data/location.ts'
import { assessmentItem } from './assessment-list.ts'
import { answerId, answerPrefix, compareRounds, unitOfAssessment } from './assessment-names.ts'
import { answerOf, answerView, movedIn, submissionView } from './assessment-views.ts'
import { field, rowOf, rowsOfKind, rowsOfParent, rowsOfParents } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

export const readAssessment = (db: LocalDatabase, id: string): Promise<AssessmentView | null> =>
  reading(db, async () => {
    const [self, pub] = [feedId(unitOfAssessment(id), 'self'), feedId(unitOfAssessment(id), 'pub')]
    const [draft, progress, answerRows, evidenceRows, locate] = await Promise.all([
      rowOf(db, self, id),
      rowOf(db, pub, id),
      rowsOfParent(db, self, id),
      rowsOfParents(db, self, answerPrefix(id)),
      readLocations(db),
    ])
    if (!draft) return null
    const item = assessmentItem({ id, draft, progress }, locate)
    const evidence = evidenceBySubject(evidenceRows, locate)
    const views = answerRows.map((row) => answerView(row, id, evidence, locate))
    const locations = [item.location, ...views.map(({ location }) => location), ...evidenceRows.map(locate)]
    return {
      ...item,
      moved: movedIn(draft),
      location: worstLocation(locations),
      answers: Object.fromEntries(views.map((view) => [view.questionId, view])),
      previousScores: await readPreviousScores(db, item),
    }
  })

export const readQuestion = (db: LocalDatabase, id: string, questionId: string): Promise<QuestionView | null> =>
  reading(db, async () => {
    const [self, pub] = [feedId(unitOfAssessment(id), 'self'), feedId(unitOfAssessment(id), 'pub')]
    const entity = answerId(id, questionId)
    const [draft, progress, answer, evidenceRows, locate] = await Promise.all([
      rowOf(db, self, id),
      rowOf(db, pub, id),
      rowOf(db, self, entity),
      rowsOfParent(db, self, entity),
      readLocations(db),
    ])
    if (!draft) return null
    const assessment = assessmentItem({ id, draft, progress }, locate)
    return {
      assessment,
      answer: answer ? answerView(answer, id, evidenceBySubject(evidenceRows, locate), locate) : null,
      previousScore: (await readPreviousScores(db, assessment, questionId))[questionId] ?? null,
    }
  })

/** Scores of the round before: as submitted, or as drafted where it never was. With `only`, of one question. */
async function readPreviousScores(
  db: LocalDatabase,
  { unitId, round }: AssessmentListItem,
  only?: string,
): Promise<Readonly<Record<string, Answer['score']>>> {
  const [self, pub] = [feedId(unitId, 'self'), feedId(unitId, 'pub')]
  const known = [...(await rowsOfKind(db, self, 'assessment')), ...(await rowsOfKind(db, pub, 'assessment-progress'))]
  const before = known
    .filter((row) => compareRounds(field(row, 'round', ''), round) < 0)
    .sort((a, b) => compareRounds(field(b, 'round', ''), field(a, 'round', '')))[0]?.e
  if (before === undefined) return {}
  const submitted = (await rowsOfParent(db, pub, before)).filter(({ kind }) => kind === 'submission').at(-1)
  if (submitted) {
    const { answers = [] } = field<Partial<SubmissionContent>>(submitted, 'content', {})
    return Object.fromEntries(answers.map(({ questionId, score }) => [questionId, score]))
  }
  const one = only === undefined ? undefined : await rowOf(db, self, answerId(before, only))
  const rows = only === undefined ? await rowsOfParent(db, self, before) : one ? [one] : []
  return Object.fromEntries(rows.map((row) => [field(row, 'question', ''), answerOf(row).score]))
}

/** Newest round first, and of a round its latest revision first. */
export const listSubmissions = (db: LocalDatabase, unitId: string): Promise<readonly SubmissionView[]> =>
  reading(db, async () => {
    const pub = feedId(unitId, 'pub')
    const [rows, locate] = await Promise.all([rowsOfKind(db, pub, 'submission'), readLocations(db)])
    const views = await Promise.all(
      rows.map(async (row) => {
        const evidence = evidenceBySubject(
          await rowsOfParents(db, pub, answerPrefix(field(row, 'assessment', ''))),
          locate,
        )
        return submissionView(row, [...evidence.values()].flat(), locate)
      }),
    )
    return views.sort(
      (a, b) => compareRounds(b.content.round, a.content.round) || compareRevisions(a.content, b.content),
    )
  })
