/**
 * Moves a draft to a corrected version of its form, in one gesture: the filling names the new version, answers that fit
 * stand under it, and what does not fit is kept in a record of its own with the question it answered. Until somebody
 * presses the button the draft stays what it was.
 */
import { conflictsIn, type EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import {
  feedOfFilling,
  fillingAnswerId,
  unitOfFilling,
  visitOfFilling,
} from '#domain/questionnaire/filling/filling-names.ts'
import { type FillingProgress, progressOf } from '#domain/questionnaire/filling/progress.ts'
import { sessionAnswers } from '#domain/questionnaire/filling/stored-answers.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import {
  type AsideAnswer,
  type DraftAnswer,
  type MovedDraft,
  moveAnswers,
} from '#domain/questionnaire/revision/move-answers.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { readOpenFilling } from './form-filling-open.ts'
import { answerOfFilling, asideOf } from './form-filling-reader.ts'
import type { RepositoryParts } from './repository-parts.ts'

/** Beside the answer it was, so that both can be there. */
function asideId(filling: string, { path, version }: Pick<AsideAnswer, 'path' | 'version'>): string {
  const mark = `~aside~${version}`
  // Of an instance the key is what tells it from its neighbours, so the mark goes into it.
  return fillingAnswerId(filling, path.endsWith(']') ? `${path.slice(0, -1)}${mark}]` : `${path}${mark}`)
}

interface Draft {
  readonly id: string
  readonly answers: readonly EntityState[]
  readonly aside: readonly AsideAnswer[]
}

const NOTHING = { value: '', reason: '', note: '' }

const given = ['value', 'reason', 'note'] as const

/**
 * What differs from what is there: a move answers nothing (HON-6). Of what two people answered differently only the
 * place is written, because any value would settle it. Rule RVS-9.
 */
function fieldsOf(id: string, answer: DraftAnswer, before: DraftAnswer): JsonFields {
  const named = { filling: id, path: answer.path }
  if (answer.hasConflict === true) return named
  const changed = given.filter((name) => answer[name] !== before[name])
  return { ...named, ...Object.fromEntries(changed.map((name) => [name, answer[name]])) }
}

const draftAnswer = (row: EntityState): DraftAnswer => ({
  ...answerOfFilling(row),
  hasConflict: conflictsIn(row.regs).length > 0,
})

function answerWrites({ id, answers }: Draft, moved: readonly DraftAnswer[]): ReadonlyMap<string, JsonFields> {
  const there = new Map(answers.map((row) => [row.entity, answerOfFilling(row)]))
  const nothing = { path: '', ...NOTHING }
  const wanted = new Map<string, JsonFields>(
    moved.map((answer) => {
      const entity = fillingAnswerId(id, answer.path)
      return [entity, fieldsOf(id, answer, there.get(entity) ?? nothing)]
    }),
  )
  const left = answers.filter(({ entity }) => !wanted.has(entity))
  return new Map([...left.map(({ entity }) => [entity, NOTHING] as const), ...wanted])
}

type JsonFields = Readonly<Record<string, JsonValue>>

function asideWrites({ id, aside }: Draft, moved: readonly AsideAnswer[]): readonly GestureWrite[] {
  const feed = feedOfFilling(id)
  const wanted = new Map(
    moved.map(({ path, value, reason, note, why, version, label }) => [
      asideId(id, { path, version }),
      { filling: id, path, value, reason, note, aside: { why, version, label } },
    ]),
  )
  const back = aside.map((one) => asideId(id, one)).filter((entity) => !wanted.has(entity))
  return [
    ...Array.from(wanted, ([entity, fields]) => ({ feed, kind: 'filling-answer', entity, fields })),
    ...back.map((entity) => ({ feed, kind: 'filling-answer', entity, isRemoval: true as const })),
  ]
}

async function readDraft(reader: GestureReader, id: string): Promise<Result<Draft, Problem>> {
  const open = await readOpenFilling(reader, id)
  if (!open.ok) return open
  const children = await reader.childrenOf(feedOfFilling(id), id)
  const rows = children.filter(({ kind }) => kind === 'filling-answer')
  return ok({
    id,
    answers: rows.filter((row) => asideOf(row) === null),
    aside: rows.flatMap((row) => asideOf(row) ?? []),
  })
}

function progressIn(to: CompiledForm, { answers }: MovedDraft, clock: RepositoryParts['clock']): FillingProgress {
  const session = new FormSession(to, { clock, stored: sessionAnswers(answers) })
  return progressOf(session, new Map(to.index.all.map((node) => [node.path, node])))
}

/** Rule RVS-8. */
export const moveFilling = (
  { commit, clock }: RepositoryParts,
  id: string,
  from: CompiledForm,
  to: CompiledForm,
): SaveResult =>
  commit(async (reader) => {
    const draft = await readDraft(reader, id)
    if (!draft.ok) return draft
    const moved = moveAnswers(draft.value.answers.map(draftAnswer), from, to, draft.value.aside)
    const feed = feedOfFilling(id)
    const form = formKey(to.form)
    const answers = Array.from(answerWrites(draft.value, moved.answers), ([entity, fields]) => ({
      feed,
      kind: 'filling-answer',
      entity,
      fields,
    }))
    return ok([
      { feed, kind: 'filling', entity: id, fields: { form, movedFrom: formKey(from.form) } },
      ...(visitOfFilling(id) === null ? [progressWrite(id, to, progressIn(to, moved, clock))] : []),
      ...answers,
      ...asideWrites(draft.value, moved.aside),
    ])
  })

const progressWrite = (id: string, to: CompiledForm, progress: FillingProgress): GestureWrite => ({
  feed: feedId(unitOfFilling(id), 'pub'),
  kind: 'filling-progress',
  entity: id,
  fields: { form: formKey(to.form), ...progress },
})
