/**
 * What may be done with an obstacle, by which side, and what each step writes. A step names only the fields it changes,
 * so that an owner given on one device and an answer written on another do not disturb each other.
 */
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { Obstacle } from './obstacle.ts'

export type ObstacleStep =
  /** `dueOn` as it was typed; blank where no day is promised. */
  | { readonly type: 'assign'; readonly owner: string; readonly dueOn: string }
  | { readonly type: 'answer'; readonly answer: string }
  /** `words`: how it was settled, where nobody had answered. */
  | { readonly type: 'settle'; readonly words: string }
  | { readonly type: 'reopen' }

export type ObstacleStepName = ObstacleStep['type']

/** Who works on it: the commune itself, the person in charge of the area, or the department. */
export type ObstacleSide = 'commune' | 'monitor' | 'department'

const stepsOf: Readonly<Record<Obstacle['state'], readonly ObstacleStepName[]>> = {
  open: ['assign', 'answer', 'settle'],
  answered: ['assign', 'answer', 'settle', 'reopen'],
  settled: ['reopen'],
}

const stepsOfSide: Readonly<Record<ObstacleSide, readonly ObstacleStepName[]>> = {
  commune: ['settle', 'reopen'],
  monitor: ['answer', 'reopen'],
  department: ['assign', 'answer', 'reopen'],
}

/** The steps a side may take now, in the order of the screen. Rules OBS-2, OBS-3 and OBS-7. */
export const possibleSteps = ({ state }: Pick<Obstacle, 'state'>, side: ObstacleSide): readonly ObstacleStepName[] =>
  stepsOf[state].filter((step) => stepsOfSide[side].includes(step))

export type ObstacleFields = Partial<Pick<Obstacle, 'owner' | 'dueOn' | 'answer' | 'answeredOn' | 'state'>>

function readDue(text: string, today: LocalDate): Result<LocalDate | null, Problem> {
  if (text.trim() === '') return ok(null)
  const day = parseWrittenDate(text)
  if (!day.ok) return err({ code: day.error, params: { text } })
  return day.value < today ? err({ code: 'obstacle.due-past' }) : ok(day.value)
}

function assigned(
  before: Pick<Obstacle, 'dueOn'>,
  step: Extract<ObstacleStep, { type: 'assign' }>,
  today: LocalDate,
): Result<ObstacleFields, Problem> {
  const owner = step.owner.trim()
  if (owner === '') return err({ code: 'obstacle.owner-missing' })
  const typed = parseWrittenDate(step.dueOn)
  // The day promised before stays possible: giving it to another post moves no day.
  if (typed.ok && typed.value === before.dueOn) return ok({ owner })
  const dueOn = readDue(step.dueOn, today)
  return dueOn.ok ? ok({ owner, dueOn: dueOn.value }) : dueOn
}

function settled(before: Obstacle, words: string, today: LocalDate): Result<ObstacleFields, Problem> {
  if (before.state === 'answered') return ok({ state: 'settled' })
  const answer = words.trim()
  return answer === '' ? err({ code: 'obstacle.answer-missing' }) : ok({ state: 'settled', answer, answeredOn: today })
}

/** The fields a step writes, or why it cannot be taken. Rules OBS-2, OBS-3 and OBS-7. */
export function takeObstacleStep(
  before: Obstacle,
  step: ObstacleStep,
  today: LocalDate,
): Result<ObstacleFields, Problem> {
  if (!stepsOf[before.state].includes(step.type)) return err({ code: 'obstacle.not-possible' })
  if (step.type === 'assign') return assigned(before, step, today)
  if (step.type === 'settle') return settled(before, step.words, today)
  if (step.type === 'reopen') return ok({ state: 'open', answeredOn: null })
  const answer = step.answer.trim()
  return answer === '' ? err({ code: 'obstacle.answer-missing' }) : ok({ state: 'answered', answer, answeredOn: today })
}

/** A new obstacle, or what is missing. Rule OBS-1. */
export function checkNewObstacle<O extends Pick<Obstacle, 'text'>>(obstacle: O): Result<O, Problem> {
  return !hasText(obstacle.text) ? err({ code: 'obstacle.text-missing' }) : ok(obstacle)
}
