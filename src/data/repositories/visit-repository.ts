/** Visits of those who follow a commune, in its shared feed: read by index, written field by field until they are sealed. */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { checkVisit } from '#domain/field-visit/visit.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { LatestVisits, NewVisit, VisitPage, VisitRepository, VisitView } from '#data/contract/visit-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { listActions } from './action-writer.ts'
import { field, rowOf, rowsOfKindIn, rowsOfParent } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'
import { cancelPlanned, changePlanned, closingPlan, listPlanned, planVisit, reorder } from './visit-planning.ts'
import { reopenVisit, sealVisit } from './visit-sealing.ts'
import { isVisitSealed, newestDayFirst, recordView, visitView } from './visit-views.ts'
import { writtenBy } from './written-by.ts'

export const createVisitRepository = (parts: RepositoryParts): VisitRepository => ({
  list: (unitIds) => listVisits(parts, unitIds),
  latest: (unitIds, count) => latestVisits(parts, unitIds, count),
  get: (unitId, id) => readVisit(parts, unitId, id),
  save: (visit) => saveVisit(parts, visit),
  planned: (unitIds) => listPlanned(parts, unitIds),
  plan: (visit, today) => planVisit(parts, visit, today),
  changePlanned: (stop, patch) => changePlanned(parts, stop, patch),
  reorder: (route) => reorder(parts, route),
  cancelPlanned: (stop) => cancelPlanned(parts, stop),
  seal: (unitId, id, language = 'vi') => sealVisit(parts, unitId, id, language),
  reopen: (unitId, id) => reopenVisit(parts, unitId, id),
})

const pubOf = (unit: string): string => feedId(unit, 'pub')

const listVisits = ({ db }: RepositoryParts, units: readonly string[]): Promise<readonly VisitView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, units.map(pubOf), 'visit'), readLocations(db)])
    return rows.map((row) => visitView(row, locate)).sort(newestDayFirst)
  })

/** Ids are in the order of their making, so that of five years of visits only those that are shown are opened. */
const latestVisits = ({ db }: RepositoryParts, units: readonly string[], count: number): Promise<LatestVisits> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const wanted = units.map((unit): readonly [string, string] => [pubOf(unit), 'visit'])
    const keys = await db.ent.where('[feed+kind]').anyOf(wanted).primaryKeys()
    const latest = keys.toSorted(([, a], [, b]) => (a < b ? 1 : -1)).slice(0, count)
    const [locate, ...rows] = await Promise.all([readLocations(db), ...latest.map(([feed, id]) => rowOf(db, feed, id))])
    const visits = rows.flatMap((row) => (row === undefined ? [] : [visitView(row, locate)]))
    return { visits: visits.sort(newestDayFirst), total: keys.length }
  })

async function readVisit(parts: RepositoryParts, unit: string, id: string): Promise<VisitPage | null> {
  const { db, identity } = parts
  const pub = pubOf(unit)
  const tasks = (await listActions(parts, [unit])).filter(({ of }) => of === id)
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [row, children, locate] = await Promise.all([
      rowOf(db, pub, id),
      rowsOfParent(db, pub, id),
      readLocations(db),
    ])
    if (row?.kind !== 'visit') return null
    const written = writtenBy(identity(), locate)
    const records = children
      .filter(({ kind }) => kind === 'visit-record')
      .map((child) => recordView(child, written))
      .sort((a, b) => a.at - b.at || a.content.number - b.content.number || (a.id < b.id ? -1 : 1))
    return { visit: visitView(row, locate), tasks, records }
  })
}

type Fields = Readonly<Record<string, JsonValue>>

async function saveVisit(parts: RepositoryParts, visit: NewVisit): Promise<Result<string, Problem>> {
  const id = visit.id ?? newId(parts)
  const checked = checkVisit({ ...visit, id })
  if (!checked.ok) return checked
  const { id: _, ...fields } = checked.value
  const saved = await parts.commit((reader) => visitWrites(reader, visit, id, fields as unknown as Fields))
  return saved.ok ? ok(id) : saved
}

/** Only what was changed is written: a field that somebody else wrote meanwhile stays theirs. */
async function visitWrites(
  reader: GestureReader,
  { unit, planned = null }: NewVisit,
  entity: string,
  fields: Fields,
): Promise<Result<readonly GestureWrite[], Problem>> {
  const feed = pubOf(unit)
  const before = await reader.entity(feed, entity)
  if (before !== undefined && isVisitSealed(before)) return err({ code: 'visit.sealed' })
  const changed = Object.entries(fields).filter(
    ([name, value]) =>
      before === undefined || JSON.stringify(field<JsonValue>(before, name, '')) !== JSON.stringify(value),
  )
  const own: readonly GestureWrite[] =
    changed.length === 0 ? [] : [{ feed, kind: 'visit', entity, fields: Object.fromEntries(changed) }]
  return ok([...own, ...(await closingPlan(reader, feed, planned, entity))])
}
