/** What came after a self-assessment: some answers verified by the monitor, and what the commune undertook about gaps. */
import { feedId } from '#domain/change/feed.ts'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import type { Dice } from './dice.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

/** Of the commune whose accounts can sign in: begun and not finished, so that both sides have something to do. */
const LEAD_VERIFIED = 9
const ACTIONS_PERCENT = 35
const LOWERED_AT = 4

const undertakings: readonly [string, ...string[]] = [
  'Soạn và ban hành quy trình còn thiếu (dữ liệu minh họa)',
  'Lập sổ theo dõi và ghi hằng tuần (dữ liệu minh họa)',
  'Phổ biến lại cho công chức bộ phận một cửa (dữ liệu minh họa)',
]
const posts: readonly [string, ...string[]] = ['Thư ký ISO', 'Công chức văn phòng - thống kê', 'Phó Chủ tịch UBND xã']

interface Submitted {
  readonly id: string
  readonly content: SubmissionContent
}

const submittedIn = (records: readonly SeedRecord[]): readonly Submitted[] =>
  records
    .filter(({ kind }) => kind === 'submission')
    .map(({ entity, fields }) => ({ id: entity, content: fields.content as unknown as SubmissionContent }))

function verifications({ unit, monitor, today }: SeedCommune, { id, content }: Submitted): readonly SeedRecord[] {
  const begun = momentOn(addDays(today, -3), 9)
  return content.answers.slice(0, LEAD_VERIFIED).map(({ questionId: question, score }, at) => {
    const isLowered = at === LOWERED_AT && typeof score === 'number' && score > 0
    return {
      by: monitor,
      atMs: begun + at * 180_000,
      feed: feedId(unit.id, 'pub'),
      kind: 'verification',
      entity: `ver.${id}.${question}`,
      fields: {
        unit: unit.id,
        submission: id,
        question,
        level: isLowered ? score - 1 : score,
        reason: isLowered ? 'Hồ sơ chưa đủ hai kỳ liên tiếp (dữ liệu minh họa)' : '',
      },
    }
  })
}

function action(commune: SeedCommune, { id }: Submitted, question: string, until: LocalDate, dice: Dice): SeedRecord {
  const atMs = momentOn(addDays(commune.today, -(10 + dice.roll(10))), 10, dice.roll(60))
  return {
    by: commune.secretary,
    atMs,
    feed: feedId(commune.unit.id, 'pub'),
    kind: 'action',
    entity: createUuidV7({ now: () => atMs }, dice),
    fields: {
      unit: commune.unit.id,
      of: id,
      question,
      what: dice.pick(undertakings),
      who: dice.pick(posts),
      until: { text: formatLocalDate(until), date: until },
      state: 'open',
      outcome: '',
    },
  }
}

function actions(commune: SeedCommune, submitted: Submitted): readonly SeedRecord[] {
  const dice = commune.dice('actions')
  if (!commune.isLead && !dice.chance(ACTIONS_PERCENT)) return []
  const gaps = submitted.content.answers.filter(({ score }) => score === 0 || score === 1).slice(0, 2)
  // The first is late, the second has time left.
  return gaps.map(({ questionId: question }, at) =>
    action(commune, submitted, question, addDays(commune.today, at === 0 ? -2 : 12), dice),
  )
}

/** `assessments`: what was made up for this commune's self-assessments. */
export const reviewRecords = (commune: SeedCommune, assessments: readonly SeedRecord[]): readonly SeedRecord[] =>
  submittedIn(assessments).flatMap((submitted) => [
    ...(commune.isLead ? verifications(commune, submitted) : []),
    ...actions(commune, submitted),
  ])
