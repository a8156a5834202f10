import type { LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { planSchedule, type Schedule } from '#domain/pilot/schedule.ts'
import type { StageEvent, StageEventType } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

export const day = (text: string) => text as LocalDate

/** The schedule reckoned by hand in the SPEC: G0 ends 30/10/2017, G1 13/11, G2 16/11. */
export const schedule: Schedule = planSchedule(day('2017-10-16'), pilotStages)

let clock = 0

/** Each event is later by the hybrid clock than the one built before it. */
export function anEvent(
  stage: StageCode,
  type: StageEventType,
  on: string,
  patch: Partial<StageEvent> = {},
): StageEvent {
  clock += 1
  return { id: `e${clock}`, stage, type, on: day(on), note: '', evidence: [], by: 'acc-1', at: clock, ...patch }
}

/** Declares (and confirms) stages on their planned last day. */
export const onPlan = (stages: readonly StageCode[], type: StageEventType = 'declared-done'): readonly StageEvent[] =>
  schedule.filter(({ stage }) => stages.includes(stage)).map(({ stage, end }) => anEvent(stage, type, end))

export const communeStages: readonly StageCode[] = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9']
