// Stages of communes under a short plan that begins on Thursday 01/03/2018: four stages would do, but the template is the
// real one, so that weights, trial and declaration are.
import type { ForecastGround } from '#domain/forecast/forecast-commune.ts'
import { type Pace, paceOf } from '#domain/forecast/pace.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { planSchedule } from '#domain/pilot/schedule.ts'
import { deriveStages, type StageEvent, type StageState } from '#domain/pilot/stage-event.ts'

export const day = (text: string) => text as LocalDate
export const START = day('2018-03-01')
export const schedule = planSchedule(START, pilotStages)

/** A commune whose gates G0, G1, … were passed that many days after the beginning. */
export function eventsAt(gates: readonly number[]): readonly StageEvent[] {
  return gates.map((days, at) => ({
    id: `e${at}`,
    stage: pilotStages[at]?.code ?? 'G0',
    type: 'declared-done',
    on: addDays(START, days),
    note: '',
    evidence: [],
    by: 'acc-1',
    at: at + 1,
  }))
}

export const stagesAt = (gates: readonly number[], today: LocalDate): readonly StageState[] =>
  deriveStages(eventsAt(gates), schedule, today)

export const ground = (today: LocalDate, pace: Pace = new Map()): ForecastGround => ({
  planStart: START,
  template: pilotStages,
  calendar: new Set(),
  pace,
  today,
})

/** The pace that these communes show. */
export const paceFrom = (communes: readonly (readonly number[])[], today: LocalDate): Pace =>
  paceOf(
    communes.map((gates) => stagesAt(gates, today)),
    START,
  )
