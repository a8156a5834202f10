/**
 * What happened to a stage, as a log that is only added to. Communes declare and monitors confirm on different
 * devices, so events arrive late, twice and in any order: nothing here depends on the order of arrival (PIL-4).
 * The word of the commune and the word of the monitor are kept apart: a screen shows both (PIL-5).
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { PlannedStage, Schedule } from './schedule.ts'
import type { StageCode } from './stage-template.ts'

export type StageEventType = 'started' | 'declared-done' | 'confirmed' | 'returned'

/** Proof of one deliverable: a file or record, or words saying where the original is kept. */
export interface StageEvidence {
  /** Id of a deliverable of the stage. */
  readonly deliverable: string
  /** Id of a piece of evidence or of a record in the app; null when there are only words. */
  readonly evidenceId: string | null
  /** Where the original is and who vouches for it; needed without `evidenceId`, else ''. */
  readonly attestation: string
}

export interface StageEvent {
  readonly id: string
  readonly stage: StageCode
  readonly type: StageEventType
  /** The day it happened, as the person says. */
  readonly on: LocalDate
  readonly note: string
  readonly evidence: readonly StageEvidence[]
  /** Account id. */
  readonly by: string
  /** Hybrid clock, see `domain/change/hlc.ts`. */
  readonly at: number
}

/** One log out of many copies: every event once, by clock and then by id. Rule PIL-4. */
export function orderEvents(events: readonly StageEvent[]): readonly StageEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

export type StageStatus = 'not-reached' | 'in-progress' | 'late' | 'declared' | 'confirmed'

export interface StageState {
  readonly stage: StageCode
  readonly status: StageStatus
  readonly plannedStart: LocalDate
  readonly plannedEnd: LocalDate
  /** The day it was started or its turn came; null while not reached. */
  readonly startedOn: LocalDate | null
  /** Declarations of the commune that still count, oldest first. Rule PIL-6. */
  readonly declarations: readonly StageEvent[]
  /** Confirmations of the monitor that still count, oldest first. Rule PIL-6. */
  readonly confirmations: readonly StageEvent[]
  /** The latest return, while it stands unanswered. */
  readonly returned: StageEvent | null
  /** Every event of the stage, oldest first. */
  readonly history: readonly StageEvent[]
  /** Days late; 0 when not late. Rule PIL-7. */
  readonly daysLate: number
}

/** Rules PIL-4 to PIL-8. */
export function deriveStages(
  events: readonly StageEvent[],
  schedule: Schedule,
  today: LocalDate,
): readonly StageState[] {
  const ordered = orderEvents(events)
  const states: StageState[] = []
  for (const planned of schedule) {
    const history = ordered.filter((event) => event.stage === planned.stage)
    states.push(deriveStage(planned, history, turnOf(planned, states, today), today))
  }
  return states
}

/** The day the turn of a stage came; null while a stage before it is open. Rule PIL-8. */
function turnOf(planned: PlannedStage, before: readonly StageState[], today: LocalDate): LocalDate | null {
  if (before.length === 0) return planned.start <= today ? planned.start : null
  const done = before.map(doneOn)
  return done.reduce((latest, day) => (latest === null || day === null ? null : day > latest ? day : latest))
}

function deriveStage(
  planned: PlannedStage,
  history: readonly StageEvent[],
  turn: LocalDate | null,
  today: LocalDate,
): StageState {
  const lastReturn = history.findLastIndex((event) => event.type === 'returned')
  const current = history.slice(lastReturn + 1)
  const declarations = current.filter((event) => event.type === 'declared-done')
  const confirmations = current.filter((event) => event.type === 'confirmed')
  const isDone = declarations.length + confirmations.length > 0
  const startedOn = history.find((event) => event.type === 'started')?.on ?? turn ?? history[0]?.on ?? null
  const state = {
    stage: planned.stage,
    plannedStart: planned.start,
    plannedEnd: planned.end,
    startedOn,
    declarations,
    confirmations,
    returned: isDone ? null : (history[lastReturn] ?? null),
    history,
  }
  const daysLate = Math.max(0, daysBetween(planned.end, doneOn(state) ?? today))
  return { ...state, daysLate, status: statusOf(state, daysLate) }
}

type Marks = Pick<StageState, 'declarations' | 'confirmations' | 'startedOn'>

function statusOf({ declarations, confirmations, startedOn }: Marks, daysLate: number): StageStatus {
  if (confirmations.length > 0) return 'confirmed'
  if (declarations.length > 0) return 'declared'
  if (daysLate > 0) return 'late'
  return startedOn === null ? 'not-reached' : 'in-progress'
}

/** The day the commune says it was done, else the day it was confirmed; null while open. */
export const doneOn = (state: Pick<StageState, 'declarations' | 'confirmations'>): LocalDate | null =>
  (state.declarations[0] ?? state.confirmations[0])?.on ?? null

/** True when the commune declared it or the monitor confirmed it. Rule PIL-5. */
export const isStageDone = (state: StageState): boolean => state.status === 'declared' || state.status === 'confirmed'
