/**
 * A plan as it is kept, judged where it arrives. What speaks against it is what speaks against it in the form, but for the
 * days off that are worked: the list of holidays grows, and a later version knows more of them than this one. A plan that
 * was kept before there were rules may still be put away as it is.
 */
import { isObject, type JsonObject, listAt, objectAt, objectOf } from '#domain/kernel/json-reading.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { DurationUnit } from '#domain/pilot/stage-template.ts'
import { planFaults } from './plan-check.ts'

const units: readonly DurationUnit[] = ['working-days', 'calendar-days', 'calendar-months']
const codes: readonly string[] = pilotStages.map(({ code }) => code)

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): boolean => isText(objectOf(value)?.['vi'])

/** Absent, or a list of objects that are as they should be. */
const isListOf = (value: unknown, isGood: (one: JsonObject) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => isObject(one) && isGood(one)))

const isStage = ({ code, deliverables, duration }: JsonObject): boolean =>
  isText(code) && isListOf(deliverables, ({ name }) => isTexts(name)) && (duration === undefined || isObject(duration))

const isTarget = ({ text, denominator, others }: JsonObject): boolean =>
  isTexts(text) && isObject(denominator) && isListOf(others, () => true)

/** Whether it can be read at all. */
function isPlan(plan: JsonObject): boolean {
  const { number, issuer, date, end, start, cohort, targets } = plan
  return (
    [number, start, objectOf(end)?.['text']].every(isText) &&
    isTexts(issuer) &&
    isObject(date) &&
    Array.isArray(cohort) &&
    Array.isArray(targets) &&
    isListOf(targets, isTarget) &&
    isListOf(plan['stages'], isStage) &&
    isListOf(plan['extraHolidays'], ({ name }) => isText(name)) &&
    isListOf(plan['deadlines'], ({ text }) => isText(text))
  )
}

/** A stage or a measure of time that this version does not know is a later version's, and so is what it adds up to. */
const isOfLaterVersion = (plan: JsonObject): boolean =>
  listAt(plan, 'stages').some((stage) => {
    const unit = objectAt(stage, 'duration')['unit']
    return !codes.some((code) => code === stage['code']) || (isText(unit) && !units.some((known) => known === unit))
  })

/** Whether nothing speaks against keeping it. Rule PLN-10. */
export function isPlanFit(value: unknown): boolean {
  const plan = objectOf(value)
  if (plan === null) return false
  if (plan['state'] === 'archived') return true
  if (!isPlan(plan)) return false
  if (isOfLaterVersion(plan)) return true
  const { workingDays: _, ...judged } = plan as unknown as Plan
  return planFaults(judged).length === 0
}
