/** The register of procedures: rows of one kind in the commune's shared feed, found by the index over feed and kind. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import {
  checkProcedure,
  compareProcedures,
  isSameProcedure,
  type Procedure,
  type ProcedureState,
} from '#domain/first-day/procedure.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { ProcedureRepository, ProcedureView } from '#data/contract/procedure-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { type Locate, readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { type Fielded, field, nullable, rowOf, rowsOfKindIn } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

const KIND = 'procedure'

export const createProcedureRepository = (parts: RepositoryParts): ProcedureRepository => ({
  list: (unitIds) => listProcedures(parts, unitIds),
  get: (unitId, id) => readProcedure(parts, unitId, id),
  save: (unitId, id, procedure) => save(parts, unitId, id, procedure),
  addAll: (unitId, procedures) => addAll(parts, unitId, procedures),
})

const stateOf = (of: Fielded): ProcedureState => (field<string>(of, 'state', '') === 'dropped' ? 'dropped' : 'in-use')

const procedureOf = (of: Fielded): Procedure => ({
  code: field(of, 'code', ''),
  name: field(of, 'name', ''),
  field: field(of, 'field', ''),
  days: nullable<number>(of, 'days'),
  document: field(of, 'document', ''),
  isInScope: field(of, 'isInScope', true),
  state: stateOf(of),
})

const procedureView = (row: EntityRow, locate: Locate): ProcedureView => ({
  ...procedureOf(row),
  id: row.e,
  unit: field(row, 'unit', ''),
  location: locate(row),
})

const listProcedures = ({ db }: RepositoryParts, units: readonly string[]): Promise<readonly ProcedureView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const feeds = units.map((unit) => feedId(unit, 'pub'))
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, feeds, KIND), readLocations(db)])
    return rows
      .map((row) => procedureView(row, locate))
      .sort((a, b) => compareProcedures(a, b) || (a.id < b.id ? -1 : 1))
  })

const readProcedure = ({ db }: RepositoryParts, unit: string, id: string): Promise<ProcedureView | null> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [row, locate] = await Promise.all([rowOf(db, feedId(unit, 'pub'), id), readLocations(db)])
    return row?.kind === KIND ? procedureView(row, locate) : null
  })

const writeOf = (unit: string, entity: string, procedure: Procedure): EntityWrite => ({
  feed: feedId(unit, 'pub'),
  kind: KIND,
  entity,
  fields: { unit, ...procedure },
})

/** Another entry of the same procedure, in use or dropped. Rule DAY-3. */
const sameIn = (known: readonly EntityState[], id: string, procedure: Procedure): Problem | undefined => {
  const same = known.find((state) => state.entity !== id && isSameProcedure(procedureOf(state), procedure))
  return same && { code: 'procedure.known', params: { name: procedureOf(same).name } }
}

async function save(
  parts: RepositoryParts,
  unit: string,
  id: string | null,
  procedure: Procedure,
): Promise<Result<string, Problem>> {
  const checked = checkProcedure(procedure)
  if (!checked.ok) return checked
  const entity = id ?? newId(parts)
  const saved = await parts.commit(async (reader) => {
    const known = await reader.ofKind(feedId(unit, 'pub'), KIND)
    if (id !== null && !known.some((state) => state.entity === id)) return err({ code: 'procedure.not-found' })
    const same = sameIn(known, entity, checked.value)
    return same ? err(same) : ok([writeOf(unit, entity, checked.value)])
  })
  return saved.ok ? ok(entity) : saved
}

async function addAll(parts: RepositoryParts, unit: string, procedures: readonly Procedure[]): SaveResult {
  const checked = procedures.map(checkProcedure)
  const refused = checked.find((one) => !one.ok)
  if (refused && !refused.ok) return refused
  const entries = checked.flatMap((one) => (one.ok ? [{ entity: newId(parts), procedure: one.value }] : []))
  return parts.commit(async (reader) => {
    const known = await reader.ofKind(feedId(unit, 'pub'), KIND)
    for (const { entity, procedure } of entries) {
      const same = sameIn(known, entity, procedure)
      if (same) return err(same)
    }
    return ok(entries.map(({ entity, procedure }) => writeOf(unit, entity, procedure)))
  })
}
