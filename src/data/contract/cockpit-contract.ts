/**
 * The cockpit: every commune of a plan in one view, reckoned from one small row per commune of this device's own data,
 * so that it opens at once and without a network. What depends on today is reckoned when it is read.
 */
import type { LateReason } from '#domain/field-visit/late-reason.ts'
import type { VisitFlag } from '#domain/field-visit/visit.ts'
import type { Alarm } from '#domain/forecast/alarm.ts'
import type { ForecastRange } from '#domain/forecast/forecast-range.ts'
import type { TargetOutlook } from '#domain/forecast/target-outlook.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { PilotProgress } from '#domain/pilot/progress.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode, StageTemplate } from '#domain/pilot/stage-template.ts'
import type { RollUp } from '#domain/reporting/roll-up.ts'
import type { Place } from './store-contract.ts'

/** Why a stage is late, as the commune or its monitor said last. */
export interface DelayMark {
  readonly stage: StageCode
  readonly reasons: readonly LateReason[]
  readonly on: LocalDate
  readonly expectedOn: LocalDate | null
}

/** An obstacle not settled yet, answered or not; its words are in the record. */
export interface ObstacleMark {
  readonly id: string
  readonly stage: StageCode | null
  readonly state: 'open' | 'answered'
  readonly raisedOn: LocalDate
  readonly dueOn: LocalDate | null
  /** Open and past the day the answer was due. */
  readonly isOverdue: boolean
}

/** The days planned for a commune, which its forecast and its actual days are compared with. */
export interface Baseline {
  readonly start: LocalDate
  /** Planned end of the declaration (G9). */
  readonly declaration: LocalDate
  /** Planned end of the last stage. */
  readonly end: LocalDate
}

export interface CommuneCockpit {
  readonly place: Place
  /** The monitoring area; null for a commune outside of them. */
  readonly area: Place | null
  /** In the order of the plan's template; planned and actual days are in them, the forecast in `range.stages`. */
  readonly stages: readonly StageState[]
  readonly progress: PilotProgress
  /** When it will have declared conformity. */
  readonly range: ForecastRange
  readonly baseline: Baseline
  /** Days by which the likely day of the declaration is after the planned one; negative when before. */
  readonly slippage: number
  /** Of late stages, in their order. */
  readonly delays: readonly DelayMark[]
  /** Oldest first. */
  readonly openObstacles: readonly ObstacleMark[]
  readonly openMajor: number
  /** Corrective actions past their day. */
  readonly lateCorrective: number
  readonly lastVisitOn: LocalDate | null
  /** What the monitor's last visit said; null without one. */
  readonly lastVisitFlag: VisitFlag | null
  /** The next visit planned for today or later; null without one. */
  readonly nextVisitOn: LocalDate | null
  /** The most pressing first. */
  readonly alarms: readonly Alarm[]
  /** Milliseconds since 1970; null when nothing came from it yet. */
  readonly lastActivityAt: number | null
}

export interface AreaRollUp {
  /** Null for communes outside the areas. */
  readonly area: Place | null
  readonly figures: RollUp
}

export interface CockpitView {
  readonly plan: Plan
  /** Every plan on this device, live ones first: for choosing. */
  readonly plans: readonly Plan[]
  readonly template: StageTemplate
  /** The day it was reckoned for. */
  readonly asOf: LocalDate
  /** When this device last heard from the endpoint, milliseconds since 1970; null before the first time. */
  readonly lastContactAt: number | null
  /** Communes of the plan in the person's scope, by area and code. */
  readonly communes: readonly CommuneCockpit[]
  /** Units of the plan that merged or were divided before that day: in no figure. Rule PLACE-21. */
  readonly ended: readonly Place[]
  /** Units of the plan that this device does not hold: the view is of a part, or of units of an earlier map. */
  readonly notInView: number
  /** Whether every unit of the plan is in view: only then do targets speak for the plan. */
  readonly isWholePlan: boolean
  readonly targets: readonly TargetOutlook[]
  /** In the order of the communes. */
  readonly areas: readonly AreaRollUp[]
  readonly total: RollUp
  /** Days without a visit after which a commune is reported. */
  readonly visitEveryDays: number
}

export interface CockpitRepository {
  /** Of the plan named, or of the first live one, or of the newest; null where this device holds no plan. */
  view(today: LocalDate, planId?: string): Promise<CockpitView | null>
  /** One commune of the same view, with the pace of the others behind its forecast; null where it takes part in none. */
  commune(unitId: string, today: LocalDate, planId?: string): Promise<CommuneCockpit | null>
}
