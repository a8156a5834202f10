/**
 * Fillings of published forms. Answers stay in the commune's own feed, one record a question, so that two people merge
 * question by question; in the same gesture how far the filling is goes into the shared feed, and nothing else of a
 * draft does (decision D4). Which question is asked at all the form's rules say, so the figures come with the answers.
 */
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import {
  feedOfFilling,
  fillingAnswerId,
  fillingId,
  visitOfFilling,
} from '#domain/questionnaire/filling/filling-names.ts'
import type { FillingProgress } from '#domain/questionnaire/filling/progress.ts'
import type { FillingPatch, FillingStart, FormFillingRepository } from '#data/contract/form-filling-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader } from '#data/gesture.ts'
import { nextRound } from './assessment-names.ts'
import { field } from './entity-query.ts'
import { listAtVisit, startAtVisit, takeAway } from './form-filling-at-visit.ts'
import { listFillings, listFillingSubmissions, readFilling } from './form-filling-reader.ts'
import { moveFilling } from './form-filling-move.ts'
import { type OpenFilling, readOpenFilling } from './form-filling-open.ts'
import { type FillingTask, readSealedFilling } from './form-filling-submission.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed } from './sealed-content.ts'

export function createFormFillingRepository(parts: RepositoryParts): FormFillingRepository {
  const { db } = parts
  return {
    list: (unitIds) => listFillings(db, unitIds),
    get: (id) => readFilling(db, id),
    start: (start) =>
      start.visit === undefined ? startFilling(parts, start) : startAtVisit(parts, start, start.visit, answerWrites),
    save: (id, patches, progress) => saveAnswers(parts, id, patches, progress),
    atVisit: (unitId, visit) => listAtVisit(db, unitId, visit),
    takeAway: (id) => takeAway(parts, id),
    submit: async (id, form, language) => {
      if (visitOfFilling(id) !== null) return err({ code: 'filling.at-visit' })
      const { account, replica } = parts.identity()
      const task: FillingTask = {
        id,
        form,
        language,
        newId: newId(parts),
        at: parts.clock.now(),
        by: account.id,
        environment: { username: account.username, deviceid: replica },
      }
      return commitSealed(parts, createGestureReader(db), (reader) => readSealedFilling(reader, task))
    },
    move: (id, from, to) => moveFilling(parts, id, from, to),
    submission: async (id) => (await listFillingSubmissions(db, id))[0] ?? null,
  }
}

const idOfForm = (key: string): string => key.slice(0, key.indexOf('@'))

const answerWrites = (id: string, patches: readonly FillingPatch[]): readonly EntityWrite[] =>
  patches.map(({ path, seen, ...fields }) => ({
    feed: feedOfFilling(id),
    kind: 'filling-answer',
    entity: fillingAnswerId(id, path),
    fields: { filling: id, path, ...fields },
    ...(seen !== undefined && { seen }),
  }))

async function startFilling(parts: RepositoryParts, start: FillingStart): Promise<Result<string, Problem>> {
  const { unitId: unit, form, answers, progress } = start
  const startedOn = todayOf(parts)
  let id = ''
  const saved = await parts.commit(async (reader) => {
    const drafts = await reader.ofKind(feedId(unit, 'self'), 'filling')
    const shared = await reader.ofKind(feedId(unit, 'pub'), 'filling-progress')
    const known = [...drafts, ...shared]
      .filter((state) => idOfForm(field(state, 'form', '')) === idOfForm(form))
      .map((state) => field(state, 'round', ''))
    const round = nextRound(startedOn.slice(0, 4), known)
    id = fillingId(unit, form, round)
    const head = { unit, form, round, startedOn }
    const { answered, total } = progress
    const shown = { ...head, filling: id, answered, total, submittedAt: null }
    return ok([
      { feed: feedId(unit, 'self'), kind: 'filling', entity: id, fields: { ...head, submission: null } },
      { feed: feedId(unit, 'pub'), kind: 'filling-progress', entity: id, fields: shown },
      ...answerWrites(id, answers),
    ])
  })
  return saved.ok ? ok(id) : saved
}

/** Rule FIL-5; of a form at a visit everything is shared, and how far it is follows from it (FIL-19). */
function saveAnswers(
  parts: RepositoryParts,
  id: string,
  patches: readonly FillingPatch[],
  progress: FillingProgress,
): SaveResult {
  return parts.commit(async (reader) => {
    const filling = await readOpenFilling(reader, id)
    if (!filling.ok) return filling
    const own = answerWrites(id, patches)
    return ok(visitOfFilling(id) === null ? [...own, progressWrite(filling.value, progress)] : own)
  })
}

/** Names the filling again while nothing of it is shared: the first to share it upward may be anybody. */
function progressWrite({ head, progress }: OpenFilling, { answered, total }: FillingProgress): EntityWrite {
  const text = (name: string): string => field(head, name, '')
  const unit = text('unit')
  const named = { filling: head.entity, unit, form: text('form'), round: text('round'), startedOn: text('startedOn') }
  const fields = progress ? { answered, total } : { ...named, answered, total, submittedAt: null }
  return { feed: feedId(unit, 'pub'), kind: 'filling-progress', entity: head.entity, fields }
}
