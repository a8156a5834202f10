/** What is sealed when an audit is concluded, and what is written along: findings and their photos are published. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import {
  type AuditEvidenceRef,
  type AuditReportContent,
  createAuditReport,
} from '#domain/internal-audit/audit-report.ts'
import { auditChecklist } from '#domain/internal-audit/checklist.ts'
import { localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { checkAnswered, type HashByWords, oldAnswers } from './answered-words.ts'
import { readOnSiteParts, standingAnswer } from './audit-conclusion-more.ts'
import { auditFeed, itemPrefix } from './audit-names.ts'
import { auditAnswersByItem, findingOf, writtenOn } from './audit-views.ts'
import { field, fieldsOf, nullable } from './entity-query.ts'
import type { Sealable } from './sealed-content.ts'

export interface ConclusionTask {
  /** The audit. */
  readonly id: string
  readonly unit: string
  readonly instrument: Instrument
  /** Id the report will have. */
  readonly newId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of the findings, worked out before the gesture. */
  readonly hashes: HashByWords
}

export async function readConclusion(
  reader: GestureReader,
  task: ConclusionTask,
  by: string,
): Promise<Result<Sealable<AuditReportContent>, Problem>> {
  const feed = auditFeed(task.unit)
  const audit = await reader.entity(feed, task.id)
  if (!audit) return err({ code: 'audit.not-found' })
  if (nullable<string>(audit, 'report')) return ok({ content: null, writesWith: () => [] })
  const children = await reader.childrenOf(feed, task.id)
  const findings = children.filter(({ kind }) => kind === 'finding')
  const ofFindings = (await Promise.all(findings.map(({ entity }) => reader.childrenOf(feed, entity)))).flat()
  const old = new Set(findings.flatMap((finding) => oldAnswers(finding, ofFindings, task.hashes)))
  const answered = checkAnswered(findings, (of) => standingAnswer(ofFindings, of), old)
  if (!answered.ok) return answered
  const ofItems = await reader.childrenUnder(feed, itemPrefix(task.id))
  const evidence = [...ofItems, ...ofFindings].filter(({ kind }) => kind === 'evidence')
  const onSite = await readOnSiteParts(reader, {
    unit: task.unit,
    audit,
    children,
    ofFindings,
    old,
    today: localDateAt(task.at, VIETNAM_OFFSET_MINUTES),
  })
  const checklist = auditChecklist(task.instrument, onSite.more.clauses ?? null, onSite.ownItems)
  const content = createAuditReport(checklist, {
    auditId: task.id,
    title: field(audit, 'title', ''),
    on: writtenOn(audit),
    department: field(audit, 'department', ''),
    unit: task.unit,
    answers: auditAnswersByItem(children.filter(({ kind }) => kind === 'audit-item')),
    findings: findings.map((state) => findingOf(state, state.entity)),
    evidence: evidence.map((state) => evidenceRef(task.id, state)),
    closedAt: new Date(task.at).toISOString(),
    closedBy: by,
    more: onSite.more,
  })
  if (!content.ok) return content
  const published = [...findings, ...evidence, ...onSite.published]
  return ok({
    content: content.value,
    writesWith: (sha256) => conclusionWrites(task, content.value, published, sha256),
  })
}

function evidenceRef(audit: string, state: EntityState): AuditEvidenceRef {
  const of = field(state, 'of', '')
  return {
    subject: of.startsWith(itemPrefix(audit)) ? of.slice(itemPrefix(audit).length) : of,
    sha256: field(state, 'sha256', ''),
    mime: field(state, 'mime', ''),
    size: field(state, 'size', 0),
    caption: field(state, 'caption', ''),
  }
}

function conclusionWrites(
  { id, unit, newId, at }: ConclusionTask,
  content: AuditReportContent,
  published: readonly EntityState[],
  sha256: string,
): readonly GestureWrite[] {
  const pub = feedId(unit, 'pub')
  const total = content.answers.length
  const counts = { answered: total, total, findings: content.findings.length, concludedAt: at }
  const sealed = { unit, audit: id, content: content as unknown as JsonValue, sha256 }
  return [
    { feed: pub, kind: 'audit-report', entity: newId, fields: sealed },
    { feed: auditFeed(unit), kind: 'audit', entity: id, fields: { concludedAt: at, report: newId } },
    { feed: pub, kind: 'audit-progress', entity: id, fields: counts },
    ...published.map((state) => ({ feed: pub, kind: state.kind, entity: state.entity, fields: fieldsOf(state) })),
  ]
}
