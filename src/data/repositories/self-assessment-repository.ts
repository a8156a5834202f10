/**
 * Self-assessments of communes. Answers stay in the commune's own feed; in the same gesture the round's completeness
 * goes into the shared one, and nothing else of a draft does (decision D4).
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { instrumentList, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { type Answer, checkAnswer, checkScore, emptyAnswer } from '#domain/self-assessment/answer.ts'
import { assessmentCompleteness } from '#domain/self-assessment/completeness.ts'
import type { SelfAssessmentRepository } from '#data/contract/self-assessment-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { listAssessments } from './assessment-list.ts'
import { answerId, assessmentId, nextRound, unitOfAssessment } from './assessment-names.ts'
import { listSubmissions, readAssessment, readQuestion } from './assessment-reader.ts'
import { readSubmission } from './assessment-submission.ts'
import { answerOf, answersByQuestion } from './assessment-views.ts'
import { field, nullable, rowOf } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed } from './sealed-content.ts'

export function createSelfAssessmentRepository(parts: RepositoryParts): SelfAssessmentRepository {
  const { db } = parts
  return {
    list: (unitId) => listAssessments(db, unitId),
    get: (id) => readAssessment(db, id),
    question: (id, questionId) => readQuestion(db, id, questionId),
    start: (unitId, instrument, edition) => startRound(parts, unitId, instrument, edition),
    saveAnswer: (id, questionId, patch, seen) => saveAnswer(parts, id, questionId, { patch, seen }),
    move: (id, to) => moveRound(parts, id, to),
    submit: async (id) => {
      const instrument = await instrumentOf(parts, id)
      if (!instrument.ok) return instrument
      const submission = { id, instrument: instrument.value, newId: newId(parts), at: parts.clock.now() }
      const by = parts.identity().account.id
      return commitSealed(parts, createGestureReader(db), (reader) => readSubmission(reader, submission, by))
    },
    submissions: (unitId) => listSubmissions(db, unitId),
  }
}

async function startRound(
  parts: RepositoryParts,
  unit: string,
  instrument: string,
  edition: string,
): Promise<Result<string, Problem>> {
  const startedOn = todayOf(parts)
  const total = instrumentList.find(({ key }) => key === instrument)?.questionCount ?? 0
  let id = ''
  const saved = await parts.commit(async (reader) => {
    const drafts = await reader.ofKind(feedId(unit, 'self'), 'assessment')
    const shared = await reader.ofKind(feedId(unit, 'pub'), 'assessment-progress')
    const known = [...drafts, ...shared].map((state) => field(state, 'round', ''))
    const round = nextRound(startedOn.slice(0, 4), known)
    id = assessmentId(unit, round)
    const head = { unit, round, instrument, edition, startedOn }
    const progress = { ...head, assessment: id, answered: 0, total, submittedAt: null }
    return ok([
      { feed: feedId(unit, 'self'), kind: 'assessment', entity: id, fields: { ...head, submission: null } },
      { feed: feedId(unit, 'pub'), kind: 'assessment-progress', entity: id, fields: progress },
    ])
  })
  return saved.ok ? ok(id) : saved
}

/** Loaded before the transaction: an import inside would end it. */
async function instrumentOf({ db }: RepositoryParts, id: string): Promise<Result<Instrument, Problem>> {
  const row = await rowOf(db, feedId(unitOfAssessment(id), 'self'), id)
  const instrument = row && (await loadInstrument(field(row, 'instrument', '')))
  return instrument ? ok(instrument) : err({ code: 'assessment.not-found' })
}

/** Answers stay where they are: each belongs to its question, whichever version asks it. Rule SA-24. */
async function moveRound(parts: RepositoryParts, id: string, to: string): SaveResult {
  const instrument = await loadInstrument(to)
  if (instrument === undefined) return err({ code: 'assessment.not-found' })
  const self = feedId(unitOfAssessment(id), 'self')
  return parts.commit(async (reader) => {
    const [round, given] = await Promise.all([readOpenRound(reader, id), reader.childrenOf(self, id)])
    if (!round.ok) return round
    const from = field(round.value.head, 'instrument', '')
    if (from === to) return ok([])
    const { answered, total } = assessmentCompleteness(instrument, answersByQuestion(given))
    return ok([
      { feed: self, kind: 'assessment', entity: id, fields: { instrument: to, movedFrom: from } },
      progressWrite(round.value, { answered, total, instrument: to }),
    ])
  })
}

interface AnswerEdit {
  readonly patch: Partial<Answer>
  readonly seen: Answer | undefined
}

async function saveAnswer(
  parts: RepositoryParts,
  id: string,
  question: string,
  { patch, seen }: AnswerEdit,
): SaveResult {
  const written = checkScore(patch.score)
  if (!written.ok) return written
  const instrument = await instrumentOf(parts, id)
  if (!instrument.ok) return instrument
  const self = feedId(unitOfAssessment(id), 'self')
  return parts.commit(async (reader) => {
    const [round, others] = await Promise.all([readOpenRound(reader, id), reader.childrenOf(self, id)])
    if (!round.ok) return round
    const before = others.find((state) => state.entity === answerId(id, question))
    const answer = checkAnswer({ ...(before ? answerOf(before) : emptyAnswer), ...patch })
    if (!answer.ok) return answer
    const answers = { ...answersByQuestion(others), [question]: answer.value }
    const { answered, total } = assessmentCompleteness(instrument.value, answers)
    const fields = { assessment: id, question, ...patch }
    return ok([
      {
        feed: self,
        kind: 'answer',
        entity: answerId(id, question),
        fields,
        ...(seen && { seen: [seen.score, seen.reason, seen.note] }),
      },
      progressWrite(round.value, { answered, total }),
    ])
  })
}

interface OpenRound {
  readonly head: EntityState
  /** What is shared upward of it; undefined before the first sharing. */
  readonly progress: EntityState | undefined
}

/** Nobody answers what was handed in: the answers of a submitted round stay those that were sealed (SA-9). */
async function readOpenRound(reader: GestureReader, id: string): Promise<Result<OpenRound, Problem>> {
  const unit = unitOfAssessment(id)
  const [head, progress] = await Promise.all([
    reader.entity(feedId(unit, 'self'), id),
    reader.entity(feedId(unit, 'pub'), id),
  ])
  if (!head) return err({ code: 'assessment.not-found' })
  const isSubmitted = nullable(head, 'submission') !== null || (progress && nullable(progress, 'submittedAt') !== null)
  return isSubmitted ? err({ code: 'assessment.submitted' }) : ok({ head, progress })
}

/** Names the round again while nothing is shared: the first to share it upward may be anybody. */
function progressWrite(
  { head, progress }: OpenRound,
  counts: { readonly answered: number; readonly total: number; readonly instrument?: string },
): EntityWrite {
  const unit = field(head, 'unit', '')
  const named = {
    assessment: head.entity,
    unit,
    round: field(head, 'round', ''),
    instrument: field(head, 'instrument', ''),
    edition: field(head, 'edition', ''),
    startedOn: field(head, 'startedOn', ''),
  }
  const fields = progress ? counts : { ...named, ...counts, submittedAt: null }
  return { feed: feedId(unit, 'pub'), kind: 'assessment-progress', entity: head.entity, fields }
}
