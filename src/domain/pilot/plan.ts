/**
 * A plan of a People's Committee for a group of communes. Numbers, dates and targets differ from province to
 * province and from year to year, so they are data; the trial may not fit into the year of the plan, and a
 * share such as "more than 70 %" means nothing without the day its denominator was counted.
 */
import { daysBetween, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { type DatedDenominator, neededForTarget } from '#domain/place/target.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { pilotStages } from './pilot-stages.ts'
import { endOfPeriod } from './schedule.ts'
import { type StageTemplate, TRIAL_STAGE } from './stage-template.ts'

/** A share in whole per cent to be exceeded by a day; strict: exactly `percent` is not enough. Rule PIL-15. */
export interface PlanTarget {
  readonly text: LocalText
  readonly morePercentThan: number
  readonly by: LocalDate
  readonly denominator: DatedDenominator
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
  readonly state: 'live' | 'archived'
  /** True when the units or the plan itself are made up: shown as "dữ liệu minh họa". */
  readonly illustrative: boolean
}

/** The smallest number of units that exceeds the target. Rule PIL-15. */
export const unitsNeeded = ({
  morePercentThan,
  denominator,
}: Pick<PlanTarget, 'morePercentThan' | 'denominator'>): number =>
  neededForTarget(morePercentThan, denominator.count, true)

/**
 * Days by which the trial ends after the plan, even if it began on the date of the plan; 0 when it fits, null
 * when the date or the end names no day. Rule PIL-14.
 */
export function trialShortfall(plan: Pick<Plan, 'date' | 'end'>, template: StageTemplate = pilotStages): number | null {
  const trial = template.find(({ code }) => code === TRIAL_STAGE)
  if (!trial || plan.date.date === null || plan.end.date === null) return null
  return Math.max(0, daysBetween(plan.end.date, endOfPeriod(plan.date.date, trial.duration)))
}
