/**
 * The figures of several communes in one line, for an area and for the province alike, so that the sum of the areas
 * is the province wherever it is a sum.
 */
import { type Alarm, type AlarmName, alarmNames } from '#domain/forecast/alarm.ts'
import type { DateRange } from '#domain/forecast/forecast-range.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ObstacleState } from '#domain/obstacle/obstacle.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { OverallState, PilotProgress } from '#domain/pilot/progress.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { hasDeclared } from './area-figures.ts'

export interface RollUp {
  readonly communes: number
  /** Declared conformity (G9 declared or confirmed). Rule REP-4. */
  readonly declared: number
  /** By overall state; adds up to `communes`. */
  readonly done: number
  readonly onTime: number
  readonly atRisk: number
  readonly late: number
  /** Over late communes; null when none is late. Rule REP-5. */
  readonly meanDaysLate: number | null
  /** Means over the communes, whole per cent; null without communes. */
  readonly percentDeclared: number | null
  readonly percentConfirmed: number | null
  /** Communes standing in each stage; those with no open stage are in none. */
  readonly standing: Readonly<Record<StageCode, number>>
  /** Stages declared by the commune and not confirmed by the monitor yet, over all communes. */
  readonly toConfirm: number
  readonly openMajor: number
  readonly lateCorrective: number
  /** Waiting for an answer. Rule REP-9. */
  readonly openObstacles: number
  /** Communes that have the alarm. */
  readonly alarms: Readonly<Record<AlarmName, number>>
  /** When the last of the communes will have declared; null without communes. */
  readonly lastDeclaration: DateRange | null
}

/** What a line is summed up from. */
export interface RollUpPart {
  readonly stages: readonly StageState[]
  readonly progress: PilotProgress
  readonly range: DateRange
  readonly alarms: readonly Alarm[]
  readonly openMajor: number
  readonly lateCorrective: number
  readonly openObstacles: readonly { readonly state: ObstacleState }[]
}

const sum = (parts: readonly RollUpPart[], of: (part: RollUpPart) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)

const meanOf = (parts: readonly RollUpPart[], of: (part: RollUpPart) => number): number | null =>
  parts.length === 0 ? null : sum(parts, of) / parts.length

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))

const countOf = <Name extends string>(names: readonly Name[], count: (name: Name) => number): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>

function lastDay(parts: readonly RollUpPart[]): DateRange | null {
  if (parts.length === 0) return null
  const last = (of: (range: DateRange) => LocalDate): LocalDate =>
    parts.map(({ range }) => of(range)).reduce((latest, day) => (day > latest ? day : latest))
  return {
    earliest: last(({ earliest }) => earliest),
    likely: last(({ likely }) => likely),
    latest: last(({ latest }) => latest),
  }
}

/** Rules REP-4, REP-5, REP-7, REP-8 and REP-9. */
export function rollUp(parts: readonly RollUpPart[]): RollUp {
  const inState = (state: OverallState): readonly RollUpPart[] =>
    parts.filter(({ progress }) => progress.state === state)
  const late = inState('late')
  return {
    communes: parts.length,
    declared: parts.filter(hasDeclared).length,
    done: inState('done').length,
    onTime: inState('on-time').length,
    atRisk: inState('at-risk').length,
    late: late.length,
    meanDaysLate: meanOf(late, ({ progress }) => progress.daysLate),
    percentDeclared: whole(meanOf(parts, ({ progress }) => progress.percentDeclared)),
    percentConfirmed: whole(meanOf(parts, ({ progress }) => progress.percentConfirmed)),
    standing: countOf(
      pilotStages.map(({ code }) => code),
      (code) => parts.filter(({ progress }) => progress.currentStage === code).length,
    ),
    toConfirm: sum(parts, ({ stages }) => stages.filter(({ status }) => status === 'declared').length),
    openMajor: sum(parts, ({ openMajor }) => openMajor),
    lateCorrective: sum(parts, ({ lateCorrective }) => lateCorrective),
    openObstacles: sum(parts, ({ openObstacles }) => openObstacles.filter(({ state }) => state === 'open').length),
    alarms: countOf(alarmNames, (name) => parts.filter(({ alarms }) => alarms.some(({ is }) => is === name)).length),
    lastDeclaration: lastDay(parts),
  }
}
