/**
 * Corrective action requests of the demonstration, on their way in every state: those of the lead commune come from the
 * findings of its audit, two other communes have one each that is late, so that those who follow them have something to see.
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { MoveName } from '#domain/corrective-action/move.ts'
import { defaultDueOn, type FindingGrade, isNonconformity } from '#domain/internal-audit/finding.ts'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { Dice } from './dice.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

type Fields = Readonly<Record<string, JsonValue>>

interface Step {
  readonly name: MoveName
  /** Days after the request was issued. */
  readonly day: number
  readonly by: string
  readonly fields?: Fields
}

interface Request {
  readonly issuedOn: LocalDate
  readonly by: string
  readonly fields: Fields
  readonly steps: readonly Step[]
}

const written = (date: LocalDate): JsonValue => ({ text: formatLocalDate(date), date })

function recordsOf({ unit }: SeedCommune, request: Request, sequence: number, dice: Dice): readonly SeedRecord[] {
  const feed = feedId(unit.id, 'pub')
  const issued = momentOn(request.issuedOn, 9, sequence)
  const id = createUuidV7({ now: () => issued }, dice)
  const number = `PKP/${unit.code}/${request.issuedOn.slice(0, 4)}/mh-${String(sequence).padStart(3, '0')}`
  const head = { unit: unit.id, number, issuedOn: request.issuedOn, inspection: null, ...request.fields }
  const steps = request.steps.map(({ name, day, by, fields }): SeedRecord => {
    const on = addDays(request.issuedOn, day)
    const atMs = momentOn(on, 14, sequence)
    const entity = createUuidV7({ now: () => atMs }, dice)
    return { by, atMs, feed, kind: 'corrective-move', entity, fields: { unit: unit.id, of: id, name, on, ...fields } }
  })
  return [{ by: request.by, atMs: issued, feed, kind: 'corrective-action', entity: id, fields: head }, ...steps]
}

function text({ fields }: SeedRecord, field: string): string {
  const value = fields[field]
  return typeof value === 'string' ? value : ''
}

const fromFinding = (finding: SeedRecord, issuedOn: LocalDate): Fields => {
  const due = defaultDueOn(text(finding, 'grade') as FindingGrade, issuedOn)
  return {
    source: 'internal-audit',
    of: finding.entity,
    grade: text(finding, 'grade'),
    clause: text(finding, 'clause'),
    department: text(finding, 'department'),
    description: text(finding, 'facts'),
    requirement: text(finding, 'requirement'),
    evidence: text(finding, 'objectiveEvidence'),
    dueOn: due && written(due),
  }
}

const analysis = (dueOn: LocalDate): Fields => ({
  correction: 'Đã xin lỗi bằng văn bản và hẹn lại ngày trả (dữ liệu minh họa)',
  whys: [
    'Hồ sơ chuyển phòng chuyên môn chậm hai ngày',
    'Người nhận đi học, không ai nhận thay',
    'Quy trình chưa nêu người thay khi vắng',
  ],
  action: 'Bổ sung người thay vào quy trình và bảng phân công (dữ liệu minh họa)',
  responsible: 'Công chức Văn phòng - Thống kê',
  dueOn: written(dueOn),
})

/** `major` stands before `minor`, also in the alphabet. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const ofTraining = {
  correction: 'Đã lập hồ sơ đào tạo cho hai người (dữ liệu minh họa)',
  whys: ['Chưa ai được giao theo dõi người mới nhận việc', 'Bảng phân công chưa nêu việc lập hồ sơ đào tạo'],
  action: 'Thêm việc lập hồ sơ đào tạo vào bảng phân công (dữ liệu minh họa)',
}

/** The first waits for its verifier, the second for the heads, the third is new. */
function leadRequests(
  { secretary, auditor, chairman, today }: LeadPeople,
  findings: readonly SeedRecord[],
): readonly Request[] {
  const issuedOn = addDays(today, -20)
  const promised = addDays(today, 4)
  const begun: Step = { name: 'start-analysis', day: 1, by: secretary }
  const submitted: Step = { name: 'submit-analysis', day: 4, by: secretary, fields: analysis(promised) }
  const training: Step = { ...submitted, fields: { ...analysis(promised), ...ofTraining } }
  const done = { words: 'Đã ban hành quy trình sửa đổi và bảng phân công (dữ liệu minh họa)' }
  const ways: readonly (readonly Step[])[] = [
    [
      begun,
      submitted,
      { name: 'approve', day: 5, by: chairman },
      { name: 'register', day: 6, by: secretary, fields: { officialNumber: '01/PKP-UBND' } },
      { name: 'report-done', day: 15, by: secretary, fields: done },
    ],
    [begun, training],
    [],
  ]
  const heaviestFirst = findings.toSorted((a, b) => compare(text(a, 'grade'), text(b, 'grade')))
  return heaviestFirst.slice(0, ways.length).map((finding, i) => {
    return { issuedOn, by: auditor, fields: fromFinding(finding, issuedOn), steps: ways[i] ?? [] }
  })
}

/** Closed long enough ago that its effect is to be looked at. */
function closedRequest({ secretary, auditor, chairman, today }: LeadPeople): Request {
  const issuedOn = addDays(today, -70)
  const fields = {
    source: 'complaint',
    of: null,
    grade: 'minor',
    clause: '8.2.1',
    department: 'Bộ phận một cửa',
    description: 'Bảng niêm yết thủ tục tại quầy còn bản đã hết hiệu lực (dữ liệu minh họa)',
    requirement: 'Quy định về công khai thủ tục hành chính',
    evidence: 'Phiếu phản ánh minh họa MH-07',
    dueOn: written(addDays(issuedOn, 30)),
  }
  const cause = { ...analysis(addDays(issuedOn, 25)), correction: 'Đã thay bản niêm yết (dữ liệu minh họa)' }
  const steps: readonly Step[] = [
    { name: 'start-analysis', day: 1, by: secretary },
    { name: 'submit-analysis', day: 3, by: secretary, fields: cause },
    { name: 'approve', day: 4, by: chairman },
    { name: 'report-done', day: 20, by: secretary, fields: { words: 'Đã niêm yết lại (dữ liệu minh họa)' } },
    { name: 'accept', day: 25, by: auditor, fields: { words: 'Đã xem tại quầy (dữ liệu minh họa)' } },
  ]
  return { issuedOn, by: secretary, fields, steps }
}

type LeadPeople = SeedCommune & { readonly chairman: string }

/** One that was found by the office itself, in a commune that falls behind. */
function lateRequest({ secretary, today }: SeedCommune): Request {
  const issuedOn = addDays(today, -45)
  const fields = {
    source: 'self-found',
    of: null,
    grade: 'minor',
    clause: '7.5',
    department: 'Văn phòng HĐND và UBND',
    description: 'Sổ theo dõi văn bản đến bỏ trống nhiều ngày (dữ liệu minh họa)',
    requirement: 'Quy trình kiểm soát tài liệu của UBND xã',
    evidence: 'Sổ văn bản đến, quyển 02',
    dueOn: written(addDays(issuedOn, 30)),
  }
  return { issuedOn, by: secretary, fields, steps: [{ name: 'start-analysis', day: 3, by: secretary }] }
}

/** Of the lead commune and of the first two that fall behind. */
export function correctiveRecords(
  communes: readonly SeedCommune[],
  audits: readonly SeedRecord[],
  chairmanOf: (unit: string) => string,
): readonly SeedRecord[] {
  const lead = communes.filter(({ isLead }) => isLead)
  const late = communes.filter(({ isLead, pace }) => !isLead && pace === 'behind').slice(0, 2)
  const numbered = (commune: SeedCommune, requests: readonly Request[]): readonly SeedRecord[] => {
    const dice = commune.dice('corrective')
    return requests.flatMap((request, i) => recordsOf(commune, request, i + 1, dice))
  }
  const findingsOf = ({ unit }: SeedCommune): readonly SeedRecord[] =>
    audits.filter(
      (record) =>
        record.kind === 'finding' &&
        record.feed === feedId(unit.id, 'pub') &&
        isNonconformity(text(record, 'grade') as FindingGrade),
    )
  return [
    ...lead.flatMap((commune) => {
      const people = { ...commune, chairman: chairmanOf(commune.unit.id) }
      return numbered(commune, [...leadRequests(people, findingsOf(commune)), closedRequest(people)])
    }),
    ...late.flatMap((commune) => numbered(commune, [lateRequest(commune)])),
  ]
}
