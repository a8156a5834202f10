/** What the lead commune's audit had on site: two meetings, sampled dossiers, the words of the report, an answer, two signatures. */
import { type Audience, feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { AuditReportMore } from '#domain/internal-audit/audit-report-more.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import { type Attendance, type MeetingType } from '#domain/internal-audit/meeting.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

interface AuditedDay {
  readonly id: string
  readonly on: LocalDate
  readonly closedMs: number
  readonly findings: readonly Finding[]
}

const FIELD = 'Hộ tịch'
const meetings: readonly { readonly type: MeetingType; readonly from: string; readonly to: string }[] = [
  { type: 'opening', from: '08:00', to: '08:30' },
  { type: 'closing', from: '15:30', to: '16:00' },
]

const people: readonly Omit<Attendance, 'id'>[] = [
  { name: 'Đánh giá viên (minh họa)', post: 'Trưởng đoàn đánh giá', side: 'auditor', isPresent: true },
  { name: 'Đại diện xã (minh họa)', post: 'Phó Chủ tịch UBND xã', side: 'auditee', isPresent: true },
]

/** Strokes of nobody: two loops and a line. */
const strokes: Readonly<Record<'auditor' | 'auditee', readonly (readonly number[])[]>> = {
  auditor: [
    [90, 640, 180, 300, 260, 250, 300, 420, 240, 640, 200, 560, 330, 380, 430, 400, 470, 560, 560, 330, 640, 620],
    [120, 780, 720, 720],
  ],
  auditee: [
    [150, 300, 170, 700, 180, 420, 300, 330, 340, 470, 230, 540, 380, 690, 480, 420, 560, 640, 690, 430, 760, 600],
    [600, 250, 820, 230],
  ],
}

const place = 'Phòng họp UBND xã'
const notes = 'Dữ liệu minh họa'

/** What is sealed; a dossier's number is that of no dossier. */
export function onSiteMore({ on, findings }: AuditedDay): AuditReportMore {
  const minor = findings.find(({ grade }) => grade === 'minor')
  const [, auditee] = people
  return {
    samples: Array.from({ length: 6 }, (_, i) => ({
      field: FIELD,
      item: null,
      dossier: `MH-${on.slice(2, 4)}${on.slice(5, 7)}-${String(i + 1).padStart(4, '0')}`,
      state: i === 4 ? 'late' : 'on-time',
      note: i === 4 ? 'Trả trễ 2 ngày' : '',
    })),
    meetings: meetings.map((meeting) => ({ ...meeting, on, place, notes, attendance: people })),
    responses:
      minor && auditee
        ? [{ of: minor.id, agrees: true, words: '', name: auditee.name, post: auditee.post, on, grade: null }]
        : [],
    words: {
      process: 'Xem hồ sơ tại quầy tiếp nhận và văn phòng, hỏi bốn công chức, chụp ảnh bằng chứng (dữ liệu minh họa).',
      strengths: 'Thủ tục được niêm yết đầy đủ, dễ đọc (dữ liệu minh họa).',
      effectiveness: 'Quy trình được dùng hằng ngày, theo dõi mục tiêu chưa đều (dữ liệu minh họa).',
      conclusion: 'fit-after-correction',
      recommendations: 'Theo dõi mục tiêu hằng quý (dữ liệu minh họa).',
      proposals: 'Giao một người thu hồi tài liệu cũ (dữ liệu minh họa).',
    },
  }
}

/** The same as records: drafts of the auditors, and what was shared upward with the report. */
export function onSiteRecords(
  commune: SeedCommune,
  audit: AuditedDay,
  more: AuditReportMore,
  report: { readonly id: string; readonly sha256: string },
): readonly SeedRecord[] {
  const { unit, auditor } = commune
  const dice = commune.dice('on-site')
  const idAt = (atMs: number): string => createUuidV7({ now: () => atMs }, dice)
  const record = (audience: Audience, kind: string, entity: string, atMs: number, fields: SeedRecord['fields']) => ({
    by: auditor,
    atMs,
    feed: feedId(unit.id, audience),
    kind,
    entity,
    fields,
  })
  const shared = (kind: string, atMs: number, fields: SeedRecord['fields'], entity = idAt(atMs)) => [
    record('audit', kind, entity, atMs, fields),
    record('pub', kind, entity, audit.closedMs, fields),
  ]
  const meetingRecords = (more.meetings ?? []).flatMap(({ attendance, ...meeting }, i) => {
    const atMs = momentOn(audit.on, 8 + 7 * i)
    const id = idAt(atMs)
    return [
      ...shared('meeting', atMs, { unit: unit.id, of: audit.id, ...meeting }, id),
      ...attendance.flatMap((person) => shared('attendance', atMs, { meeting: id, ...person })),
    ]
  })
  const samples = (more.samples ?? []).map((sample, i) => {
    const atMs = momentOn(audit.on, 9, i * 5)
    return record('audit', 'audit-sample', idAt(atMs), atMs, { audit: audit.id, ...sample })
  })
  const answers = (more.responses ?? []).flatMap((response) => {
    const atMs = momentOn(audit.on, 15, 40)
    return shared('finding-response', atMs, { ...response })
  })
  const signatures = (['auditor', 'auditee'] as const).map((side, i) => {
    const atMs = audit.closedMs + (i + 1) * 60_000
    const signer = people.find((person) => person.side === side)
    return record('pub', 'signature', idAt(atMs), atMs, {
      unit: unit.id,
      of: report.id,
      ofKind: 'audit-report',
      sha256: report.sha256,
      side,
      name: signer?.name ?? '',
      post: signer?.post ?? '',
      strokes: strokes[side] as JsonValue,
      on: audit.on,
    })
  })
  return [...meetingRecords, ...samples, ...answers, ...signatures]
}

/** The words of the report as fields of the audit. */
export const wordFields = ({ words }: AuditReportMore): SeedRecord['fields'] => ({ ...words })
