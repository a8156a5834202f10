/** What a team did on site, out of the rows. A field that nobody wrote reads as `kinds.md` says. */
import type { OwnItem } from '#domain/internal-audit/checklist.ts'
import type { Attendance, AttendanceSide, Meeting, MeetingType } from '#domain/internal-audit/meeting.ts'
import type { AuditConclusion, ReportWords } from '#domain/internal-audit/report-words.ts'
import type { Sample, SampleState } from '#domain/internal-audit/sample.ts'
import type { Shares } from '#domain/internal-audit/share.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type Fielded, field, nullable } from './entity-query.ts'

export type Named = Fielded & { readonly entity: string }

/** `cli.{audit}.{item}` */
export const ownItemId = (audit: string, item: string): string => `cli.${audit}.${item}`
/** `ash.{audit}.{item}` */
export const shareId = (audit: string, item: string): string => `ash.${audit}.${item}`

const afterAudit = (audit: string, entity: string): string => entity.slice(`cli.${audit}.`.length)

const originOf = (origin: string | null): Pick<OwnItem, 'origin'> => (origin === null ? {} : { origin })

export const ownItemOf = (audit: string, of: Named): OwnItem => ({
  id: afterAudit(audit, of.entity),
  clause: field(of, 'clause', ''),
  document: field(of, 'document', ''),
  question: field(of, 'question', ''),
  order: field(of, 'order', 0),
  ...originOf(nullable<string>(of, 'origin')),
})

export const sharesOf = (rows: readonly Fielded[]): Shares =>
  Object.fromEntries(rows.map((row) => [field(row, 'item', ''), nullable<string>(row, 'auditor')]))

export const sampleOf = (of: Named): Sample => ({
  id: of.entity,
  field: field(of, 'field', ''),
  item: nullable<string>(of, 'item'),
  dossier: field(of, 'dossier', ''),
  state: field<SampleState>(of, 'state', 'unknown'),
  note: field(of, 'note', ''),
})

export const meetingOf = (of: Named): Meeting => ({
  id: of.entity,
  type: field<MeetingType>(of, 'type', 'opening'),
  on: field<LocalDate>(of, 'on', '' as LocalDate),
  from: field(of, 'from', ''),
  to: field(of, 'to', ''),
  place: field(of, 'place', ''),
  notes: field(of, 'notes', ''),
})

export const attendanceOf = (of: Named): Attendance => ({
  id: of.entity,
  name: field(of, 'name', ''),
  post: field(of, 'post', ''),
  side: field<AttendanceSide>(of, 'side', 'guest'),
  isPresent: field(of, 'isPresent', false),
})

export const wordsOf = (of: Fielded): ReportWords => ({
  process: field(of, 'process', ''),
  strengths: field(of, 'strengths', ''),
  effectiveness: field(of, 'effectiveness', ''),
  conclusion: nullable<AuditConclusion>(of, 'conclusion'),
  recommendations: field(of, 'recommendations', ''),
  proposals: field(of, 'proposals', ''),
})

export const clausesOf = (of: Fielded): readonly string[] | null => {
  const clauses = nullable<unknown>(of, 'clauses')
  return Array.isArray(clauses) ? (clauses as string[]) : null
}
