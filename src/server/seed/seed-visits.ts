/** Visits of those who follow an area; some communes have waited too long for the next one. */
import { feedId } from '#domain/change/feed.ts'
import type { LateReason } from '#domain/field-visit/late-reason.ts'
import type { VisitFlag } from '#domain/field-visit/visit.ts'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { Dice } from './dice.ts'
import { momentOn, type Pace, type SeedCommune } from './seed-commune.ts'
import { plannedVisits, sealedVisit } from './seed-visit-records.ts'
import type { SeedRecord } from './seed-writer.ts'

const FIRST_AFTER_DAYS = 12
const BETWEEN_DAYS = 13

const flagsByPace: Readonly<Record<Pace, readonly [VisitFlag, ...VisitFlag[]]>> = {
  'on-time': ['green', 'green', 'green', 'yellow'],
  slow: ['yellow', 'yellow', 'green'],
  behind: ['red', 'yellow', 'red'],
}

const reasons: readonly [LateReason, ...LateReason[]] = [
  'short-of-time',
  'heavy-workload',
  'procedures-not-agreed',
  'short-of-staff',
  'staff-moved',
  'short-of-equipment',
]

const done: readonly [string, ...string[]] = [
  'Đã rà soát danh mục thủ tục và phân công người soạn (dữ liệu minh họa)',
  'Đã họp ban chỉ đạo, thống nhất lịch tuần tới (dữ liệu minh họa)',
  'Đã kiểm tra sổ theo dõi hồ sơ tại bộ phận một cửa (dữ liệu minh họa)',
  'Đã hướng dẫn ghi phiếu tự đánh giá (dữ liệu minh họa)',
]

const advice: Readonly<Record<VisitFlag, string>> = {
  green: 'Giữ tiến độ như kế hoạch.',
  yellow: 'Hoàn thành quy trình còn thiếu trước lần làm việc sau.',
  red: 'Đề nghị Chủ tịch UBND xã phân công lại và báo cáo trong tuần.',
}

const stageAt = ({ schedule, pace }: SeedCommune, on: LocalDate): string => {
  const index = schedule.findIndex(({ end }) => on <= end)
  return schedule[Math.max(0, pace === 'behind' ? index - 1 : index)]?.stage ?? 'G0'
}

function visitRecord(commune: SeedCommune, on: LocalDate, dice: Dice): SeedRecord {
  const flag = dice.pick(flagsByPace[commune.pace])
  const atMs = momentOn(on, 10, dice.roll(60))
  return {
    by: commune.monitor,
    atMs,
    feed: feedId(commune.unit.id, 'pub'),
    kind: 'visit',
    entity: createUuidV7({ now: () => atMs }, dice),
    fields: {
      unit: commune.unit.id,
      on: { text: formatLocalDate(on), date: on },
      stage: stageAt(commune, on),
      flag,
      done: dice.pick(done),
      lateReasons: flag === 'green' ? [] : [dice.pick(reasons)],
      recommendation: advice[flag],
    },
  }
}

const dayOf = ({ fields }: SeedRecord): LocalDate => (fields['on'] as { readonly date: LocalDate }).date

export function visitRecords(commune: SeedCommune): readonly SeedRecord[] {
  const dice = commune.dice('visits')
  const records: SeedRecord[] = []
  let on = addDays(commune.plan.start, FIRST_AFTER_DAYS + dice.roll(10))
  while (on < commune.today) {
    records.push(visitRecord(commune, on, dice))
    on = addDays(on, BETWEEN_DAYS + dice.roll(15))
  }
  const last = records.at(-1)
  const sealed = commune.isLead && last ? sealedVisit(commune, last, dayOf(last)) : []
  return [...records, ...sealed, ...plannedVisits(commune)]
}
