/** What a report seals of the work on site, read inside the gesture that concludes, and the records that go along with it. */
import { type EntityState, lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Auditor } from '#domain/audit-planning/auditor.ts'
import { independenceTable } from '#domain/audit-planning/independence.ts'
import type { AuditReportMore, ReportedPlan, ReportedResponse } from '#domain/internal-audit/audit-report-more.ts'
import type { OwnItem } from '#domain/internal-audit/checklist.ts'
import { standingResponse } from '#domain/internal-audit/finding-response.ts'
import { meetingContent } from '#domain/internal-audit/meeting.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { GestureReader } from '#data/gesture.ts'
import { answeredHash } from './answered-words.ts'
import { unplannedEvidence } from './audit-independence.ts'
import { auditFeed } from './audit-names.ts'
import { attendanceOf, clausesOf, meetingOf, ownItemOf, sampleOf, wordsOf } from './audit-on-site-views.ts'
import { responseOf } from './audit-responses.ts'
import { auditorOf, planOf, sessionOf } from './audit-planning-views.ts'
import { nullable } from './entity-query.ts'

export interface OnSiteParts {
  readonly more: AuditReportMore
  readonly ownItems: readonly OwnItem[]
  /** Records that are shared upward with the report: meetings, who was there, answers of the auditee, signatures. */
  readonly published: readonly EntityState[]
}

const ofKind = (states: readonly EntityState[], kind: string) => states.filter((state) => state.kind === kind)

export interface OfAudit {
  readonly unit: string
  readonly audit: EntityState
  readonly children: readonly EntityState[]
  /** What hangs on its findings. */
  readonly ofFindings: readonly EntityState[]
  /** Answers that were given to words that stand no more (AUD-30). */
  readonly old: ReadonlySet<string>
  /** For an audit whose day nobody could read. */
  readonly today: LocalDate
}

export async function readOnSiteParts(
  reader: GestureReader,
  { unit, audit, children, ofFindings, old, today }: OfAudit,
): Promise<OnSiteParts> {
  const meetings = ofKind(children, 'meeting')
  const ofMeetings = (
    await Promise.all(meetings.map(({ entity }) => reader.childrenOf(auditFeed(unit), entity)))
  ).flat()
  const people = ofKind(ofMeetings, 'attendance')
  const responses = ofKind(ofFindings, 'finding-response')
  const ownItems = ofKind(children, 'checklist-item').map((state) => ownItemOf(audit.entity, state))
  const clauses = clausesOf(audit)
  const more: AuditReportMore = {
    ...(await planParts(reader, { unit, audit, children }, today)),
    ...(clauses && { clauses }),
    ownItems,
    samples: ofKind(children, 'audit-sample').map((state) => withoutId(sampleOf(state))),
    meetings: meetings.map((state) => reportedMeeting(audit.entity, state, people)),
    responses: responses.map((state) => reportedResponse(state, old.has(state.entity))),
    words: wordsOf(audit),
  }
  return { more, ownItems, published: [...meetings, ...people, ...responses, ...signatures(ofMeetings, ofFindings)] }
}

const signatures = (...groups: readonly (readonly EntityState[])[]) => ofKind(groups.flat(), 'signature')

function withoutId<T extends { readonly id: string }>({ id: _id, ...rest }: T): Omit<T, 'id'> {
  return rest
}

function reportedMeeting(audit: string, state: EntityState, people: readonly EntityState[]) {
  const present = people.filter((person) => nullable<string>(person, 'meeting') === state.entity).map(attendanceOf)
  const { audit: _audit, ...content } = meetingContent(audit, meetingOf(state), present)
  return content
}

const stepOf = (state: EntityState) => responseOf(state, hlcToMs(lastChange(state.regs)?.h ?? 0))

/** The answer of the auditee that holds for a finding, by id. */
export const standingAnswer = (ofFindings: readonly EntityState[], of: string): string | undefined =>
  standingResponse(
    ofKind(ofFindings, 'finding-response')
      .map(stepOf)
      .filter((step) => step.of === of),
  )?.id

/** With what it answered where it says so: one of before has the bytes it always had (AUD-20). */
function reportedResponse(state: EntityState, isOld: boolean): ReportedResponse {
  const { id: _id, at: _at, ...response } = stepOf(state)
  const sha256 = answeredHash(state)
  return { ...response, ...(sha256 !== null && { sha256 }), ...(isOld && { isOld }) }
}

/** The plan by name, its team, and the evidence that nobody audited their own work (AP-12). */
async function planParts(
  reader: GestureReader,
  of: Pick<OfAudit, 'unit' | 'audit' | 'children'>,
  today: LocalDate,
): Promise<AuditReportMore> {
  const { unit } = of
  const id = nullable<string>(of.audit, 'plan')
  const pub = feedId(unit, 'pub')
  const state = id === null ? undefined : await reader.entity(pub, id)
  if (state?.kind !== 'audit-plan') return { independence: await unplannedEvidence(reader, of, today) }
  const [auditorRows, sessionRows] = await Promise.all([
    reader.ofKind(pub, 'auditor'),
    reader.ofKind(pub, 'audit-session'),
  ])
  const auditors = auditorRows.map((row) => auditorOf(row, row.entity))
  const sessions = sessionRows.map((row) => sessionOf(row, row.entity)).filter(({ plan }) => plan === state.entity)
  const independence = independenceTable(sessions, auditors).map(({ session: _session, ...line }) => line)
  return { plan: reportedPlan(state, auditors), independence }
}

function reportedPlan(state: EntityState, auditors: readonly Auditor[]): ReportedPlan {
  const { id, decisionNumber, decidedOn, round, purpose, scope, leader, members } = planOf(state, state.entity)
  const team = [...new Set([leader, ...members])].flatMap((one) => {
    const auditor = auditors.find((candidate) => candidate.id === one)
    return auditor ? [{ name: auditor.name, post: auditor.post, isLeader: one === leader }] : []
  })
  return { id, decisionNumber, decidedOn: decidedOn.text, round, purpose, scope, team }
}
