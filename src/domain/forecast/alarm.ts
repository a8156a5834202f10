/**
 * What has to be looked at in a commune today. An alarm says what it is about and since when or by how much, so that
 * a screen can put it in words and sort by it; it is reckoned when it is shown and never stored.
 */
import { isVisitOverdue } from '#domain/field-visit/visit.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { OverallState } from '#domain/pilot/progress.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE, type StageCode, type StageTemplate } from '#domain/pilot/stage-template.ts'
import type { ForecastRange } from './forecast-range.ts'

export type Alarm =
  /** An own stage is past its planned end and nobody declared it. Rule FC-10. */
  | { readonly is: 'late'; readonly stage: StageCode; readonly days: number }
  /** The declaration is forecast after its planned day by that many days. Rule FC-11. */
  | { readonly is: 'slipping'; readonly days: number }
  /** No visit for more days than the plan allows; `days` since the last one or since the plan began. Rule FC-12. */
  | { readonly is: 'not-visited'; readonly days: number; readonly lastOn: LocalDate | null }
  /** Open major nonconformities. Rule FC-13. */
  | { readonly is: 'open-major'; readonly count: number }
  /** Corrective actions past their day. Rule FC-13. */
  | { readonly is: 'late-corrective'; readonly count: number }
  /** Obstacles nobody answered, past the day the answer was due. Rule FC-14. */
  | { readonly is: 'obstacle-overdue'; readonly count: number }

export type AlarmName = Alarm['is']

/** The most pressing first: what is late, what blocks, what waits, what will come. */
export const alarmNames: readonly AlarmName[] = [
  'late',
  'open-major',
  'obstacle-overdue',
  'late-corrective',
  'not-visited',
  'slipping',
]

/** What the alarms of a commune are made from. */
export interface AlarmParts {
  readonly planStart: LocalDate
  readonly template: StageTemplate
  readonly stages: readonly StageState[]
  readonly state: OverallState
  readonly range: Pick<ForecastRange, 'likely' | 'basis'>
  readonly lastVisitOn: LocalDate | null
  readonly visitEveryDays: number
  readonly openMajor: number
  readonly lateCorrective: number
  readonly overdueObstacles: number
}

/** Rule FC-10. */
function late({ stages, template }: AlarmParts): readonly Alarm[] {
  const own = new Set(template.filter(({ weight }) => weight > 0).map(({ code }) => code))
  const worst = stages
    .filter(({ stage, status }) => status === 'late' && own.has(stage))
    .reduce<StageState | null>((most, state) => (most === null || state.daysLate > most.daysLate ? state : most), null)
  return worst === null ? [] : [{ is: 'late', stage: worst.stage, days: worst.daysLate }]
}

/** Rule FC-11. */
export function slippageOf(stages: readonly StageState[], likely: LocalDate): number {
  const planned = stages.find(({ stage }) => stage === DECLARATION_STAGE)?.plannedEnd
  return planned === undefined ? 0 : daysBetween(planned, likely)
}

function slipping({ stages, range }: AlarmParts): readonly Alarm[] {
  const days = slippageOf(stages, range.likely)
  return range.basis !== 'reached' && days > 0 ? [{ is: 'slipping', days }] : []
}

/** Rule FC-12. */
function notVisited(parts: AlarmParts, today: LocalDate): readonly Alarm[] {
  const { lastVisitOn: lastOn, planStart } = parts
  return isVisitOverdue(parts, today)
    ? [{ is: 'not-visited', days: daysBetween(lastOn ?? planStart, today), lastOn }]
    : []
}

const counted = (is: 'open-major' | 'late-corrective' | 'obstacle-overdue', count: number): readonly Alarm[] =>
  count > 0 ? [{ is, count }] : []

/** Rules FC-10 to FC-14. */
export function alarmsOf(parts: AlarmParts, today: LocalDate): readonly Alarm[] {
  return [
    ...late(parts),
    ...counted('open-major', parts.openMajor),
    ...counted('obstacle-overdue', parts.overdueObstacles),
    ...counted('late-corrective', parts.lateCorrective),
    ...notVisited(parts, today),
    ...slipping(parts),
  ]
}
