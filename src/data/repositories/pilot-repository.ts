/**
 * Stages of the pilot model. A stage has no state of its own in the store: it is derived from the plan and from events
 * that are only added, so a declaration and a confirmation made apart never overwrite each other (PIL-4, PIL-5).
 */
import { lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { checkDeclarable } from '#domain/pilot/declarable.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { deriveStages, type StageEvent, type StageEventType, type StageEvidence } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PilotRepository, PilotView, StageDeclaration, StageView } from '#data/contract/pilot-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable, rowsOfKind, rowsOfParents } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { livePlanOf, progressOf, readPlans, scheduleOf } from './plan-reader.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

/** What evidence of a stage hangs on; no entity has this id. */
const stageEntity = (unit: string, plan: string, stage: string): string => `stage.${unit}.${plan}.${stage}`

export function createPilotRepository(parts: RepositoryParts): PilotRepository {
  const { db } = parts
  return {
    plans: () => readPlans(db),
    ofCommune: (unitId, today) => readPilot(db, unitId, today),
    stageEntity,
    start: (unitId, stage, on) => addEvent(parts, { unitId, stage, type: 'started', on, note: '' }),
    declare: (declaration) => declare(parts, declaration),
    confirm: (unitId, stage, on, note) => addEvent(parts, { unitId, stage, type: 'confirmed', on, note }),
    sendBack: (unitId, stage, on, note) => addEvent(parts, { unitId, stage, type: 'returned', on, note }),
  }
}

type LocatedEvent = StageView['events'][number]

const readPilot = (db: LocalDatabase, unitId: string, today: LocalDate): Promise<PilotView | null> =>
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
  const stages = states.map((state) => ({
    ...state,
    events: state.history.flatMap(({ id }) => eventsById.get(id) ?? []),
    evidence: evidence.get(stageEntity(unitId, plan.id, state.stage)) ?? [],
  }))
  return { plan, unitId, stages, progress: progressOf(states, today) }
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

interface NewEvent {
  readonly unitId: string
  readonly stage: string
  readonly type: StageEventType
  readonly on: LocalDate
  readonly note: string
}

function eventWrite(plan: Plan, id: string, event: NewEvent, deliverables: readonly StageEvidence[] = []): EntityWrite {
  const { unitId: unit, stage, type, on, note } = event
  const fields = { unit, plan: plan.id, stage, type, on, note, deliverables: deliverables as unknown as JsonValue }
  return { feed: feedId(unit, 'pub'), kind: 'stage-event', entity: id, fields }
}

/** A stage belongs to a live plan; without one there is nothing a person may declare. */
const noPlan = err({ code: 'access.forbidden' } as const)

async function addEvent(parts: RepositoryParts, event: NewEvent): SaveResult {
  const id = newId(parts)
  return parts.commit(async () => {
    const plan = livePlanOf(await readPlans(parts.db), event.unitId)
    return plan ? ok([eventWrite(plan, id, event)]) : noPlan
  })
}

async function declare(parts: RepositoryParts, declaration: StageDeclaration): ReturnType<PilotRepository['declare']> {
  const id = newId(parts)
  const { unitId, stage: code } = declaration
  const saved = await parts.commit(async (reader) => {
    const plan = livePlanOf(await readPlans(parts.db), unitId)
    const stage = stageByCode(code)
    if (!plan || !stage) return noPlan
    const proof = await provenDeliverables(reader, plan, declaration)
    const declarable = checkDeclarable(stage, proof, { openMajor: await countOpenMajor(reader, unitId) })
    return declarable.ok ? ok([eventWrite(plan, id, { ...declaration, type: 'declared-done' }, proof)]) : declarable
  })
  return saved.ok ? ok({ savedAt: saved.value.savedAt }) : saved
}

/** What is named as proof has to exist and to belong to that deliverable; otherwise it proves nothing (PIL-12). */
async function provenDeliverables(
  reader: GestureReader,
  plan: Plan,
  { unitId, stage, deliverables }: StageDeclaration,
): Promise<readonly StageEvidence[]> {
  const pub = feedId(unitId, 'pub')
  const attached = await reader.childrenOf(pub, stageEntity(unitId, plan.id, stage))
  const records = [...(await reader.ofKind(pub, 'submission')), ...(await reader.ofKind(pub, 'audit-report'))]
  const isProof = (deliverable: string, evidenceId: string): boolean =>
    records.some(({ entity }) => entity === evidenceId) ||
    attached.some((state) => state.entity === evidenceId && field(state, 'deliverable', '') === deliverable)
  return deliverables.map(({ deliverable, evidenceId, attestation }) => ({
    deliverable,
    evidenceId: evidenceId !== null && isProof(deliverable, evidenceId) ? evidenceId : null,
    attestation,
  }))
}

/** Published findings count as open until corrective actions are recorded in the app. */
async function countOpenMajor(reader: GestureReader, unitId: string): Promise<number> {
  const findings = await reader.ofKind(feedId(unitId, 'pub'), 'finding')
  return findings.filter((state) => nullable<string>(state, 'grade') === 'major').length
}
