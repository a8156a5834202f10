/**
 * The audit year of two neighbouring communes: who audits, the programme of the year with its approval, and a plan each,
 * the second on the day after the first, with one auditor who goes to both.
 */
import { createHash } from 'node:crypto'
import { programmeContent } from '#domain/audit-planning/approved-content.ts'
import type { Auditor } from '#domain/audit-planning/auditor.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { type AuditProgramme, programmeId, type ProgrammeSlot } from '#domain/audit-planning/programme.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { addDays, dayOfWeek, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const LABEL = '(dữ liệu minh họa)'
const WRITTEN_DAYS_AGO = 6
/** Within the days in which a plan ought to go out. */
const BEGINS_IN_DAYS = 5

const weekdayFrom = (day: LocalDate): LocalDate => {
  const past = [1, 0, 0, 0, 0, 0, 2][dayOfWeek(day)] ?? 0
  return addDays(day, past)
}

type Fields = Readonly<Record<string, JsonValue>>

/** Writes one commune's planning, a minute after another. */
function writer(commune: SeedCommune) {
  const dice = commune.dice('audit-planning')
  const start = momentOn(addDays(commune.today, -WRITTEN_DAYS_AGO), 9)
  let minutes = 0
  const records: SeedRecord[] = []
  const write = (kind: string, fields: object, entity?: string, by = commune.secretary): string => {
    const atMs = start + minutes++ * 60_000
    const id = entity ?? createUuidV7({ now: () => atMs }, dice)
    records.push({ by, atMs, feed: feedId(commune.unit.id, 'pub'), kind, entity: id, fields: { ...fields } as Fields })
    return id
  }
  return { records, write }
}

type Writer = ReturnType<typeof writer>

type NewAuditor = Pick<Auditor, 'name' | 'post'> & { readonly fields: readonly string[] }

function writeAuditor(commune: SeedCommune, { write }: Writer, auditor: NewAuditor, id?: string): Auditor {
  const since = addDays(commune.today, -200)
  const fields = { unit: commune.unit.id, ...auditor, account: null, since, until: null }
  return { ...fields, id: write('auditor', fields, id) }
}

const slots: readonly Omit<ProgrammeSlot, 'id' | 'programme' | 'months'>[] = [
  { field: 'Hộ tịch', risk: 'high' },
  { field: 'Chứng thực', risk: 'middle' },
  { field: 'Đất đai', risk: 'high' },
  { field: 'Bảo trợ xã hội', risk: 'middle' },
]

function writeProgramme(
  commune: SeedCommune,
  out: Writer,
  auditors: readonly Auditor[],
  begins: LocalDate,
  approver: string,
) {
  const { id: unit } = commune.unit
  const year = Number(begins.slice(0, 4))
  const month = Number(begins.slice(5, 7))
  const programme: AuditProgramme = {
    id: programmeId(unit, year),
    unit,
    year,
    objectives: `Xem hệ thống có đúng yêu cầu, có được thực hiện và có hiệu lực ở từng lĩnh vực ${LABEL}`,
    edition: '2015',
    scope: 'Các lĩnh vực tiếp nhận tại bộ phận một cửa và công việc nội bộ của UBND xã',
    frequency: 'Mỗi lĩnh vực ít nhất một lần trong năm, lĩnh vực rủi ro cao hai lần',
    risks: 'Hồ sơ đất đai, hộ tịch dễ quá hạn; cán bộ mới nhận việc',
    leader: auditors[0]?.id ?? null,
  }
  const { id, ...fields } = programme
  out.write('audit-programme', fields, id)
  const lines = slots.map((slot): ProgrammeSlot => {
    const line = { programme: id, ...slot, months: [month] }
    return { ...line, id: out.write('programme-slot', line) }
  })
  const text = canonicalJson(programmeContent(programme, lines, auditors))
  const sha256 = createHash('sha256').update(text).digest('hex')
  const on = addDays(commune.today, -WRITTEN_DAYS_AGO)
  const step = { unit, of: id, ofKind: 'audit-programme', sha256, decision: 'approved', on, note: '' }
  out.write('approval', step, undefined, approver)
  return id
}

interface PlanParts {
  readonly programme: string | null
  readonly on: LocalDate
  readonly leader: Auditor
  readonly member: Auditor
}

type Line = Pick<AuditSession, 'type' | 'from' | 'to' | 'field' | 'auditee'> & { readonly clauses: readonly string[] }

const meeting = (type: 'opening' | 'closing', from: string, to: string): Line => ({
  type,
  from,
  to,
  field: '',
  auditee: 'Lãnh đạo UBND xã và các công chức được đánh giá',
  clauses: [],
})

const look = (from: string, to: string, field: string, auditee: string, clauses: readonly string[]): Line => ({
  type: 'field',
  from,
  to,
  field,
  auditee,
  clauses,
})

/** Who of the two takes a line; nobody a field of their own. */
function teamOf(line: Line, { leader, member }: PlanParts): readonly Auditor[] {
  if (line.type !== 'field') return [leader, member]
  return [leader, member].filter(({ fields }) => !fields.includes(line.field)).slice(0, 1)
}

function writePlan(commune: SeedCommune, out: Writer, parts: PlanParts): void {
  const { id: unit } = commune.unit
  const { programme, on, leader, member } = parts
  const decided = addDays(commune.today, -WRITTEN_DAYS_AGO)
  const plan = out.write('audit-plan', {
    unit,
    programme,
    decisionNumber: `${20 + (Number(commune.unit.code) % 50)}/QĐ-UBND`,
    decidedOn: { text: formatLocalDate(decided), date: decided },
    round: 1,
    purpose: `Đánh giá việc thực hiện quy trình ở bộ phận một cửa ${LABEL}`,
    scope: 'Hộ tịch, đất đai, bảo trợ xã hội',
    edition: '2015',
    from: on,
    to: on,
    leader: leader.id,
    members: [member.id],
    sentOn: null,
    audit: null,
  })
  const lines = [
    meeting('opening', '08:00', '08:30'),
    look('08:30', '10:00', 'Hộ tịch', 'Công chức tư pháp – hộ tịch', ['7.5', '8.5.1']),
    look('10:00', '11:30', 'Đất đai', 'Công chức địa chính – xây dựng', ['8.2', '8.5.1']),
    look('13:30', '15:00', 'Bảo trợ xã hội', 'Công chức văn hóa – xã hội', ['8.5.1', '9.1.2']),
    meeting('closing', '16:00', '17:00'),
  ]
  for (const line of lines) {
    const auditors = teamOf(line, parts).map(({ id }) => id)
    out.write('audit-session', { unit, plan, on, place: 'Trụ sở UBND xã', ...line, auditors })
  }
}

/** `chairmanOf` answers for the lead commune only. */
export function auditPlanningRecords(
  communes: readonly SeedCommune[],
  chairmanOf: (unit: string) => string,
): readonly SeedRecord[] {
  const lead = communes.find(({ isLead }) => isLead)
  const next = communes.find(({ isLead, monitor }) => !isLead && monitor === lead?.monitor)
  if (lead === undefined || next === undefined) return []
  const [here, there] = [writer(lead), writer(next)]
  const on = weekdayFrom(addDays(lead.today, BEGINS_IN_DAYS))
  const first = { name: `Đánh giá viên số 1 ${LABEL}`, post: 'Công chức văn hóa – xã hội', fields: ['Bảo trợ xã hội'] }
  const second = {
    name: `Đánh giá viên số 2 ${LABEL}`,
    post: 'Công chức tư pháp – hộ tịch',
    fields: ['Hộ tịch', 'Chứng thực'],
  }
  const third = { name: `Đánh giá viên số 3 ${LABEL}`, post: 'Công chức địa chính – xây dựng', fields: ['Đất đai'] }
  const [a, b, c] = [first, second, third].map((one) => writeAuditor(lead, here, one))
  if (a === undefined || b === undefined || c === undefined) return []
  const programme = writeProgramme(lead, here, [a, b, c], on, chairmanOf(lead.unit.id))
  writePlan(lead, here, { programme, on, leader: a, member: b })
  const guest = writeAuditor(next, there, { name: a.name, post: a.post, fields: [] }, a.id)
  const own = writeAuditor(next, there, { ...third, name: `Đánh giá viên số 4 ${LABEL}` })
  writePlan(next, there, { programme: null, on: weekdayFrom(addDays(on, 1)), leader: guest, member: own })
  return [...here.records, ...there.records]
}
