/**
 * The pace of comparable communes: how many calendar days the communes of a plan really took from gate to gate. Quartiles
 * by nearest rank, so that each of them is a number of days that some commune took, and anybody can recount it.
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { doneOn, type StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { LEAST_SAMPLE } from './forecast-range.ts'

/** Days of the communes that finished a stage, in ascending order. */
export type Pace = ReadonlyMap<StageCode, readonly number[]>

/** Quick, middle and slow: the values at ranks ⌈n/4⌉, ⌈n/2⌉ and ⌈3n/4⌉. */
export type PaceDays = readonly [quick: number, middle: number, slow: number]

type Gates = Pick<StageState, 'stage' | 'declarations' | 'confirmations'>

/** The day every stage before it was done; for the first the day the plan begins; null while one of them is open. */
export function turnsOf(states: readonly Gates[], planStart: LocalDate): readonly (LocalDate | null)[] {
  let turn: LocalDate | null = planStart
  return states.map((state) => {
    const mine = turn
    const done = doneOn(state)
    if (turn !== null) turn = done === null || done > turn ? done : turn
    return mine
  })
}

/** From the stages of every commune of a plan. Rules FC-2 and FC-8. */
export function paceOf(communes: Iterable<readonly Gates[]>, planStart: LocalDate): Pace {
  const days = new Map<StageCode, number[]>()
  for (const states of communes) {
    const turns = turnsOf(states, planStart)
    states.forEach((state, at) => {
      const turn = turns[at] ?? null
      const done = doneOn(state)
      if (turn === null || done === null || done < turn) return
      const known = days.get(state.stage)
      if (known) known.push(daysBetween(turn, done))
      else days.set(state.stage, [daysBetween(turn, done)])
    })
  }
  for (const sample of days.values()) sample.sort((a, b) => a - b)
  return days
}

/** Null while too few finished the stage. Rule FC-3. */
export function paceDays(sample: readonly number[]): PaceDays | null {
  if (sample.length < LEAST_SAMPLE) return null
  const atRank = (quarters: number): number => sample[Math.ceil((quarters * sample.length) / 4) - 1] ?? 0
  return [atRank(1), atRank(2), atRank(3)]
}
