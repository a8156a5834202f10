/**
 * A plan of a People's Committee for a group of communes. Numbers, dates and targets differ from province to
 * province and from year to year, so they are data; the trial may not fit into the year of the plan, and a
 * share such as "more than 70 %" means nothing without the day its denominator was counted.
 */
import { daysBetween, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { type DatedDenominator, neededForTarget } from '#domain/place/target.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { planCalendar, templateOf } from '#domain/plan/plan-time.ts'
import { endOfPeriod } from './schedule.ts'
import { type Deliverable, type Duration, type StageCode, TRIAL_STAGE } from './stage-template.ts'

/** A share in whole per cent of the units of a province, to be reached by a day. Rule PIL-15. */
export interface PlanTarget {
  readonly text: LocalText
  /** The share; strict: exactly this is not enough. */
  readonly morePercentThan: number
  /** False where the share itself is enough ("at least"); absent in plans of earlier versions, which were all strict. */
  readonly isStrict?: boolean
  readonly by: LocalDate
  /** The number of units on the day the target was set. */
  readonly denominator: DatedDenominator
  /** How many there were later on, as they became known. Rule PLN-9. */
  readonly others?: readonly DatedDenominator[]
}

/** What a plan says otherwise than the project's template; what is left out stays as in the template. Rule PLN-1. */
export interface PlanStage {
  readonly code: StageCode
  readonly weight?: number
  readonly duration?: Duration
  readonly deliverables?: readonly Deliverable[]
}

/** A day off that the province gives on top of the public holidays. */
interface ExtraHoliday {
  readonly on: LocalDate
  readonly name: string
}

/** A deadline as the paper has it. A day no calendar has stays as written, until a person decides. Rule PLN-8. */
export interface PlanDeadline {
  readonly text: string
  readonly on: WrittenDate
  /** The day a person decided on where `on` names none; null or absent while nobody has. */
  readonly decidedOn?: WrittenDate | null
}

export interface Plan {
  readonly id: string
  readonly number: string
  readonly date: WrittenDate
  readonly issuer: LocalText
  readonly legalBasis: readonly string[]
  readonly edition: EditionId
  readonly mode: 'declaration' | 'certification'
  /** Ids of the units that take part. */
  readonly cohort: readonly string[]
  /** The first day of G0. */
  readonly start: LocalDate
  readonly end: WrittenDate
  readonly targets: readonly PlanTarget[]
  /** Stages that differ from the project's template. */
  readonly stages?: readonly PlanStage[]
  readonly extraHolidays?: readonly ExtraHoliday[]
  /** Days off that are worked instead, such as a Saturday before a long holiday. */
  readonly workingDays?: readonly LocalDate[]
  readonly deadlines?: readonly PlanDeadline[]
  /** A commune not visited for this many days is pointed out; 14 where left out. */
  readonly visitEveryDays?: number
  readonly state: 'live' | 'archived'
  /** True when the units or the plan itself are made up: shown as "dữ liệu minh họa". */
  readonly illustrative: boolean
}

/** The smallest number of units that meets the target, of `denominator` or of the one it was set with. Rule PIL-15. */
export const unitsNeeded = (
  target: Pick<PlanTarget, 'morePercentThan' | 'denominator' | 'isStrict'>,
  denominator: DatedDenominator = target.denominator,
): number => neededForTarget(target.morePercentThan, denominator.count, target.isStrict !== false)

/** Every number of units the target was ever reckoned with, oldest first. Rule PLN-9. */
export const denominatorsOf = ({
  denominator,
  others = [],
}: Pick<PlanTarget, 'denominator' | 'others'>): readonly DatedDenominator[] =>
  [denominator, ...others].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** The number of units that holds on a day: the last one not later, and the first one before that. Rule PLN-9. */
export const denominatorOfTarget = (
  target: Pick<PlanTarget, 'denominator' | 'others'>,
  day: LocalDate,
): DatedDenominator => denominatorsOf(target).findLast(({ on }) => on <= day) ?? target.denominator

/** Days after which a commune that was not visited is pointed out, where the plan says nothing else. */
export const VISIT_EVERY_DAYS = 14

export const visitEveryDaysOf = ({ visitEveryDays }: Pick<Plan, 'visitEveryDays'>): number =>
  visitEveryDays ?? VISIT_EVERY_DAYS

type TrialPlan = Pick<Plan, 'date' | 'end' | 'stages' | 'extraHolidays' | 'workingDays'>

/**
 * Days by which the trial ends after the plan, even if it began on the date of the plan; 0 when it fits, null
 * when the date or the end names no day. Rule PIL-14.
 */
export function trialShortfall(plan: TrialPlan): number | null {
  const trial = templateOf(plan).find(({ code }) => code === TRIAL_STAGE)
  if (!trial || plan.date.date === null || plan.end.date === null) return null
  const trialEnd = endOfPeriod(plan.date.date, trial.duration, planCalendar(plan))
  return Math.max(0, daysBetween(plan.end.date, trialEnd))
}
