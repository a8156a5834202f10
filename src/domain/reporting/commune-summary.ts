/**
 * The one small row that a list of fifty communes reads, instead of all their records (decision D9). It holds
 * nothing personal, and of a draft no more than its completeness (decision D4).
 */
import { countByGrade, type GradeCounts } from '#domain/internal-audit/audit-report.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { lastVisitOn, type Visit } from '#domain/field-visit/visit.ts'
import { communeProgress, type OverallState } from '#domain/pilot/progress.ts'
import type { Holidays, Schedule } from '#domain/pilot/schedule.ts'
import type { StageEvent } from '#domain/pilot/stage-event.ts'
import { deriveStages, type StageStatus } from '#domain/pilot/stage-event.ts'
import type { StageCode, StageTemplate } from '#domain/pilot/stage-template.ts'

export interface StageMark {
  readonly stage: StageCode
  readonly status: StageStatus
  readonly daysLate: number
}

export interface AssessmentSummary {
  readonly round: string
  readonly answered: number
  readonly total: number
  /** Null while it is a draft. */
  readonly submittedOn: LocalDate | null
  /** 0 to 3; null while it is a draft, or when nothing is scored. */
  readonly mean: number | null
  /** Number of key questions that block "ready"; null while it is a draft. */
  readonly blocking: number | null
}

export interface CommuneSummary {
  readonly unitId: string
  readonly stages: readonly StageMark[]
  readonly percentDeclared: number
  readonly percentConfirmed: number
  readonly state: OverallState
  readonly daysLate: number
  readonly currentStage: StageCode | null
  /** The day on which the commune will probably have declared conformity, or did. */
  readonly forecast: LocalDate
  readonly assessment: AssessmentSummary | null
  readonly openFindings: GradeCounts
  readonly lastVisitOn: LocalDate | null
  /** The first day of the plan: who was never visited waits from then. */
  readonly planStart: LocalDate
  /** Days without a visit after which the plan points the commune out; 14 where it is left out. */
  readonly visitEveryDays?: number
  /** Milliseconds since 1970 of the latest change; null when there is none. */
  readonly lastActivityAt: number | null
}

/** Everything of one commune that its summary is made from. */
export interface CommuneParts {
  readonly unitId: string
  readonly planStart: LocalDate
  readonly template: StageTemplate
  readonly schedule: Schedule
  readonly holidays?: Holidays
  readonly events: readonly StageEvent[]
  readonly assessment: AssessmentSummary | null
  readonly findings: readonly (Pick<Finding, 'grade'> & { readonly isClosed: boolean })[]
  readonly visits: readonly Pick<Visit, 'on'>[]
  readonly visitEveryDays?: number
  readonly lastActivityAt: number | null
}

/** Rules REP-1, REP-2 and REP-3. */
export function summariseCommune(parts: CommuneParts, today: LocalDate): CommuneSummary {
  const states = deriveStages(parts.events, parts.schedule, today)
  const progress = communeProgress(parts.template, states, today, parts.holidays)
  return {
    unitId: parts.unitId,
    stages: states.map(({ stage, status, daysLate }) => ({ stage, status, daysLate })),
    percentDeclared: progress.percentDeclared,
    percentConfirmed: progress.percentConfirmed,
    state: progress.state,
    daysLate: progress.daysLate,
    currentStage: progress.currentStage,
    forecast: progress.forecast,
    assessment: hideDraft(parts.assessment),
    openFindings: countByGrade(parts.findings.filter(({ isClosed }) => !isClosed)),
    lastVisitOn: lastVisitOn(parts.visits, today),
    planStart: parts.planStart,
    ...(parts.visitEveryDays !== undefined && { visitEveryDays: parts.visitEveryDays }),
    lastActivityAt: parts.lastActivityAt,
  }
}

/** Rule REP-2. */
function hideDraft(assessment: AssessmentSummary | null): AssessmentSummary | null {
  if (assessment === null || assessment.submittedOn !== null) return assessment
  return { ...assessment, mean: null, blocking: null }
}
