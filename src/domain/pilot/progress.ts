/**
 * The progress of one commune in one line: how much is declared, how much is confirmed, where it stands, and
 * when it will probably declare conformity.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { periodEnd } from './period-ends.ts'
import type { Holidays } from './schedule.ts'
import { doneOn, isStageDone, type StageState } from './stage-event.ts'
import { DECLARATION_STAGE, type StageCode, type StageTemplate } from './stage-template.ts'

export type OverallState = 'on-time' | 'at-risk' | 'late' | 'done'

export interface PilotProgress {
  /** Sum of the weights of stages declared or confirmed, 0 to 100. */
  readonly percentDeclared: number
  /** Sum of the weights of confirmed stages, 0 to 100. */
  readonly percentConfirmed: number
  /** First stage neither declared nor confirmed; null when none is left. */
  readonly currentStage: StageCode | null
  readonly nextStage: StageCode | null
  readonly state: OverallState
  /** The largest delay of an own stage that is still open; 0 when none is late. */
  readonly daysLate: number
  /** Rule PIL-11. */
  readonly forecast: LocalDate
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

/** Rules PIL-9, PIL-10 and PIL-11. */
export function communeProgress(
  template: StageTemplate,
  states: readonly StageState[],
  today: LocalDate,
  holidays?: Holidays,
): PilotProgress {
  const weights = new Map(template.map(({ code, weight }) => [code, weight]))
  const own = states.filter(({ stage }) => (weights.get(stage) ?? 0) > 0)
  const sum = (chosen: readonly StageState[]) =>
    chosen.reduce((total, { stage }) => total + (weights.get(stage) ?? 0), 0)
  const open = states.filter((state) => !isStageDone(state))
  const forecast = forecastDeclaration(template, states, today, holidays)
  const daysLate = Math.max(0, ...own.filter(({ status }) => status === 'late').map((state) => state.daysLate))
  return {
    percentDeclared: sum(states.filter(isStageDone)),
    percentConfirmed: sum(states.filter(({ status }) => status === 'confirmed')),
    currentStage: open[0]?.stage ?? null,
    nextStage: open[1]?.stage ?? null,
    state: overallState(own, daysLate, forecast),
    daysLate,
    forecast,
  }
}

/** Rule PIL-10. */
function overallState(own: readonly StageState[], daysLate: number, forecast: LocalDate): OverallState {
  if (own.every(({ status }) => status === 'confirmed')) return 'done'
  if (daysLate > 0) return 'late'
  const declaration = own.find(({ stage }) => stage === DECLARATION_STAGE)
  const isDeclared = declaration !== undefined && isStageDone(declaration)
  return !isDeclared && declaration && forecast > declaration.plannedEnd ? 'at-risk' : 'on-time'
}

/** The day on which the commune will probably have declared conformity. Rule PIL-11. */
function forecastDeclaration(
  template: StageTemplate,
  states: readonly StageState[],
  today: LocalDate,
  holidays?: Holidays,
): LocalDate {
  const declaration = states.find(({ stage }) => stage === DECLARATION_STAGE)
  const declaredOn = declaration ? doneOn(declaration) : null
  if (declaredOn !== null) return declaredOn
  let date: LocalDate | null = null
  for (const stage of template) {
    const state = states.find((candidate) => candidate.stage === stage.code)
    if (!state || isStageDone(state)) continue
    const from: LocalDate = date ?? state.startedOn ?? later(today, state.plannedStart)
    date = later(today, periodEnd(from, stage.duration, holidays))
    if (stage.code === DECLARATION_STAGE) break
  }
  return date ?? today
}
