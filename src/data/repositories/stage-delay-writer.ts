/** Why stages are late: one statement for each stage of a commune under a plan, written over by the next. */
import { feedId } from '#domain/change/feed.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type DelayDraft, readDelay, type StageDelay, stageDelayId } from '#domain/obstacle/stage-delay.ts'
import type { StageDelayView, StageOfPlan } from '#data/contract/obstacle-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { type Fielded, field, nullable, rowsOfKindIn } from './entity-query.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'
import { writtenBy } from './written-by.ts'

const delayOf = (of: Fielded): StageDelay => ({
  unit: field(of, 'unit', ''),
  plan: field(of, 'plan', ''),
  stage: field<StageDelay['stage']>(of, 'stage', 'G0'),
  reasons: nullable<StageDelay['reasons']>(of, 'reasons') ?? [],
  text: field(of, 'text', ''),
  on: field(of, 'on', '' as LocalDate),
  expectedOn: nullable<LocalDate>(of, 'expectedOn'),
})

export const listDelays = (
  { db, identity }: RepositoryParts,
  units: readonly string[],
): Promise<readonly StageDelayView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const feeds = units.map((unit) => feedId(unit, 'pub'))
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, feeds, 'stage-delay'), readLocations(db)])
    const written = writtenBy(identity(), locate)
    return rows
      .map((row): StageDelayView => ({ ...delayOf(row), id: row.e, ...written(row) }))
      .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  })

export async function explainDelay(
  parts: RepositoryParts,
  { unit, plan, stage }: StageOfPlan,
  draft: DelayDraft,
): ReturnType<() => SaveResult> {
  const read = readDelay(draft, todayOf(parts))
  if (!read.ok) return read
  const entity = stageDelayId({ unit, plan, stage })
  const fields = { unit, plan, stage, ...read.value }
  return parts.commit([{ feed: feedId(unit, 'pub'), kind: 'stage-delay', entity, fields }])
}
