/**
 * Reviews of the leaders and the register of declarations: the commune whose accounts can sign in prepares its review, one
 * has sealed minutes and decisions, some declared years ago under an older edition, and one in spite of unmet conditions.
 */
import { createHash } from 'node:crypto'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { createDeclaration, type DeclarationDraft } from '#domain/declaration/declaration.ts'
import type { DeclarationFacts } from '#domain/declaration/declaration-blocks.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { addDays, addMonths, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { Attendee, ManagementReview } from '#domain/management-review/management-review.ts'
import { createMinutes, type SealedDecision } from '#domain/management-review/minutes.ts'
import { type InputText, type ReviewInputId, reviewInputs } from '#domain/management-review/review-input.ts'
import type { Dice } from './dice.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const MARK = '(dữ liệu minh họa)'

const inputTexts: Readonly<Record<ReviewInputId, string>> = {
  'earlier-decisions': 'Lần xem xét đầu tiên, chưa có việc của lần trước',
  context: 'Nhận thêm thủ tục phân cấp từ tháng 7; đã rà soát danh mục',
  satisfaction: 'Phiếu lấy ý kiến tại bộ phận một cửa: phần lớn hài lòng',
  objectives: 'Đạt 5/6 chỉ tiêu; chỉ tiêu trả kết quả đúng hạn còn thiếu 2%',
  'process-results': 'Hồ sơ trễ hạn tập trung ở lĩnh vực đất đai',
  nonconformities: 'Các phiếu yêu cầu hành động khắc phục đang được xử lý đúng hạn',
  monitoring: 'Người theo dõi địa bàn đã đến ba lần',
  audits: 'Đã đánh giá nội bộ đợt 1 tại tất cả bộ phận',
  suppliers: 'Bưu chính công ích phục vụ ổn định',
  resources: 'Thiếu một máy quét tại bộ phận một cửa',
  risks: 'Rủi ro gián đoạn mạng đã có phương án dự phòng',
  opportunities: 'Gộp ba biểu mẫu trùng nội dung',
}

interface Told {
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

const asJson = (value: unknown): JsonValue => value as JsonValue

const sha256Of = (content: unknown): string =>
  createHash('sha256')
    .update(utf8Bytes(canonicalJson(content)))
    .digest('hex')

const idAt = (atMs: number, dice: Dice): string => createUuidV7({ now: () => atMs }, dice)

const recordsOf = ({ unit, secretary }: SeedCommune, atMs: number, told: readonly Told[]): readonly SeedRecord[] =>
  told.map((one, i) => ({ ...one, by: secretary, atMs: atMs + i * 1000, feed: feedId(unit.id, 'pub') }))

const reviewHead = ({ unit }: SeedCommune, on: LocalDate, noticedOn: LocalDate): ManagementReview => ({
  unit: unit.id,
  number: 1,
  on,
  noticedOn,
  place: 'Phòng họp UBND xã',
  chair: 'Chủ tịch UBND xã',
  secretary: 'Thư ký ISO',
  conclusion: '',
  hasNoDecision: false,
})

const attendance: readonly Attendee[] = [
  { name: `Người dự họp A ${MARK}`, post: 'Chủ tịch UBND xã', side: 'chair', isPresent: true },
  { name: `Người dự họp B ${MARK}`, post: 'Thư ký ISO', side: 'secretary', isPresent: true },
  { name: `Người dự họp C ${MARK}`, post: 'Công chức tư pháp - hộ tịch', side: 'member', isPresent: true },
]

function headAndRest(
  id: string,
  review: ManagementReview,
  inputs: readonly InputText[],
  present: readonly Attendee[],
  dice: Dice,
): readonly Told[] {
  return [
    { kind: 'management-review', entity: id, fields: asJson(review) as Told['fields'] },
    ...inputs.map((input) => ({
      kind: 'review-input',
      entity: `rin.${id}.${input.input}`,
      fields: { review: id, ...input },
    })),
    ...present.map((attendee, i) => ({
      kind: 'attendance',
      entity: idAt(i + 1, dice),
      fields: { meeting: id, ...attendee },
    })),
  ]
}

const inputsOf = (ids: readonly ReviewInputId[]): readonly InputText[] =>
  ids.map((input) => ({ input, text: `${inputTexts[input]} ${MARK}`, gatheredAt: null }))

/** Half prepared, so that there is something to do. */
function prepared(commune: SeedCommune): readonly SeedRecord[] {
  const dice = commune.dice('review of leaders')
  const atMs = momentOn(addDays(commune.today, -3), 14)
  const review = reviewHead(commune, addDays(commune.today, 5), addDays(commune.today, -3))
  const inputs = inputsOf(['context', 'satisfaction', 'suppliers'])
  return recordsOf(commune, atMs, headAndRest(idAt(atMs, dice), review, inputs, attendance.slice(0, 2), dice))
}

const decisions: readonly Pick<SealedDecision, 'category' | 'what' | 'who'>[] = [
  { category: 'resource', what: `Bố trí máy quét cho bộ phận một cửa ${MARK}`, who: 'Công chức văn phòng - thống kê' },
  { category: 'improvement', what: `Gộp ba biểu mẫu trùng nội dung ${MARK}`, who: 'Thư ký ISO' },
]

/** Held and sealed; one of its decisions is late by now. */
function held(commune: SeedCommune): readonly SeedRecord[] {
  const { today, unit, secretary } = commune
  const dice = commune.dice('review of leaders')
  const on = addDays(today, -12)
  const atMs = momentOn(on, 15)
  const id = idAt(atMs, dice)
  const review = reviewHead(commune, on, addDays(on, -8))
  const inputs = inputsOf(reviewInputs.map((input) => input.id))
  const taken = decisions.map((decision, i): SealedDecision => {
    const until = addDays(today, i === 0 ? -1 : 40)
    return { ...decision, id: idAt(atMs + i, dice), until: { text: formatLocalDate(until), date: until } }
  })
  const sealedAt = new Date(atMs + 60_000).toISOString()
  const content = createMinutes(
    { id, review, attendance, inputs, decisions: taken, sealedAt, sealedBy: secretary },
    today,
  )
  if (!content.ok) throw new Error(`seed: minutes lack ${content.error.code}`)
  const minutes = idAt(atMs + 60_000, dice)
  const actions = taken.map(({ id: action, category: question, what, who, until }) => ({
    kind: 'action',
    entity: action,
    fields: { unit: unit.id, of: id, question, what, who, until: { ...until }, state: 'open', outcome: '' },
  }))
  const sealed = { unit: unit.id, review: id, content: asJson(content.value), sha256: sha256Of(content.value) }
  return recordsOf(commune, atMs, [
    ...headAndRest(id, { ...review }, inputs, attendance, dice).map((one) =>
      one.entity === id ? { ...one, fields: { ...one.fields, minutes } } : one,
    ),
    ...actions,
    { kind: 'review-minutes', entity: minutes, fields: sealed },
  ])
}

function declared(
  commune: SeedCommune,
  on: LocalDate,
  facts: DeclarationFacts,
  more: Pick<DeclarationDraft, 'number' | 'edition' | 'overrideReason'>,
): readonly SeedRecord[] {
  const { unit, today, secretary } = commune
  const atMs = momentOn(on > addDays(today, -110) ? on : addDays(today, -110), 9)
  const draft: DeclarationDraft = {
    ...more,
    unit: unit.id,
    type: 'declaration',
    on: formatLocalDate(on),
    scope: 'Tư pháp - hộ tịch\nĐất đai\nChính sách xã hội\nXây dựng',
    address: `Trụ sở UBND xã ${unit.name} ${MARK}`,
    signer: 'Chủ tịch UBND xã',
    signerName: '',
    body: '',
    expiresOn: '',
  }
  const sealedAt = new Date(atMs).toISOString()
  const content = createDeclaration({ draft, facts, replaces: null, sealedAt, sealedBy: secretary }, today)
  if (!content.ok) throw new Error(`seed: a declaration lacks ${content.error.code}`)
  const { type, number, edition } = content.value
  const head = { unit: unit.id, type, number, on, edition, expiresOn: null }
  const fields = { ...head, content: asJson(content.value), sha256: sha256Of(content.value) }
  return recordsOf(commune, atMs, [{ kind: 'declaration', entity: idAt(atMs, commune.dice('declaration')), fields }])
}

/** Years ago, under an edition that the plan of today replaces. */
function declaredBefore(commune: SeedCommune, monthsAgo: number): readonly SeedRecord[] {
  const on = addMonths(commune.today, -monthsAgo)
  const facts: DeclarationFacts = {
    openMajor: 0,
    auditsConcludedOn: [addDays(on, -30)],
    reviewsHeldOn: [addDays(on, -14)],
    trialFrom: addMonths(on, -5),
    trialTo: addMonths(on, -1),
    blockingQuestions: 0,
  }
  return declared(commune, on, facts, { number: '15/QĐ-UBND (minh họa)', edition: '2008', overrideReason: '' })
}

/** Last week, in spite of what was missing. */
function declaredAnyway(commune: SeedCommune): readonly SeedRecord[] {
  const facts: DeclarationFacts = {
    openMajor: 1,
    auditsConcludedOn: [addDays(commune.today, -30)],
    reviewsHeldOn: [addDays(commune.today, -12)],
    trialFrom: addMonths(commune.today, -2),
    trialTo: null,
    blockingQuestions: 0,
  }
  return declared(commune, addDays(commune.today, -6), facts, {
    number: '27/QĐ-UBND (minh họa)',
    edition: '2015',
    overrideReason: 'Theo tiến độ của kế hoạch tỉnh, cam kết đóng điểm nặng trong tháng (dữ liệu minh họa)',
  })
}

/** Of a few communes only; the lead's neighbours come first in the list of its area. */
export function reviewOfLeadersRecords(communes: readonly SeedCommune[]): readonly SeedRecord[] {
  const [second, third, fourth, fifth] = communes.filter(({ isLead }) => !isLead)
  return [
    ...communes.filter(({ isLead }) => isLead).flatMap(prepared),
    ...(second ? [...held(second), ...declaredAnyway(second)] : []),
    ...(third ? declaredBefore(third, 14) : []),
    ...(fourth ? declaredBefore(fourth, 26) : []),
    ...(fifth ? declaredBefore(fifth, 31) : []),
  ]
}
