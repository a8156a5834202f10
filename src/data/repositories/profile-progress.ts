/**
 * Progress of before, written as events of the stages with the days the list says. The words about the proof stand for
 * every deliverable of the stage; what the gate of a stage counts is counted again inside the gesture (PIL-12, PIL-13).
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { openMajors } from '#domain/declaration/open-major.ts'
import type { PastStage } from '#domain/first-day/progress-import.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { checkDeclarable } from '#domain/pilot/declarable.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { isStageDone, type StageEvidence } from '#domain/pilot/stage-event.ts'
import { templateOf } from '#domain/plan/plan-time.ts'
import type { ProfileRepository } from '#data/contract/profile-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { knownFindings, knownRequests } from './known-requests.ts'
import { readPilot } from './pilot-reader.ts'
import { livePlanOf, readPlans } from './plan-reader.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

async function countOpenMajor(reader: GestureReader, unit: string, today: LocalDate): Promise<number> {
  const [findings, requests] = await Promise.all([knownFindings(reader, unit), knownRequests(reader, unit, today)])
  return openMajors(findings, requests).length
}

export async function readProgressFacts(
  { db }: RepositoryParts,
  unit: string,
  today: LocalDate,
): ReturnType<ProfileRepository['progressFacts']> {
  const pilot = await readPilot(db, unit, today)
  if (!pilot) return null
  return {
    template: templateOf(pilot.plan),
    declared: pilot.stages.filter(isStageDone).map(({ stage }) => stage),
    begun: pilot.stages.filter(({ events }) => events.length > 0).map(({ stage }) => stage),
    openMajor: await countOpenMajor(createGestureReader(db), unit, today),
  }
}

interface Task {
  readonly unit: string
  readonly plan: Plan
  readonly openMajor: number
  readonly nextId: () => string
}

/** The days of one stage as events, or why it cannot be taken for done. */
function eventsOf(past: PastStage, { unit, plan, openMajor, nextId }: Task): Result<readonly EntityWrite[], Problem> {
  const stage = templateOf(plan).find(({ code }) => code === past.stage)
  if (!stage) return err({ code: 'access.forbidden' })
  const proof = stage.deliverables.map(
    ({ id }): StageEvidence => ({ deliverable: id, evidenceId: null, attestation: past.proof }),
  )
  const eventOn = (type: string, on: LocalDate, deliverables: readonly StageEvidence[]): EntityWrite => ({
    feed: feedId(unit, 'pub'),
    kind: 'stage-event',
    entity: nextId(),
    fields: {
      unit,
      plan: plan.id,
      stage: past.stage,
      type,
      on,
      note: past.note,
      deliverables: deliverables as unknown as JsonValue,
    },
  })
  const started = past.startedOn === null ? [] : [eventOn('started', past.startedOn, [])]
  if (past.doneOn === null) return ok(started)
  const declarable = checkDeclarable(stage, proof, { openMajor })
  return declarable.ok ? ok([...started, eventOn('declared-done', past.doneOn, proof)]) : declarable
}

/** Rules DAY-13 and DAY-15. */
export async function bringProgress(parts: RepositoryParts, unit: string, stages: readonly PastStage[]): SaveResult {
  const ids = Array.from({ length: stages.length * 2 }, () => newId(parts))
  const today = todayOf(parts)
  return parts.commit(async (reader) => {
    const plan = livePlanOf(await readPlans(parts.db), unit)
    if (!plan) return err({ code: 'access.forbidden' })
    const left = [...ids]
    const task = { unit, plan, openMajor: await countOpenMajor(reader, unit, today), nextId: () => left.shift() ?? '' }
    const writes: EntityWrite[] = []
    for (const past of stages) {
      const events = eventsOf(past, task)
      if (!events.ok) return events
      writes.push(...events.value)
    }
    return ok(writes)
  })
}
