/** What a report seals of the work on site, read inside the gesture that concludes, and the records that go along with it. */
import { type EntityState, lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Auditor } from '#domain/audit-planning/auditor.ts'
import { independenceTable } from '#domain/audit-planning/independence.ts'
import type { AuditReportMore, ReportedPlan } from '#domain/internal-audit/audit-report-more.ts'
import type { OwnItem } from '#domain/internal-audit/checklist.ts'
import { meetingContent } from '#domain/internal-audit/meeting.ts'
import type { GestureReader } from '#data/gesture.ts'
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

/** `children` are the audit's; `ofFindings` what hangs on its findings. */
export async function readOnSiteParts(
  reader: GestureReader,
  unit: string,
  audit: EntityState,
  children: readonly EntityState[],
  ofFindings: readonly EntityState[],
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
    ...(await planParts(reader, unit, nullable<string>(audit, 'plan'))),
    ...(clauses && { clauses }),
    ownItems,
    samples: ofKind(children, 'audit-sample').map((state) => withoutId(sampleOf(state))),
    meetings: meetings.map((state) => reportedMeeting(audit.entity, state, people)),
    responses: responses.map(reportedResponse),
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

function reportedResponse(state: EntityState) {
  const { id: _id, at: _at, ...response } = responseOf(state, hlcToMs(lastChange(state.regs)?.h ?? 0))
  return response
}

/** The plan by name, its team, and the evidence that nobody audited their own work (AP-12). */
async function planParts(reader: GestureReader, unit: string, id: string | null): Promise<AuditReportMore> {
  const pub = feedId(unit, 'pub')
  const state = id === null ? undefined : await reader.entity(pub, id)
  if (state?.kind !== 'audit-plan') return {}
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
