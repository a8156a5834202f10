// What a rehearsal begins with, relative to its day: a plan, four stages done, a visit and a corrective action to answer.
// No profile, no procedures and no round: the first day is what a new office practises first.
import { feedId } from '#domain/change/feed.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import { isKind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { StageEventType } from '#domain/pilot/stage-event.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import { LEARNER, REHEARSAL_PROVINCE, REHEARSAL_UNIT, TEACHER } from './rehearsal-identity.ts'

/** The replica that everything at the start was written by. */
const STARTER = 'rehearsal-start'

interface StartRecord {
  readonly feed: string
  readonly kind: string
  readonly entity: string
  readonly by: string
  readonly on: LocalDate
  readonly fields: Readonly<Record<string, JsonValue>>
}

const PUB = feedId(REHEARSAL_UNIT, 'pub')
const PLAN = feedId(REHEARSAL_PROVINCE, 'plan')
const DONE_STAGES = 4

const written = (date: LocalDate): JsonValue => ({ text: formatLocalDate(date), date })

const momentOf = (on: LocalDate): number => Date.parse(`${on}T02:00:00Z`)

/** The demonstration's plan began 120 days ago; with this many more to come the commune is in time, and writing documents. */
const LATER_DAYS = 70

const rehearsalPlan = (today: LocalDate): Plan => ({
  ...createDemonstrationPlan(addDays(today, LATER_DAYS), [REHEARSAL_UNIT], 1),
  targets: [],
  id: 'plan-rehearsal',
  number: 'DT-01/KH-UBND (diễn tập)',
  issuer: { vi: 'UBND Tỉnh Diễn Tập (không có thật)', en: 'People’s Committee of the rehearsal province (made up)' },
})

type NewId = (on: LocalDate) => string

function stageRecords(plan: Plan, newId: NewId): readonly StartRecord[] {
  const eventOf = (stage: string, type: StageEventType, on: LocalDate, by: string): StartRecord => {
    const proof = pilotStages.find(({ code }) => code === stage)?.deliverables ?? []
    const deliverables =
      type === 'declared-done'
        ? proof.map(({ id }) => ({ deliverable: id, evidenceId: null, attestation: 'Bản giấy diễn tập, tủ số 1' }))
        : []
    const fields = { unit: REHEARSAL_UNIT, plan: plan.id, stage, type, on, note: '', deliverables }
    return { feed: PUB, kind: 'stage-event', entity: newId(on), by, on, fields }
  }
  return scheduleOf(plan)
    .slice(0, DONE_STAGES)
    .flatMap(({ stage, end }, at) => [
      eventOf(stage, 'declared-done', end, LEARNER),
      ...(at < DONE_STAGES - 1 ? [eventOf(stage, 'confirmed', addDays(end, 1), TEACHER)] : []),
    ])
}

const visitRecord = (today: LocalDate, newId: NewId): StartRecord => {
  const on = addDays(today, -9)
  return {
    feed: PUB,
    kind: 'visit',
    entity: newId(on),
    by: TEACHER,
    on,
    fields: {
      unit: REHEARSAL_UNIT,
      on: written(on),
      stage: 'G4',
      flag: 'yellow',
      lateReasons: ['heavy-workload'],
      done: 'Đã xem bản thảo ba quy trình đầu tiên (diễn tập)',
      recommendation: 'Hoàn thành các quy trình còn lại trước lần làm việc sau (diễn tập)',
    },
  }
}

const correctiveRecord = (today: LocalDate, newId: NewId): StartRecord => {
  const on = addDays(today, -5)
  return {
    feed: PUB,
    kind: 'corrective-action',
    entity: newId(on),
    by: LEARNER,
    on,
    fields: {
      unit: REHEARSAL_UNIT,
      number: 'PKP/DT/001',
      issuedOn: on,
      source: 'self-found',
      of: null,
      grade: 'minor',
      clause: '7.5',
      department: 'Văn phòng HĐND và UBND',
      inspection: null,
      description: 'Sổ theo dõi văn bản đến bỏ trống ba ngày (diễn tập)',
      requirement: 'Quy trình kiểm soát tài liệu của UBND xã (diễn tập)',
      evidence: 'Sổ văn bản đến, quyển 01 (diễn tập)',
      dueOn: written(addDays(on, 30)),
    },
  }
}

function startRecords(today: LocalDate, random: RandomSource): readonly StartRecord[] {
  const newId: NewId = (on) => createUuidV7({ now: () => momentOf(on) }, random)
  const plan = rehearsalPlan(today)
  const planRecord = {
    feed: PLAN,
    kind: 'plan',
    entity: plan.id,
    by: TEACHER,
    on: plan.start,
    fields: { plan: plan as unknown as JsonValue },
  }
  return [planRecord, ...stageRecords(plan, newId), visitRecord(today, newId), correctiveRecord(today, newId)]
}

/** Operations by feed, as if they had come from elsewhere long ago: nothing of them waits to be sent. */
export function startOperations(today: LocalDate, random: RandomSource): ReadonlyMap<string, readonly Op[]> {
  const records = [...startRecords(today, random)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const ops = records.map(({ feed, kind, entity, by, on, fields }, at): Op => {
    const f = Object.fromEntries(Object.entries(fields).map(([name, value]): [string, FieldWrite] => [name, [value]]))
    const sv = isKind(kind) ? kindDefinition(kind).schemaVersion : 1
    return { d: STARTER, n: at + 1, h: hlcAt(momentOf(on)) + at, s: feed, k: kind, e: entity, u: by, sv, f }
  })
  const byFeed = new Map<string, Op[]>()
  for (const op of ops) byFeed.set(op.s, [...(byFeed.get(op.s) ?? []), op])
  return byFeed
}
