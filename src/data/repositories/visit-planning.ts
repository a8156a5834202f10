/** Visits still to come. They stand in the feeds of their communes, so one route is written into several feeds at once. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { PlannedVisit } from '#domain/field-visit/planned-visit.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { NewPlannedVisit, PlannedVisitView, Stop } from '#data/contract/visit-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { rowsOfKindIn } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'
import { plannedOf, plannedView } from './visit-views.ts'

const pubOf = (unit: string): string => feedId(unit, 'pub')

export const listPlanned = ({ db }: RepositoryParts, units: readonly string[]): Promise<readonly PlannedVisitView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, units.map(pubOf), 'planned-visit'), readLocations(db)])
    return rows.map((row) => plannedView(row, locate)).filter(({ state }) => state === 'planned')
  })

const write = (unit: string, entity: string, fields: Readonly<Record<string, JsonValue>>): GestureWrite => ({
  feed: pubOf(unit),
  kind: 'planned-visit',
  entity,
  fields,
})

const isStanding = (state: EntityState, on: LocalDate): boolean => {
  const planned = plannedOf(state, state.entity)
  return planned.state === 'planned' && planned.on === on
}

/** Rules VIS-10 and VIS-15. */
export async function planVisit(
  parts: RepositoryParts,
  { unit, on, from, order, purpose }: NewPlannedVisit,
  today: LocalDate,
): Promise<Result<string, Problem>> {
  if (on < today) return err({ code: 'visit.plan-past' })
  const id = newId(parts)
  const fields = { unit, on, from, order, purpose: purpose.trim(), state: 'planned' }
  const saved = await parts.commit(async (reader) => {
    const known = await reader.ofKind(pubOf(unit), 'planned-visit')
    return known.some((state) => isStanding(state, on))
      ? err({ code: 'visit.planned-twice' })
      : ok([write(unit, id, fields)])
  })
  return saved.ok ? ok(id) : saved
}

/** What is written of a plan that still stands; `visit.plan-closed` where it does not. */
const intoStanding = (
  { commit }: RepositoryParts,
  { unit, id }: Stop,
  fields: Readonly<Record<string, JsonValue>>,
): SaveResult =>
  commit(async (reader) => {
    const planned = await standing(reader, { unit, id })
    return planned === null ? err({ code: 'visit.plan-closed' }) : ok([write(unit, id, fields)])
  })

async function standing(reader: GestureReader, { unit, id }: Stop): Promise<PlannedVisit | null> {
  const state = await reader.entity(pubOf(unit), id)
  if (state?.kind !== 'planned-visit') return null
  const planned = plannedOf(state, id)
  return planned.state === 'planned' && planned.visit === null ? planned : null
}

export const changePlanned = (
  parts: RepositoryParts,
  stop: Stop,
  patch: Partial<Pick<PlannedVisit, 'from' | 'purpose'>>,
): SaveResult => intoStanding(parts, stop, { ...patch })

export const cancelPlanned = (parts: RepositoryParts, stop: Stop): SaveResult =>
  intoStanding(parts, stop, { state: 'cancelled' })

/** Only the places that change are written; a stop that was called off meanwhile is passed over. Rule VIS-6. */
export const reorder = ({ commit }: RepositoryParts, route: readonly Stop[]): SaveResult =>
  commit(async (reader) => {
    const states = await Promise.all(route.map(({ unit, id }) => reader.entity(pubOf(unit), id)))
    const writes = route.flatMap(({ unit, id }, order) => {
      const state = states[order]
      return state?.kind !== 'planned-visit' || plannedOf(state, id).order === order ? [] : [write(unit, id, { order })]
    })
    return ok(writes)
  })

/** The plan that this visit came of, closed by it; nothing where there is none or it was recorded before. Rule VIS-15. */
export async function closingPlan(
  reader: GestureReader,
  feed: string,
  planned: string | null,
  visit: string,
): Promise<readonly GestureWrite[]> {
  if (planned === null) return []
  const state = await reader.entity(feed, planned)
  const isOpen = state?.kind === 'planned-visit' && plannedOf(state, planned).visit === null
  return isOpen ? [{ feed, kind: 'planned-visit', entity: planned, fields: { visit } }] : []
}
