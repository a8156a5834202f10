/** The stages of a commune, derived from its plan and its events. Read on the first screen, so it stands by itself. */
import { lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { scheduleOf, stageOf } from '#domain/plan/plan-time.ts'
import { deriveStages, type StageEvent, type StageEventType } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PilotView, StageView } from '#data/contract/pilot-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable, rowsOfKind, rowsOfParents } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { livePlanOf, progressOf, readPlans } from './plan-reader.ts'

/** What evidence of a stage hangs on; no entity has this id. */
export const stageEntity = (unit: string, plan: string, stage: string): string => `stage.${unit}.${plan}.${stage}`

type LocatedEvent = StageView['events'][number]

export const readPilot = (db: LocalDatabase, unitId: string, today: LocalDate): Promise<PilotView | null> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const plan = livePlanOf(await readPlans(db), unitId)
    if (!plan) return null
    const pub = feedId(unitId, 'pub')
    const [eventRows, evidenceRows, locate] = await Promise.all([
      rowsOfKind(db, pub, 'stage-event'),
      rowsOfParents(db, pub, stageEntity(unitId, plan.id, '')),
      readLocations(db),
    ])
    const events = eventRows.filter((row) => field(row, 'plan', '') === plan.id).map((row) => stageEvent(row, locate))
    return pilotView(plan, unitId, events, evidenceBySubject(evidenceRows, locate), today)
  })

function pilotView(
  plan: Plan,
  unitId: string,
  events: readonly LocatedEvent[],
  evidence: ReadonlyMap<string, readonly EvidenceView[]>,
  today: LocalDate,
): PilotView {
  const states = deriveStages(events, scheduleOf(plan), today)
  const eventsById = new Map(events.map((event) => [event.id, event]))
  const stages = states.flatMap((state) => {
    const definition = stageOf(plan, state.stage)
    if (!definition) return []
    const happened = state.history.flatMap(({ id }) => eventsById.get(id) ?? [])
    const proof = evidence.get(stageEntity(unitId, plan.id, state.stage)) ?? []
    return [{ ...state, definition, events: happened, evidence: proof }]
  })
  return { plan, unitId, stages, progress: progressOf(plan, states, today) }
}

function stageEvent(row: EntityRow, locate: Locate): LocatedEvent {
  const last = lastChange(row.box)
  return {
    id: row.e,
    stage: field<StageCode>(row, 'stage', 'G0'),
    type: field<StageEventType>(row, 'type', 'started'),
    on: field(row, 'on', '' as LocalDate),
    note: field(row, 'note', ''),
    evidence: nullable<StageEvent['evidence']>(row, 'deliverables') ?? [],
    by: last?.u ?? '',
    at: last?.h ?? 0,
    location: locate(row),
  }
}
