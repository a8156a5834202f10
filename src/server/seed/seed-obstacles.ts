/**
 * What holds some communes up and why some are late: a few obstacles in each state, and reasons for late stages. Each
 * author writes fields of their own, because nobody here has seen what the others wrote.
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { LateReason } from '#domain/field-visit/late-reason.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { stageDelayId } from '#domain/obstacle/stage-delay.ts'
import { deriveStages, type StageEvent, type StageState } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE } from '#domain/pilot/stage-template.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import { stageRecords } from './seed-stages.ts'
import type { SeedRecord } from './seed-writer.ts'

interface Story {
  readonly text: string
  readonly daysAgo: number
  /** By the department; without one nobody has taken it on. */
  readonly owner?: string
  readonly dueIn?: number
  readonly answer?: string
  readonly isSettled?: true
}

const MARK = '(dữ liệu minh họa)'

const leadStories: readonly Story[] = [
  {
    text: `Chưa có mẫu quy trình cho nhóm thủ tục đất đai chuyển về xã ${MARK}`,
    daysAgo: 9,
    owner: 'Phòng Quản lý Tiêu chuẩn Đo lường Chất lượng',
    answer: `Đã gửi bộ mẫu 6 quy trình đất đai; xã chỉnh tên bộ phận rồi ban hành ${MARK}`,
  },
  {
    text: `Máy quét ở bộ phận một cửa hỏng, chưa số hóa được hồ sơ ${MARK}`,
    daysAgo: 6,
    owner: 'Văn phòng sở',
    dueIn: -2,
  },
]

const otherStories: readonly Story[] = [
  { text: `Thư ký ISO chuyển công tác, chưa có người thay ${MARK}`, daysAgo: 12 },
  {
    text: `Chưa thống nhất thời gian giải quyết giữa quy trình và bộ thủ tục mới ${MARK}`,
    daysAgo: 8,
    owner: 'Phòng Quản lý Tiêu chuẩn Đo lường Chất lượng',
    dueIn: 4,
  },
  {
    text: `Đường truyền ở hai điểm làm việc chưa ổn định ${MARK}`,
    daysAgo: 15,
    owner: 'Trung tâm Chuyển đổi số',
    dueIn: -5,
  },
  {
    text: `Đơn vị tư vấn lùi lịch tập huấn hai lần ${MARK}`,
    daysAgo: 20,
    owner: 'Văn phòng sở',
    answer: `Sở đã làm việc với đơn vị tư vấn, lịch mới gửi kèm công văn ${MARK}`,
    isSettled: true,
  },
  {
    text: `Chưa có kinh phí in biểu mẫu niêm yết ${MARK}`,
    daysAgo: 18,
    owner: 'Phòng Kế hoạch - Tài chính',
    answer: `Kinh phí đã có trong dự toán quý này ${MARK}`,
  },
]

const reasonSets: readonly (readonly LateReason[])[] = [
  ['short-of-time', 'heavy-workload'],
  ['short-of-staff'],
  ['staff-moved', 'procedures-not-agreed'],
  ['consultant-slow'],
  ['short-of-equipment', 'short-of-time'],
]

/** One commune in so many has an obstacle, and one late one in so many has said why. */
const [OBSTACLE_EVERY, DELAY_EVERY] = [10, 3]

function statesOf(commune: SeedCommune): readonly StageState[] {
  const events = stageRecords(commune).map(({ entity, atMs, by, fields }): StageEvent => {
    const { stage, type, on } = fields as unknown as Pick<StageEvent, 'stage' | 'type' | 'on'>
    return { id: entity, stage, type, on, note: '', evidence: [], by, at: atMs }
  })
  return deriveStages(events, commune.schedule, commune.today)
}

const isDone = ({ status }: StageState): boolean => status === 'declared' || status === 'confirmed'

function obstacleStory(commune: SeedCommune, story: Story, department: string): readonly SeedRecord[] {
  const { unit, today, secretary } = commune
  const raisedOn = addDays(today, -story.daysAgo)
  const raisedAt = momentOn(raisedOn, 9, story.daysAgo)
  const entity = createUuidV7({ now: () => raisedAt }, commune.dice(`obstacle ${story.text}`))
  const record = (by: string, atMs: number, fields: Readonly<Record<string, JsonValue>>): SeedRecord => ({
    by,
    atMs,
    feed: feedId(unit.id, 'pub'),
    kind: 'obstacle',
    entity,
    fields,
  })
  const stage = statesOf(commune).find((state) => !isDone(state))?.stage ?? DECLARATION_STAGE
  const { owner, dueIn, answer, isSettled, text } = story
  const state = isSettled ? 'settled' : answer === undefined ? 'open' : 'answered'
  const raised = record(secretary, raisedAt, {
    unit: unit.id,
    stage,
    text,
    raisedOn,
    ...(isSettled === true && { state }),
  })
  if (owner === undefined) return [raised]
  const answeredOn = addDays(raisedOn, 3)
  const answered = {
    ...(answer !== undefined && { answer, answeredOn }),
    ...(state === 'answered' && { state }),
    ...(dueIn !== undefined && { dueOn: addDays(today, dueIn) }),
  }
  return [raised, record(department, momentOn(answeredOn, 14, story.daysAgo), { owner, ...answered })]
}

function delayRecord(commune: SeedCommune, at: number): readonly SeedRecord[] {
  const { unit, plan, today, secretary } = commune
  const late = statesOf(commune).find(({ status }) => status === 'late')
  if (!late) return []
  const on = addDays(today, -2)
  const of = { unit: unit.id, plan: plan.id, stage: late.stage }
  const reasons = [...(reasonSets[at % reasonSets.length] ?? [])]
  const fields = { ...of, reasons, text: '', on, expectedOn: addDays(today, 7 + (at % 4) * 5) }
  const entity = stageDelayId(of)
  return [
    {
      by: secretary,
      atMs: momentOn(on, 15, at % 60),
      feed: feedId(unit.id, 'pub'),
      kind: 'stage-delay',
      entity,
      fields,
    },
  ]
}

export function obstacleRecords(communes: readonly SeedCommune[], department: string): readonly SeedRecord[] {
  const others = communes.filter(({ isLead }) => !isLead)
  const slow = others.filter(({ pace }) => pace !== 'on-time')
  return [
    ...communes
      .filter(({ isLead }) => isLead)
      .flatMap((lead) => leadStories.flatMap((story) => obstacleStory(lead, story, department))),
    ...others
      .filter((_, at) => at % OBSTACLE_EVERY === 0)
      .flatMap((commune, at) => {
        const story = otherStories[at % otherStories.length]
        return story ? obstacleStory(commune, story, department) : []
      }),
    ...slow.filter((_, at) => at % DELAY_EVERY === 0).flatMap(delayRecord),
  ]
}
