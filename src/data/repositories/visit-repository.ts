/** Visits of the person in charge of an area to its communes; shared with the commune at once. */
import { lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { checkVisit, type Visit, type VisitFlag } from '#domain/field-visit/visit.ts'
import { ok } from '#domain/kernel/result.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { VisitRepository, VisitView } from '#data/contract/commune-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { type Locate, readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable, rowsOfKindIn } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

export function createVisitRepository(parts: RepositoryParts): VisitRepository {
  const { db, commit } = parts
  return {
    /** Newest day first. */
    list: (unitIds) =>
      readIn(db, [db.ent, db.meta, db.attention], async () => {
        const feeds = unitIds.map((unit) => feedId(unit, 'pub'))
        const [rows, locate] = await Promise.all([rowsOfKindIn(db, feeds, 'visit'), readLocations(db)])
        return rows
          .map((row) => visitView(row, locate))
          .sort((a, b) => ((a.on.date ?? '') < (b.on.date ?? '') ? 1 : -1))
      }),
    save: async (visit) => {
      const id = visit.id ?? newId(parts)
      const checked = checkVisit({ ...visit, id })
      if (!checked.ok) return checked
      const { id: entity, ...fields } = checked.value
      const record = {
        feed: feedId(visit.unit, 'pub'),
        kind: 'visit',
        entity,
        fields: fields as unknown as Record<string, JsonValue>,
      }
      const saved = await commit([record])
      return saved.ok ? ok(id) : saved
    },
  }
}

const visitView = (row: EntityRow, locate: Locate): VisitView => ({
  id: row.e,
  unit: field(row, 'unit', ''),
  on: nullable<Visit['on']>(row, 'on') ?? { text: '', date: null },
  stage: field<StageCode>(row, 'stage', 'G0'),
  flag: field<VisitFlag>(row, 'flag', 'yellow'),
  done: field(row, 'done', ''),
  lateReasons: nullable<Visit['lateReasons']>(row, 'lateReasons') ?? [],
  recommendation: field(row, 'recommendation', ''),
  location: locate(row),
  by: lastChange(row.box)?.u ?? '',
})
