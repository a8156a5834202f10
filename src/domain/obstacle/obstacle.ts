/**
 * What holds a commune up and what it cannot remove by itself: said in words, given an owner at the department, answered,
 * and settled by the commune. It names posts and no persons: it waits for an office, and offices change their people.
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

export type ObstacleState = 'open' | 'answered' | 'settled'

export const obstacleStates: readonly ObstacleState[] = ['open', 'answered', 'settled']

export interface Obstacle {
  readonly unit: string
  /** The stage it is about; null where it is about the work as a whole. */
  readonly stage: StageCode | null
  readonly text: string
  readonly raisedOn: LocalDate
  /** The post at the department it waits for; '' while nobody has it. */
  readonly owner: string
  /** The day by which the answer is promised. */
  readonly dueOn: LocalDate | null
  readonly answer: string
  readonly answeredOn: LocalDate | null
  readonly state: ObstacleState
}

type Standing = Pick<Obstacle, 'state' | 'dueOn'>

/** Whole days past the day the answer was promised for; 0 while it is not, or somebody answered. Rule OBS-4. */
export const daysWithoutAnswer = ({ state, dueOn }: Standing, today: LocalDate): number =>
  state !== 'open' || dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today))

/** Who has to do something about it; null once it is settled. Rule OBS-6. */
export function waitsFor({ state }: Pick<Obstacle, 'state'>): 'department' | 'commune' | null {
  if (state === 'settled') return null
  return state === 'open' ? 'department' : 'commune'
}

type Sortable = Standing & Pick<Obstacle, 'raisedOn' | 'answeredOn'>

const rankOf = ({ state }: Sortable): number => obstacleStates.indexOf(state)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Later than every day: what has no day of its own comes after what has one. */
const NO_DAY = '9999'

function compareWithin(a: Sortable, b: Sortable): number {
  if (a.state === 'settled') return compareText(b.answeredOn ?? b.raisedOn, a.answeredOn ?? a.raisedOn)
  const byDue = a.state === 'open' ? compareText(a.dueOn ?? NO_DAY, b.dueOn ?? NO_DAY) : 0
  return byDue || compareText(a.raisedOn, b.raisedOn)
}

/** Rule OBS-5. */
export const compareObstacles = (a: Sortable, b: Sortable): number => rankOf(a) - rankOf(b) || compareWithin(a, b)
