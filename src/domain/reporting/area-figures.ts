/**
 * The figures over the communes of an area or of the province, from their summaries alone.
 */
import { isVisitOverdue } from '#domain/field-visit/visit.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { DECLARATION_STAGE } from '#domain/pilot/stage-template.ts'
import type { CommuneSummary } from './commune-summary.ts'

export interface AreaFigures {
  readonly communes: number
  /** Communes that declared conformity. Rule REP-4. */
  readonly declared: number
  readonly late: number
  /** Over late communes; null when none is late. Rule REP-5. */
  readonly meanDaysLate: number | null
  /** Communes that wait for a visit longer than their plan gives. Rule REP-6. */
  readonly notVisited: number
  readonly openMajor: number
}

/** Rule REP-4. */
export const hasDeclared = ({ stages }: Pick<CommuneSummary, 'stages'>): boolean =>
  stages.some(({ stage, status }) => stage === DECLARATION_STAGE && (status === 'declared' || status === 'confirmed'))

/** Rules REP-4, REP-5 and REP-6. */
export function areaFigures(summaries: readonly CommuneSummary[], today: LocalDate): AreaFigures {
  const late = summaries.filter(({ state }) => state === 'late')
  const daysLate = late.reduce((sum, summary) => sum + summary.daysLate, 0)
  return {
    communes: summaries.length,
    declared: summaries.filter(hasDeclared).length,
    late: late.length,
    meanDaysLate: late.length === 0 ? null : daysLate / late.length,
    notVisited: summaries.filter((one) => isVisitOverdue(one, today)).length,
    openMajor: summaries.reduce((sum, { openFindings }) => sum + openFindings.major, 0),
  }
}
