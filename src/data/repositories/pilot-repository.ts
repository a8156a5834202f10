/**
 * Stages of the pilot model. A stage has no state of its own in the store: it is derived from the plan and from events
 * that are only added, so a declaration and a confirmation made apart never overwrite each other (PIL-4, PIL-5).
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { openMajors } from '#domain/declaration/open-major.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { checkDeclarable } from '#domain/pilot/declarable.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { StageEventType, StageEvidence } from '#domain/pilot/stage-event.ts'
import { stageOf } from '#domain/plan/plan-time.ts'
import type { PilotRepository, StageDeclaration } from '#data/contract/pilot-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { field } from './entity-query.ts'
import { knownFindings, knownRequests } from './known-requests.ts'
import { readPilot, stageEntity } from './pilot-reader.ts'
import { livePlanOf, readPlans } from './plan-reader.ts'
import { isSealed } from './management-review-views.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

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
    const stage = plan && stageOf(plan, code)
    if (!plan || !stage) return noPlan
    const proof = await provenDeliverables(reader, plan, declaration)
    const declarable = checkDeclarable(stage, proof, {
      openMajor: await countOpenMajor(reader, unitId, todayOf(parts)),
    })
    return declarable.ok ? ok([eventWrite(plan, id, { ...declaration, type: 'declared-done' }, proof)]) : declarable
  })
  return saved.ok ? ok({ savedAt: saved.value.savedAt }) : saved
}

/** A review proves itself by its head, which names the minutes once they are sealed. */
const provingKinds = ['submission', 'audit-report', 'management-review', 'declaration'] as const

/** What is named as proof has to exist and to belong to that deliverable; otherwise it proves nothing (PIL-12). */
async function provenDeliverables(
  reader: GestureReader,
  plan: Plan,
  { unitId, stage, deliverables }: StageDeclaration,
): Promise<readonly StageEvidence[]> {
  const pub = feedId(unitId, 'pub')
  const attached = await reader.childrenOf(pub, stageEntity(unitId, plan.id, stage))
  const records = (await Promise.all(provingKinds.map((kind) => reader.ofKind(pub, kind)))).flat()
  const isProof = (deliverable: string, evidenceId: string): boolean =>
    records.some((state) => state.entity === evidenceId && (state.kind !== 'management-review' || isSealed(state))) ||
    attached.some((state) => state.entity === evidenceId && field(state, 'deliverable', '') === deliverable)
  return deliverables.map(({ deliverable, evidenceId, attestation }) => ({
    deliverable,
    evidenceId: evidenceId !== null && isProof(deliverable, evidenceId) ? evidenceId : null,
    attestation,
  }))
}

/** A published finding is open until its corrective action is closed (DEC-2). */
async function countOpenMajor(reader: GestureReader, unitId: string, today: LocalDate): Promise<number> {
  const [findings, requests] = await Promise.all([knownFindings(reader, unitId), knownRequests(reader, unitId, today)])
  return openMajors(findings, requests).length
}
