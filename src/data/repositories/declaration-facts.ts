/** What a declaration is judged by, read outside of the gesture to show it and again inside to seal it. */
import { feedId } from '#domain/change/feed.ts'
import type { DeclarationFacts } from '#domain/declaration/declaration-blocks.ts'
import { openMajors } from '#domain/declaration/open-major.ts'
import type { AuditReportContent } from '#domain/internal-audit/audit-report.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { MinutesContent } from '#domain/management-review/minutes.ts'
import { doneOn } from '#domain/pilot/stage-event.ts'
import { TRIAL_STAGE } from '#domain/pilot/stage-template.ts'
import type { GestureReader } from '#data/gesture.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { field } from './entity-query.ts'
import { knownFindings, knownRequests } from './known-requests.ts'
import { type KnownStages, knownStages } from './known-stages.ts'
import { type Instruments, knownSubmissions } from './known-submissions.ts'

export interface FactsTask {
  readonly db: LocalDatabase
  readonly unit: string
  readonly today: LocalDate
  readonly instruments: Instruments
}

export interface FoundFacts {
  readonly facts: DeclarationFacts
  readonly stages: KnownStages | null
}

const trialOf = (known: KnownStages | null) => {
  const trial = known?.stages.find(({ stage }) => stage === TRIAL_STAGE)
  return { trialFrom: trial?.startedOn ?? null, trialTo: trial ? doneOn(trial) : null }
}

export async function readDeclarationFacts(reader: GestureReader, task: FactsTask): Promise<FoundFacts> {
  const { db, unit, today, instruments } = task
  const pub = feedId(unit, 'pub')
  const findings = await knownFindings(reader, unit)
  const requests = await knownRequests(reader, unit, today)
  const reports = await reader.ofKind(pub, 'audit-report')
  const minutes = await reader.ofKind(pub, 'review-minutes')
  const stages = await knownStages(reader, db, unit, today)
  const [latest] = await knownSubmissions(reader, unit, instruments)
  const facts: DeclarationFacts = {
    openMajor: openMajors(findings, requests).length,
    auditsConcludedOn: reports
      .map((state) => field<AuditReportContent>(state, 'content', {} as AuditReportContent).closedAt)
      .map((at) => localDateAt(Date.parse(at), VIETNAM_OFFSET_MINUTES))
      .sort(),
    reviewsHeldOn: minutes.map((state) => field<MinutesContent>(state, 'content', {} as MinutesContent).on).sort(),
    ...trialOf(stages),
    blockingQuestions: latest?.results.readiness.blocking.length ?? null,
  }
  return { facts, stages }
}
