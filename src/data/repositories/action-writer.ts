/** Improvement actions: found by their kind, written with what they hang on. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import {
  type ActionState,
  checkAction,
  checkMove,
  compareActions,
  type ImprovementAction,
} from '#domain/improvement-action/improvement-action.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { ActionView, NewAction } from '#data/contract/review-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { type Fielded, field, nullable, rowsOfKindIn } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'
import { writtenBy } from './written-by.ts'

const states: readonly string[] = ['open', 'done', 'cancelled'] satisfies ActionState[]

const stateOf = (of: Fielded): ActionState => {
  const state = field<string>(of, 'state', 'open')
  return states.includes(state) ? (state as ActionState) : 'open'
}

const actionOf = (of: Fielded): ImprovementAction => ({
  unit: field(of, 'unit', ''),
  of: field(of, 'of', ''),
  question: field(of, 'question', ''),
  what: field(of, 'what', ''),
  who: field(of, 'who', ''),
  until: nullable<ImprovementAction['until']>(of, 'until') ?? { text: '', date: null },
  state: stateOf(of),
  outcome: field(of, 'outcome', ''),
})

export const listActions = (
  { db, identity }: RepositoryParts,
  units: readonly string[],
): Promise<readonly ActionView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const feeds = units.map((unit) => feedId(unit, 'pub'))
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, feeds, 'action'), readLocations(db)])
    const written = writtenBy(identity(), locate)
    return rows
      .map((row): ActionView => ({ ...actionOf(row), id: row.e, ...written(row) }))
      .sort((a, b) => compareActions(a, b) || (a.id < b.id ? -1 : 1))
  })

export async function addAction(parts: RepositoryParts, action: NewAction): Promise<Result<string, Problem>> {
  const checked = checkAction({ ...action, state: 'open', outcome: '' })
  if (!checked.ok) return checked
  const { unit, of, question, what, who, until, state } = checked.value
  const entity = newId(parts)
  const fields = { unit, of, question, what, who, until: { ...until }, state }
  const saved = await parts.commit([{ feed: feedId(unit, 'pub'), kind: 'action', entity, fields }])
  return saved.ok ? ok(entity) : saved
}

type Fields = Readonly<Record<string, string | { readonly text: string; readonly date: string | null }>>

function change(
  { commit }: RepositoryParts,
  unit: string,
  id: string,
  fieldsFor: (before: ImprovementAction) => Result<Fields, Problem>,
): SaveResult {
  const feed = feedId(unit, 'pub')
  return commit(async (reader: GestureReader) => {
    const before: EntityState | undefined = await reader.entity(feed, id)
    if (!before) return err({ code: 'action.not-possible' })
    const fields = fieldsFor(actionOf(before))
    return fields.ok ? ok([{ feed, kind: 'action', entity: id, fields: fields.value }]) : fields
  })
}

export const changeAction = (
  parts: RepositoryParts,
  unit: string,
  id: string,
  { what, who, until }: Pick<ImprovementAction, 'what' | 'who' | 'until'>,
): SaveResult =>
  change(parts, unit, id, (before) => {
    const checked = checkAction({ ...before, what, who, until })
    return checked.ok ? ok({ what, who, until: { ...until } }) : checked
  })

export const moveAction = (
  parts: RepositoryParts,
  unit: string,
  id: string,
  state: ActionState,
  outcome: string,
): SaveResult =>
  change(parts, unit, id, (before) => {
    const may = checkMove(before.state, state, outcome)
    return may.ok ? ok({ state, outcome }) : may
  })
