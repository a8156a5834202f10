/** The line of one commune: its facts under the live plan that has it, in days and shares that hold on any later day. */
import { localDateAt, type LocalDate, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { communeProgress } from '#domain/pilot/progress.ts'
import { deriveStages, doneOn, isStageDone } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE } from '#domain/pilot/stage-template.ts'
import { planCalendar, scheduleOf, templateOf } from '#domain/plan/plan-time.ts'
import { type CommuneLine, lineOutsidePlans } from '#domain/reporting/province-summary.ts'
import type { CommuneFacts } from './commune-facts.ts'

/** Rule NAT-8. */
export function communeLine(unit: string, plan: Plan | undefined, facts: CommuneFacts, today: LocalDate): CommuneLine {
  const { openObstacles, openMajor, visitedOn, changedMs } = facts
  const changedOn = changedMs === null ? null : localDateAt(changedMs, VIETNAM_OFFSET_MINUTES)
  const shared = { openObstacles, openMajor, visitedOn, changedOn }
  if (plan === undefined) return { ...lineOutsidePlans(unit), ...shared }
  const template = templateOf(plan)
  const ofPlan = facts.events.filter((event) => event.plan === plan.id)
  const states = deriveStages(ofPlan, scheduleOf(plan), today)
  const progress = communeProgress(template, states, today, planCalendar(plan))
  const own = new Set(template.filter(({ weight }) => weight > 0).map(({ code }) => code))
  const declaration = states.find(({ stage }) => stage === DECLARATION_STAGE)
  return {
    unit,
    takesPart: true,
    stage: progress.currentStage,
    dueOn: states.find((state) => own.has(state.stage) && !isStageDone(state))?.plannedEnd ?? null,
    percentDeclared: progress.percentDeclared,
    percentConfirmed: progress.percentConfirmed,
    declaredOn: declaration ? doneOn(declaration) : null,
    ...shared,
  }
}
