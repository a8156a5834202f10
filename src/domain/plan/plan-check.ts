/**
 * What a plan must have before it is kept. Every fault names the field it stands in and has a sentence of its own, so
 * that a form shows all of them at once and the store refuses what a form let through (PLN-10).
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { Plan, PlanTarget } from '#domain/pilot/plan.ts'
import type { DurationUnit, Stage } from '#domain/pilot/stage-template.ts'
import { isDayOff } from './plan-days.ts'
import { templateOf } from './plan-time.ts'

export interface PlanFault {
  /** As the form names it: `number`, `stages.G4.weight`, `targets.0.share`. */
  readonly field: string
  readonly problem: Problem
}

const MOST: Readonly<Record<DurationUnit, number>> = {
  'working-days': 500,
  'calendar-days': 730,
  'calendar-months': 36,
}
const MOST_VISIT_DAYS = 366

const isBlank = (text: string): boolean => !hasText(text)

const isWholeFrom = (least: number, most: number, value: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

const fault = (field: string, problem: Problem): readonly PlanFault[] => [{ field, problem }]

function headFaults(plan: Plan): readonly PlanFault[] {
  const { date, end, start, cohort, visitEveryDays = 1 } = plan
  const isEndBefore = end.date !== null && end.date < start
  return [
    ...(isBlank(plan.number) ? fault('number', { code: 'plan.number-missing' }) : []),
    ...(isBlank(plan.issuer.vi) ? fault('issuer', { code: 'plan.issuer-missing' }) : []),
    ...(date.date === null ? fault('date', { code: 'plan.date-missing' }) : []),
    ...(isEndBefore ? fault('end', { code: 'plan.end-before-start' }) : []),
    ...(isBlank(end.text) ? fault('end', { code: 'plan.end-missing' }) : []),
    ...(cohort.length === 0 ? fault('cohort', { code: 'plan.cohort-empty' }) : []),
    ...(isWholeFrom(1, MOST_VISIT_DAYS, visitEveryDays)
      ? []
      : fault('visitEveryDays', { code: 'plan.visit-days-unfit', params: { most: MOST_VISIT_DAYS } })),
  ]
}

function stageFaults({ code, weight, duration, deliverables }: Stage): readonly PlanFault[] {
  const most = MOST[duration.unit]
  const isNameless = deliverables.length === 0 || deliverables.some(({ name }) => isBlank(name.vi))
  return [
    ...(isWholeFrom(0, 100, weight)
      ? []
      : fault(`stages.${code}.weight`, { code: 'plan.weight-unfit', params: { stage: code } })),
    ...(isWholeFrom(1, most, duration.amount)
      ? []
      : fault(`stages.${code}.amount`, { code: 'plan.duration-unfit', params: { stage: code, most } })),
    ...(isNameless
      ? fault(`stages.${code}.deliverables`, { code: 'plan.deliverable-missing', params: { stage: code } })
      : []),
  ]
}

function weightFaults(template: readonly Stage[]): readonly PlanFault[] {
  const sum = template.reduce((total, { weight }) => total + weight, 0)
  return sum === 100 ? [] : fault('weights', { code: 'plan.weights-not-100', params: { sum } })
}

function targetFaults(target: PlanTarget, at: number): readonly PlanFault[] {
  const { text, morePercentThan: share, denominator, others = [], isStrict } = target
  const most = isStrict === false ? 100 : 99
  const counts = [denominator, ...others]
  return [
    ...(isBlank(text.vi) ? fault(`targets.${at}.text`, { code: 'plan.target-text-missing' }) : []),
    ...(isWholeFrom(1, most, share)
      ? []
      : fault(`targets.${at}.share`, { code: 'plan.target-share-unfit', params: { most } })),
    ...(counts.every(({ count }) => isWholeFrom(1, 100_000, count))
      ? []
      : fault(`targets.${at}.count`, { code: 'plan.target-count-unfit' })),
  ]
}

function dayFaults(plan: Plan): readonly PlanFault[] {
  const nameless = (plan.extraHolidays ?? []).flatMap(({ name }, at) =>
    isBlank(name) ? fault(`extraHolidays.${at}.name`, { code: 'plan.holiday-name-missing' }) : [],
  )
  const worked = (plan.workingDays ?? []).flatMap((day: LocalDate, at) =>
    isDayOff(plan, day) ? [] : fault(`workingDays.${at}`, { code: 'plan.working-day-not-off' }),
  )
  return [...nameless, ...worked]
}

const deadlineFaults = (plan: Plan): readonly PlanFault[] =>
  (plan.deadlines ?? []).flatMap(({ text }, at) =>
    isBlank(text) ? fault(`deadlines.${at}.text`, { code: 'plan.deadline-text-missing' }) : [],
  )

/** Everything that speaks against a plan, in the order of the form. Rule PLN-10. */
export function planFaults(plan: Plan): readonly PlanFault[] {
  const template = templateOf(plan)
  return [
    ...headFaults(plan),
    ...template.flatMap(stageFaults),
    ...weightFaults(template),
    ...dayFaults(plan),
    ...plan.targets.flatMap(targetFaults),
    ...deadlineFaults(plan),
  ]
}

/** Communes that take part in another live plan already: a commune follows one plan at a time. Rule PLN-12. */
export function communesTaken(
  plan: Pick<Plan, 'id' | 'cohort'>,
  plans: readonly Plan[],
): readonly { readonly unit: string; readonly plan: Plan }[] {
  const others = plans.filter(({ id, state }) => id !== plan.id && state === 'live')
  return plan.cohort.flatMap((unit) => {
    const other = others.find(({ cohort }) => cohort.includes(unit))
    return other ? [{ unit, plan: other }] : []
  })
}
