/** Forms that are filled in at a visit: begun once however many begin them, listed with their visit, taken away before it is sealed. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { feedOfFilling, fillingId } from '#domain/questionnaire/filling/filling-names.ts'
import type { FillingStart, FillingView } from '#data/contract/form-filling-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { field, rowsOfParent } from './entity-query.ts'
import { readFilling } from './form-filling-reader.ts'
import { readOpenFilling } from './form-filling-open.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'
import { isVisitSealed, visitOf } from './visit-views.ts'

type AnswerWrites = (id: string, answers: FillingStart['answers']) => readonly GestureWrite[]

const idOfForm = (key: string): string => key.slice(0, key.indexOf('@'))

const isOfForm = (form: string) => (state: EntityState) =>
  state.kind === 'filling' && idOfForm(field(state, 'form', '')) === idOfForm(form)

/** Undefined where the visit takes no forms any more. */
async function readVisit(reader: GestureReader, feed: string, visit: string): Promise<Result<EntityState, Problem>> {
  const head = await reader.entity(feed, visit)
  if (head?.kind !== 'visit') return err({ code: 'visit.not-found' })
  return isVisitSealed(head) ? err({ code: 'visit.sealed' }) : ok(head)
}

/**
 * One that was taken away comes back as it was. The day is that of the visit, so that two who begin the form apart do not
 * disagree about it. Rules FIL-18 and VIS-21.
 */
export async function startAtVisit(
  parts: RepositoryParts,
  { unitId: unit, form, answers }: FillingStart,
  visit: string,
  answerWrites: AnswerWrites,
): Promise<Result<string, Problem>> {
  const feed = feedId(unit, 'pub')
  let id = fillingId(unit, form, visit)
  const saved = await parts.commit(async (reader) => {
    const head = await readVisit(reader, feed, visit)
    if (!head.ok) return head
    const [before, earlier] = await Promise.all([reader.childrenOf(feed, visit), reader.entity(feed, id)])
    const begun = before.find(isOfForm(form))
    if (begun !== undefined) {
      id = begun.entity
      return ok([])
    }
    if (earlier !== undefined) return ok([{ feed, kind: 'filling', entity: id, fields: { visit } }])
    const startedOn = visitOf(head.value, visit).on.date ?? todayOf(parts)
    const fields = { unit, form, round: visit, visit, startedOn, submission: null }
    return ok([{ feed, kind: 'filling', entity: id, fields }, ...answerWrites(id, answers)])
  })
  return saved.ok ? ok(id) : saved
}

export async function listAtVisit(db: LocalDatabase, unit: string, visit: string): Promise<readonly FillingView[]> {
  const rows = await rowsOfParent(db, feedId(unit, 'pub'), visit)
  const ids = rows.filter(({ kind }) => kind === 'filling').map(({ e }) => e)
  const views = await Promise.all(ids.toSorted().map((id) => readFilling(db, id)))
  return views.filter((view) => view !== null)
}

/** It only belongs to no visit any more; the answers stay where they are: whoever begins the form again at this visit finds them. Rule VIS-21. */
export const takeAway = ({ commit }: RepositoryParts, id: string): SaveResult =>
  commit(async (reader) => {
    const filling = await readOpenFilling(reader, id)
    if (!filling.ok) return filling
    return ok([{ feed: feedOfFilling(id), kind: 'filling', entity: id, fields: { visit: null } }])
  })
