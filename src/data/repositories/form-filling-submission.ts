/** What is sealed when a filling is handed in, and what is written along: the draft is closed and its photos are shared. */
import { conflictsIn, type EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { hastyPace } from '#domain/honest-answering/honest-answering.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import {
  type FillingContent,
  type HangingEvidence,
  sealFilling,
} from '#domain/questionnaire/filling/filling-content.ts'
import { answerPrefix, fillingAnswerId, unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { verifiableAnswers } from '#domain/questionnaire/filling/filling-verification.ts'
import { nextRevision } from '#domain/self-assessment/revision.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { field, fieldsOf } from './entity-query.ts'
import { answerOfFilling, asideOf, changeAfter, stampOf } from './form-filling-reader.ts'
import type { Sealable } from './sealed-content.ts'

export interface FillingTask {
  /** The filling. */
  readonly id: string
  readonly form: CompiledForm
  readonly language: string
  /** Id the submission will have. */
  readonly newId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Account id. */
  readonly by: string
  readonly environment: Readonly<Record<string, string>>
}

export async function readSealedFilling(
  reader: GestureReader,
  task: FillingTask,
): Promise<Result<Sealable<FillingContent>, Problem>> {
  const { id, form, language, at, by, environment } = task
  const self = feedId(unitOfFilling(id), 'self')
  const [head, children, photos] = await Promise.all([
    reader.entity(self, id),
    reader.childrenOf(self, id),
    reader.childrenUnder(self, answerPrefix(id)),
  ])
  if (!head) return err({ code: 'filling.not-found' })
  if (field(head, 'submission', '')) return ok({ content: null, writesWith: () => [] })
  const answers = children
    .filter((state) => state.kind === 'filling-answer' && asideOf(state) === null)
    .map(answerOfFilling)
  const evidence = photos.filter(({ kind }) => kind === 'evidence')
  const content = sealFilling(form, {
    filling: id,
    form: field(head, 'form', ''),
    unit: field(head, 'unit', ''),
    round: field(head, 'round', ''),
    submittedBy: by,
    answers,
    evidence: evidence.map(hangingEvidence),
    at,
    session: { language, environment },
  })
  if (!content.ok) return content
  const disputed = disputedIn(content.value, children)
  if (disputed > 0) return err({ code: 'filling.disputed', params: { count: disputed } })
  const shared = evidence.filter((state) =>
    content.value.evidence.some(({ path }) => fillingAnswerId(id, path) === field(state, 'of', '')),
  )
  const sealed: FillingContent = {
    ...content.value,
    ...(await readRevision(reader, id)),
    ...paceOf(content.value, children, stampOf(head, 'startedOn')),
  }
  return ok({ content: sealed, writesWith: (sha256) => writesOf(task, sealed, shared, sha256) })
}

/** What a correction says of the submissions before it. Rule FIL-14. */
async function readRevision(reader: GestureReader, id: string) {
  const children = await reader.childrenOf(feedId(unitOfFilling(id), 'pub'), id)
  const sealed = children.filter(({ kind }) => kind === 'filling-submission')
  return nextRevision(
    sealed.map((state) => ({ id: state.entity, content: field(state, 'content', {} as FillingContent) })),
  )
}

/** Ids of the answers that a person gave, whatever version they name their place in. */
export const givenIds = (content: Pick<FillingContent, 'answers'>, filling: string): ReadonlySet<string> =>
  new Set(verifiableAnswers(content).map(({ path }) => fillingAnswerId(filling, path)))

/** Answers that two people gave differently: over them nothing is handed in. Rule FIL-22. */
function disputedIn(content: FillingContent, answers: readonly EntityState[]): number {
  const given = givenIds(content, content.filling)
  return answers.filter((state) => given.has(state.entity) && conflictsIn(state.regs).length > 0).length
}

/** Rule HON-6. */
function paceOf(content: FillingContent, answers: readonly EntityState[], begun: number) {
  const given = givenIds(content, content.filling)
  const pace = hastyPace(
    answers
      .filter((state) => state.kind === 'filling-answer' && given.has(state.entity))
      .map((state) => {
        const { changedAt = null, changedBy = null } = changeAfter(state.regs, begun)
        return { questionId: state.entity, value: null, hasOwnWords: false, at: changedAt, by: changedBy }
      }),
  )
  return pace === null ? {} : { pace }
}

export const hangingEvidence = (state: EntityState): HangingEvidence => ({
  of: field(state, 'of', ''),
  sha256: field(state, 'sha256', ''),
  mime: field(state, 'mime', ''),
  size: field(state, 'size', 0),
  caption: field(state, 'caption', ''),
})

function writesOf(
  { id, newId, at }: FillingTask,
  content: FillingContent,
  evidence: readonly EntityState[],
  sha256: string,
): readonly GestureWrite[] {
  const { unit, form } = content
  const [self, pub] = [feedId(unit, 'self'), feedId(unit, 'pub')]
  const sealed = { unit, filling: id, form, content: content as unknown as JsonValue, sha256 }
  return [
    { feed: pub, kind: 'filling-submission', entity: newId, fields: sealed },
    { feed: self, kind: 'filling', entity: id, fields: { submission: newId } },
    { feed: pub, kind: 'filling-progress', entity: id, fields: { submittedAt: at } },
    ...evidence.map((state) => ({ feed: pub, kind: 'evidence', entity: state.entity, fields: fieldsOf(state) })),
  ]
}
