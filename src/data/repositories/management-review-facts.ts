/** What the app knows for the inputs of a review, read when somebody asks for it and not while a list is drawn. */
import { feedId } from '#domain/change/feed.ts'
import { openMajors } from '#domain/declaration/open-major.ts'
import type { Visit } from '#domain/field-visit/visit.ts'
import type { ImprovementAction } from '#domain/improvement-action/improvement-action.ts'
import { type AuditReportContent, countByGrade } from '#domain/internal-audit/audit-report.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { addMonths, type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { KnownAudit, ReviewFacts } from '#domain/management-review/gathering.ts'
import { isDecisionCategory } from '#domain/management-review/review-input.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { type Fielded, field, nullable } from './entity-query.ts'
import { knownFindings, knownRequests, type StandingRequest } from './known-requests.ts'
import { knownStages } from './known-stages.ts'
import { instrumentsOf, knownSubmissions } from './known-submissions.ts'
import { progressOf } from './plan-reader.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'

const VISITS_WITHIN_MONTHS = 12

const actionOf = (of: Fielded): Pick<ImprovementAction, 'state' | 'until'> => ({
  state: field<ImprovementAction['state']>(of, 'state', 'open'),
  until: nullable<ImprovementAction['until']>(of, 'until') ?? { text: '', date: null },
})

async function readAudits(reader: GestureReader, pub: string): Promise<readonly KnownAudit[]> {
  const reports = await reader.ofKind(pub, 'audit-report')
  return reports
    .map((state) => field<AuditReportContent>(state, 'content', {} as AuditReportContent))
    .map(({ closedAt, findings }) => ({
      on: localDateAt(Date.parse(closedAt), VIETNAM_OFFSET_MINUTES),
      counts: countByGrade(findings),
    }))
    .sort((a, b) => (a.on < b.on ? 1 : -1))
}

async function readFindings(reader: GestureReader, unit: string, requests: readonly StandingRequest[]) {
  const findings = await knownFindings(reader, unit)
  // Whether one is closed is asked as if all were major: the rule is the same for every grade.
  const asked = findings.map(({ id }) => ({ id, grade: 'major' }))
  const open = new Set(openMajors(asked, requests))
  return findings.map(({ id, grade }) => ({ grade: grade as FindingGrade | null, isClosed: !open.has(id) }))
}

async function readVisits(reader: GestureReader, pub: string, since: LocalDate): Promise<ReviewFacts['visits']> {
  const visits = await reader.ofKind(pub, 'visit')
  return visits
    .filter((state) => (nullable<Visit['on']>(state, 'on')?.date ?? '') >= since)
    .map((state) => ({
      lateReasons: nullable<Visit['lateReasons']>(state, 'lateReasons') ?? [],
      flag: field<Visit['flag']>(state, 'flag', 'yellow'),
    }))
}

async function readDeclaredEdition(reader: GestureReader, pub: string): Promise<string | null> {
  const all = await reader.ofKind(pub, 'declaration')
  const latest = [...all].sort((a, b) => (field(a, 'on', '') < field(b, 'on', '') ? 1 : -1))[0]
  return latest ? field(latest, 'edition', '') : null
}

async function readPilotFacts(parts: RepositoryParts, reader: GestureReader, unit: string, today: LocalDate) {
  const known = await knownStages(reader, parts.db, unit, today)
  if (!known) return { pilot: null, planned: null }
  const { percentDeclared: percent, currentStage: stage, daysLate } = progressOf(known.plan, known.stages, today)
  return { pilot: { percent, stage, daysLate }, planned: known.plan.edition as string }
}

export async function readReviewFacts(parts: RepositoryParts, unit: string, id: string): Promise<ReviewFacts> {
  const reader = createGestureReader(parts.db)
  const [pub, today] = [feedId(unit, 'pub'), todayOf(parts)]
  const actions = await reader.ofKind(pub, 'action')
  const isDecision = (of: Fielded): boolean => isDecisionCategory(field(of, 'question', ''))
  const requests = await knownRequests(reader, unit, today)
  const rounds = await knownSubmissions(reader, unit, await instrumentsOf(reader, unit))
  const { pilot, planned } = await readPilotFacts(parts, reader, unit, today)
  return {
    earlierDecisions: actions.filter((of) => isDecision(of) && field(of, 'of', '') !== id).map(actionOf),
    improvements: actions.filter((of) => !isDecision(of)).map(actionOf),
    findings: await readFindings(reader, unit, requests),
    requests: {
      open: requests.filter(({ state }) => state !== 'closed' && state !== 'carried-over').length,
      overdue: requests.filter(({ isOverdue }) => isOverdue).length,
      closed: requests.filter(({ state }) => state === 'closed').length,
    },
    audits: await readAudits(reader, pub),
    rounds: rounds.map(({ round, results: { overall, readiness } }) => ({
      round,
      mean: overall.mean,
      blocking: readiness.blocking.length,
    })),
    pilot,
    visits: await readVisits(reader, pub, addMonths(today, -VISITS_WITHIN_MONTHS)),
    editions: { declared: await readDeclaredEdition(reader, pub), planned },
  }
}
