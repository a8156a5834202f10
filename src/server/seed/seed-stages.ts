/** How far each commune is: its own declarations, and what the person who follows it said about them. */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { PlannedStage } from '#domain/pilot/schedule.ts'
import type { StageEventType } from '#domain/pilot/stage-event.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { Dice } from './dice.ts'
import type { SeedRecord } from './seed-writer.ts'

const ATTESTATION = 'Bản giấy có chữ ký, lưu tại Văn phòng HĐND và UBND xã (dữ liệu minh họa)'
const RETURN_NOTE = 'Danh sách lớp chưa đủ chữ ký; đề nghị bổ sung rồi báo lại (dữ liệu minh họa)'
const MOST_DAYS_TO_CONFIRM = 7

interface Told {
  readonly type: StageEventType
  readonly stage: string
  readonly on: LocalDate
  readonly note: string
  readonly deliverables: JsonValue
}

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

const proofOf = (stage: string): JsonValue =>
  (stageByCode(stage)?.deliverables ?? []).map(({ id }) => ({
    deliverable: id,
    evidenceId: null,
    attestation: ATTESTATION,
  }))

const told = (type: StageEventType, stage: string, on: LocalDate, note = ''): Told => ({
  type,
  stage,
  on,
  note,
  deliverables: type === 'declared-done' ? proofOf(stage) : [],
})

/** The day a stage was declared; null where the commune has not come so far. */
function declaredOn(
  { pace }: SeedCommune,
  planned: PlannedStage,
  index: number,
  stuckAt: number,
  dice: Dice,
): LocalDate | null {
  if (pace === 'on-time') return addDays(planned.end, -dice.roll(3))
  if (pace === 'slow') return addDays(planned.end, 2 * index + dice.roll(4))
  return index < stuckAt ? addDays(planned.end, dice.roll(6)) : null
}

/** What the monitor answered to a declaration; the lead commune's last one waits, so that there is something to do. */
function answered(commune: SeedCommune, stage: string, on: LocalDate, isLast: boolean, dice: Dice): readonly Told[] {
  const isConfirmed = commune.isLead ? !isLast : dice.chance(isLast ? 45 : 92)
  const confirmedOn = addDays(on, 1 + dice.roll(MOST_DAYS_TO_CONFIRM))
  return isConfirmed && confirmedOn < commune.today ? [told('confirmed', stage, confirmedOn)] : []
}

/** A slow commune's training list comes back once. */
function declared(commune: SeedCommune, stage: string, on: LocalDate): readonly Told[] {
  if (commune.pace !== 'slow' || stage !== 'G2') return [told('declared-done', stage, on)]
  return [
    told('declared-done', stage, addDays(on, -3)),
    told('returned', stage, addDays(on, -2), RETURN_NOTE),
    told('declared-done', stage, on),
  ]
}

function story(commune: SeedCommune): readonly Told[] {
  const dice = commune.dice('stages')
  const stuckAt = 2 + dice.roll(4)
  const events: Told[] = []
  let from = commune.plan.start
  for (const [index, planned] of commune.schedule.entries()) {
    const on = declaredOn(commune, planned, index, stuckAt, dice)
    if (on === null || on >= commune.today) return [...events, told('started', planned.stage, from)]
    from = laterOf(from, on)
    const next = commune.schedule[index + 1]
    const isLast = next === undefined || next.end >= commune.today
    events.push(...declared(commune, planned.stage, from), ...answered(commune, planned.stage, from, isLast, dice))
  }
  return events
}

/** On one day the commune declares in the morning, begins the next stage at noon, and is answered in the afternoon. */
const hourOf: Readonly<Record<StageEventType, number>> = {
  'declared-done': 9,
  started: 11,
  confirmed: 15,
  returned: 15,
}

const isMonitors = (type: StageEventType): boolean => type === 'confirmed' || type === 'returned'

export function stageRecords(commune: SeedCommune): readonly SeedRecord[] {
  const { unit, plan, secretary, monitor } = commune
  const dice = commune.dice('stage-ids')
  return story(commune).map(({ type, ...event }) => {
    const atMs = momentOn(event.on, hourOf[type], dice.roll(60))
    return {
      by: isMonitors(type) ? monitor : secretary,
      atMs,
      feed: feedId(unit.id, 'pub'),
      kind: 'stage-event',
      entity: createUuidV7({ now: () => atMs }, dice),
      fields: { unit: unit.id, plan: plan.id, type, ...event },
    }
  })
}
