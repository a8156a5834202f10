/**
 * A target of the plan as it stands: needed, reached, forecast, and the day on which the present pace reaches it.
 * The denominator is the one of the day (226 before the mergers of 2020, 200 after them), named with its date.
 */
import { addDays, daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { denominatorOfTarget, type Plan, type PlanTarget, unitsNeeded } from '#domain/pilot/plan.ts'
import type { DatedDenominator } from '#domain/place/target.ts'
import type { DateRange, ForecastRange } from './forecast-range.ts'

/** Declarations counted back from today. */
interface PaceWindow {
  /** How far back: 90, 365, or null for all days since the plan began. */
  readonly days: number | null
  /** The day it begins, and how many days are really counted: never further back than the plan. */
  readonly from: LocalDate
  readonly counted: number
  readonly declared: number
  /** For showing only: one decimal. */
  readonly perYear: number
}

/** When the target is reached at the present pace. Rules FC-22 and FC-23. */
export type TargetDay =
  | { readonly is: 'reached'; readonly on: LocalDate }
  | ({ readonly is: 'expected'; readonly isInTime: boolean; readonly windows: readonly PaceWindow[] } & DateRange)
  /** `nothing-declared`: no commune yet; `none-lately`: none in the last 365 days. */
  | { readonly is: 'unknown'; readonly reason: 'nothing-declared' | 'none-lately' | 'plan-not-begun' }

export interface TargetOutlook {
  readonly target: PlanTarget
  /** The denominator that holds today. Rule FC-20. */
  readonly denominator: DatedDenominator
  /** Communes that have to have declared. */
  readonly needed: number
  /** Communes of the plan in view that declared by today. */
  readonly reached: number
  readonly isMet: boolean
  /** The needed ones beyond the communes of the plan: the roll-out has to go on for them. 0 when the plan suffices. */
  readonly beyondPlan: number
  /** Communes of the plan that will have declared by the day of the target. Rule FC-21. */
  readonly forecast: { readonly atLeast: number; readonly likely: number; readonly atMost: number }
  readonly day: TargetDay
}

const RECENT_DAYS = 90
/** The window whose pace is the likely one, and after which an old declaration says nothing any more. */
const YEAR_DAYS = 365

/** Declared communes have a range that is `reached`. */
type Outcome = Pick<ForecastRange, 'basis' | 'earliest' | 'likely' | 'latest'>

const declaredDays = (ranges: readonly Outcome[], today: LocalDate): readonly LocalDate[] =>
  ranges
    .filter(({ basis, likely }) => basis === 'reached' && likely <= today)
    .map(({ likely }) => likely)
    .sort()

function windowOf(days: number | null, start: LocalDate, declared: readonly LocalDate[], today: LocalDate): PaceWindow {
  const sinceStart = daysBetween(start, today)
  const counted = Math.max(1, days === null ? sinceStart : Math.min(days, sinceStart))
  const first = addDays(today, -counted)
  const isAll = counted >= sinceStart
  const count = declared.filter((day) => isAll || day > first).length
  const perYear = Math.round((count * YEAR_DAYS * 10) / counted) / 10
  return { days, from: isAll ? start : first, counted, declared: count, perYear }
}

/** Rules FC-22 and FC-23. */
function targetDay(
  needed: number,
  by: LocalDate,
  declared: readonly LocalDate[],
  start: LocalDate,
  today: LocalDate,
): TargetDay {
  const reachedOn = declared[needed - 1]
  if (reachedOn !== undefined) return { is: 'reached', on: reachedOn }
  if (declared.length === 0) return { is: 'unknown', reason: today < start ? 'plan-not-begun' : 'nothing-declared' }
  const windows = [RECENT_DAYS, YEAR_DAYS, null].map((days) => windowOf(days, start, declared, today))
  const missing = needed - declared.length
  const dayAt = ({ counted, declared: count }: PaceWindow): LocalDate | null =>
    count === 0 ? null : addDays(today, Math.ceil((missing * counted) / count))
  const days = windows.flatMap((window) => dayAt(window) ?? []).sort()
  const year = windows.find((window) => window.days === YEAR_DAYS)
  const likely = year ? dayAt(year) : null
  if (likely === null) return { is: 'unknown', reason: 'none-lately' }
  return {
    is: 'expected',
    earliest: days[0] ?? likely,
    likely,
    latest: days.at(-1) ?? likely,
    isInTime: likely <= by,
    windows,
  }
}

/** From the forecasts of the communes in view. Rules FC-20 to FC-23. */
export function targetOutlook(
  target: PlanTarget,
  plan: Pick<Plan, 'start' | 'cohort'>,
  ranges: readonly Outcome[],
  today: LocalDate,
): TargetOutlook {
  const denominator = denominatorOfTarget(target, today)
  const needed = unitsNeeded(target, denominator)
  const declared = declaredDays(ranges, today)
  const by = (day: keyof DateRange): number => ranges.filter((range) => range[day] <= target.by).length
  return {
    target,
    denominator,
    needed,
    reached: declared.length,
    isMet: declared.length >= needed,
    beyondPlan: Math.max(0, needed - plan.cohort.length),
    forecast: { atLeast: by('latest'), likely: by('likely'), atMost: by('earliest') },
    day: targetDay(needed, target.by, declared, plan.start, today),
  }
}

/** Every target of a plan. */
export const targetOutlooks = (
  plan: Pick<Plan, 'start' | 'cohort' | 'targets'>,
  ranges: readonly Outcome[],
  today: LocalDate,
): readonly TargetOutlook[] => plan.targets.map((target) => targetOutlook(target, plan, ranges, today))
