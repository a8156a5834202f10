/**
 * The trial of a commune runs on its own clock: three calendar months from the day it began there, whatever the plan
 * says about its own end. Plan 174/KH-UBND gave 76 days to something that takes three months; so both ends are kept
 * apart, and how far they are apart is said on the first day (PLN-6, PLN-7).
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { endOfPeriod } from '#domain/pilot/schedule.ts'
import { doneOn, type StageState } from '#domain/pilot/stage-event.ts'
import { TRIAL_STAGE } from '#domain/pilot/stage-template.ts'
import { type DatedPlan, planCalendar, scheduleOf, type StagedPlan, stageOf, type TimedPlan } from './plan-time.ts'

export interface TrialClock {
  /** `ahead`: not begun, reckoned as if it began today. `done`: the commune declared it or it was confirmed. */
  readonly state: 'ahead' | 'running' | 'over' | 'done'
  /** The day it began; null while ahead. */
  readonly beganOn: LocalDate | null
  /** The last of its days; while ahead, the earliest that is still possible. */
  readonly endsOn: LocalDate
  /** Days left until then; 0 once they have passed. */
  readonly daysLeft: number
  /** Days by which it ends after the plan; 0 when it fits, null when the plan's end names no day. */
  readonly daysAfterPlan: number | null
}

type ClockPlan = Pick<Plan, 'end'> & StagedPlan & DatedPlan

const daysAfter = (planEnd: LocalDate | null, end: LocalDate): number | null =>
  planEnd === null ? null : Math.max(0, daysBetween(planEnd, end))

/** The clock of one commune; null where the plan has no trial. Rule PLN-6. */
export function trialClock(plan: ClockPlan, stages: readonly StageState[], today: LocalDate): TrialClock | null {
  const trial = stageOf(plan, TRIAL_STAGE)
  const state = stages.find(({ stage }) => stage === TRIAL_STAGE)
  if (!trial || !state) return null
  const finishedOn = doneOn(state)
  const beganOn = state.startedOn ?? finishedOn
  const endsOn = finishedOn ?? endOfPeriod(beganOn ?? today, trial.duration, planCalendar(plan))
  return {
    state: finishedOn !== null ? 'done' : beganOn === null ? 'ahead' : endsOn < today ? 'over' : 'running',
    beganOn,
    endsOn,
    daysLeft: finishedOn === null ? Math.max(0, daysBetween(today, endsOn)) : 0,
    daysAfterPlan: daysAfter(plan.end.date, endsOn),
  }
}

/**
 * Days by which the trial ends after the plan when every stage before it takes its normal time; 0 when it fits, null
 * when the plan's end names no day. Never less than `trialShortfall`, which begins the trial at once. Rule PLN-7.
 */
export function scheduledShortfall(plan: TimedPlan & Pick<Plan, 'end'>): number | null {
  const trial = scheduleOf(plan).find(({ stage }) => stage === TRIAL_STAGE)
  return trial ? daysAfter(plan.end.date, trial.end) : null
}
