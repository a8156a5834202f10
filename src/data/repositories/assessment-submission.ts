/** What is sealed when a commune submits, and what is written along: the round is closed and its photos are shared. */
import { conflictsIn, type EntityState, lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { hastyPace } from '#domain/honest-answering/honest-answering.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { nextRevision } from '#domain/self-assessment/revision.ts'
import { createSubmission, type EvidenceRef, type SubmissionContent } from '#domain/self-assessment/submission.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { answerPrefix, unitOfAssessment } from './assessment-names.ts'
import { answersByQuestion } from './assessment-views.ts'
import { field, fieldsOf } from './entity-query.ts'
import type { Sealable } from './sealed-content.ts'

export interface SubmissionTask {
  /** The assessment. */
  readonly id: string
  readonly instrument: Instrument
  /** Id the submission will have. */
  readonly newId: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export async function readSubmission(
  reader: GestureReader,
  task: SubmissionTask,
  by: string,
): Promise<Result<Sealable<SubmissionContent>, Problem>> {
  const self = feedId(unitOfAssessment(task.id), 'self')
  const head = await reader.entity(self, task.id)
  if (!head) return err({ code: 'assessment.not-found' })
  if (field(head, 'submission', '')) return ok({ content: null, writesWith: () => [] })
  const given = await reader.childrenOf(self, task.id)
  const answers = answersByQuestion(given)
  const evidence = await readEvidence(reader, self, task)
  const content = createSubmission(task.instrument, {
    assessmentId: task.id,
    unit: field(head, 'unit', ''),
    round: field(head, 'round', ''),
    answers,
    evidence: evidence.map(({ ref }) => ref),
    submittedAt: new Date(task.at).toISOString(),
    submittedBy: by,
    ...(await readRevision(reader, task.id)),
    ...paceOf(given),
  })
  if (!content.ok) return content
  const disputed = disputedIn(task, given)
  if (disputed > 0) return err({ code: 'assessment.disputed', params: { count: disputed } })
  const copies = evidence.map(({ state }) => state)
  return ok({ content: content.value, writesWith: (sha256) => submissionWrites(task, content.value, copies, sha256) })
}

/** Questions that two people answered differently: over them nothing is handed in. Rule SA-27. */
function disputedIn({ instrument }: SubmissionTask, answers: readonly EntityState[]): number {
  const asked = new Set(instrument.questions.map(({ id }) => id))
  return answers.filter((state) => asked.has(field(state, 'question', '')) && conflictsIn(state.regs).length > 0).length
}

/** What a correction says of the submissions before it. Rule SA-13. */
async function readRevision(reader: GestureReader, assessment: string) {
  const children = await reader.childrenOf(feedId(unitOfAssessment(assessment), 'pub'), assessment)
  const sealed = children.filter(({ kind }) => kind === 'submission')
  return nextRevision(
    sealed.map((state) => ({ id: state.entity, content: field(state, 'content', {} as SubmissionContent) })),
  )
}

/** Rule HON-5. */
function paceOf(answers: readonly EntityState[]): Pick<SubmissionContent, 'pace'> {
  const pace = hastyPace(
    answers.map((state) => {
      const last = lastChange(state.regs)
      const questionId = field(state, 'question', '')
      return { questionId, value: null, hasOwnWords: false, at: last ? hlcToMs(last.h) : null, by: last?.u ?? null }
    }),
  )
  return pace === null ? {} : { pace }
}

interface FoundEvidence {
  readonly state: EntityState
  readonly ref: EvidenceRef
}

async function readEvidence(
  reader: GestureReader,
  self: string,
  task: SubmissionTask,
): Promise<readonly FoundEvidence[]> {
  const states = await reader.childrenUnder(self, answerPrefix(task.id))
  const asked = new Set(task.instrument.questions.map(({ id }) => id))
  return states
    .filter(({ kind }) => kind === 'evidence')
    .map((state) => ({ state, ref: evidenceRef(field(state, 'of', '').slice(answerPrefix(task.id).length), state) }))
    .filter(({ ref }) => asked.has(ref.questionId))
}

const evidenceRef = (questionId: string, state: EntityState): EvidenceRef => ({
  questionId,
  sha256: field(state, 'sha256', ''),
  mime: field(state, 'mime', ''),
  size: field(state, 'size', 0),
  caption: field(state, 'caption', ''),
})

function submissionWrites(
  { id, newId, at, instrument }: SubmissionTask,
  content: SubmissionContent,
  evidence: readonly EntityState[],
  sha256: string,
): readonly GestureWrite[] {
  const { unit } = content
  const [self, pub] = [feedId(unit, 'self'), feedId(unit, 'pub')]
  const total = instrument.questions.length
  const sealed = { unit, assessment: id, content: content as unknown as JsonValue, sha256 }
  return [
    { feed: pub, kind: 'submission', entity: newId, fields: sealed },
    { feed: self, kind: 'assessment', entity: id, fields: { submission: newId } },
    { feed: pub, kind: 'assessment-progress', entity: id, fields: { answered: total, total, submittedAt: at } },
    ...evidence.map((state) => ({ feed: pub, kind: 'evidence', entity: state.entity, fields: fieldsOf(state) })),
  ]
}
