/**
 * The one place that says which stages a plan has, which days nobody works, and which days follow for every stage.
 * Everything that reckons with a plan asks here: the plan's own words where it has some, the project's template and
 * the public holidays where it has none, so that a plan kept by an earlier version still reads (PLN-1, PLN-2).
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { type Holidays, planSchedule, type Schedule } from '#domain/pilot/schedule.ts'
import type { Stage, StageTemplate } from '#domain/pilot/stage-template.ts'
import { isPublicDayOff } from './vietnam-holidays.ts'

/** What the stages of a plan depend on. */
export type StagedPlan = Pick<Plan, 'stages'>
/** What its working days depend on. */
export type DatedPlan = Pick<Plan, 'extraHolidays' | 'workingDays'>
/** What its schedule depends on. */
export type TimedPlan = Pick<Plan, 'start'> & StagedPlan & DatedPlan

/** A value reckoned once per object: plans are read-only, and a list of fifty communes asks fifty times. */
function oncePer<Key extends object, Value>(reckon: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = reckon(key)
    known.set(key, value)
    return value
  }
}

const reckonedTemplate = oncePer(({ stages = [] }: StagedPlan): StageTemplate => {
  const own = new Map(stages.map((stage) => [stage.code, stage]))
  return pilotStages.map((stage) => ({ ...stage, ...own.get(stage.code) }))
})

/** The stages of a plan: the project's, with what the plan says otherwise. Rule PLN-1. */
export const templateOf = (plan: StagedPlan): StageTemplate =>
  plan.stages === undefined ? pilotStages : reckonedTemplate(plan)

/** One stage of a plan; undefined for a code that is none. */
export const stageOf = (plan: StagedPlan, code: string): Stage | undefined =>
  templateOf(plan).find((stage) => stage.code === code)

const calendarOf = oncePer(({ extraHolidays = [], workingDays = [] }: DatedPlan): Holidays => {
  const extra: ReadonlySet<LocalDate> = new Set(extraHolidays.map(({ on }) => on))
  return { has: (day) => extra.has(day) || isPublicDayOff(day), worked: new Set(workingDays) }
})

/** Public holidays with their compensation, the plan's own days off, and the days off it works. Rule PLN-2. */
export const planCalendar = (plan: DatedPlan): Holidays => calendarOf(plan)

/** Planned start and end of every stage, with the plan's stages and calendar. Rules PIL-3, PLN-1 and PLN-2. */
export const scheduleOf: (plan: TimedPlan) => Schedule = oncePer((plan) =>
  planSchedule(plan.start, templateOf(plan), planCalendar(plan)),
)
