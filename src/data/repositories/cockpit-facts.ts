/** What the cockpit takes out of a commune's summary row, and reckons with today's date. */
import { isLate } from '#domain/corrective-action/due.ts'
import type { VisitFlag } from '#domain/field-visit/visit.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { daysWithoutAnswer } from '#domain/obstacle/obstacle.ts'
import type { StageEvent, StageState } from '#domain/pilot/stage-event.ts'
import type { DelayMark, ObstacleMark } from '#data/contract/cockpit-contract.ts'
import type { SummaryFacts } from '#data/summary-row.ts'
import { factsOf, findingsOf, requestCourses } from './summary-facts.ts'

type Facts = SummaryFacts['facts']

/** Notes and evidence stay in the records. */
export const eventsOf = (facts: Facts, plan: string): readonly StageEvent[] =>
  factsOf(facts, 'event')
    .filter(([, fact]) => fact.plan === plan)
    .map(([id, { stage, type, on, by, at }]) => ({ id, stage, type, on, by, at, note: '', evidence: [] }))

export interface VisitMarks {
  readonly lastVisitOn: LocalDate | null
  readonly lastVisitFlag: VisitFlag | null
  readonly nextVisitOn: LocalDate | null
}

export function visitMarks(facts: Facts, today: LocalDate): VisitMarks {
  let lastVisitOn: LocalDate | null = null
  let lastVisitFlag: VisitFlag | null = null
  for (const [, { on, flag }] of factsOf(facts, 'visit')) {
    if (on === null || on > today || (lastVisitOn !== null && on < lastVisitOn)) continue
    lastVisitOn = on
    lastVisitFlag = flag ?? null
  }
  const coming = factsOf(facts, 'planned-visit').flatMap(([, { on }]) => (on >= today ? [on] : []))
  return { lastVisitOn, lastVisitFlag, nextVisitOn: coming.sort()[0] ?? null }
}

/** Oldest first. */
export const openObstacles = (facts: Facts, today: LocalDate): readonly ObstacleMark[] =>
  factsOf(facts, 'obstacle')
    .map(([id, { stage, state, raisedOn, dueOn }]) => {
      const isOverdue = daysWithoutAnswer({ state, dueOn }, today) > 0
      return { id, stage, state, raisedOn, dueOn, isOverdue }
    })
    .sort((a, b) => (a.raisedOn === b.raisedOn ? (a.id < b.id ? -1 : 1) : a.raisedOn < b.raisedOn ? -1 : 1))

/** Of stages that are late, in their order. */
export function delayMarks(facts: Facts, plan: string, stages: readonly StageState[]): readonly DelayMark[] {
  const known = factsOf(facts, 'delay').filter(([, fact]) => fact.plan === plan)
  if (known.length === 0) return []
  return stages
    .filter(({ status }) => status === 'late')
    .flatMap(({ stage }) => {
      const fact = known.find(([, delay]) => delay.stage === stage)?.[1]
      return fact ? [{ stage, reasons: fact.reasons, on: fact.on, expectedOn: fact.expectedOn }] : []
    })
}

export const openMajorOf = (facts: Facts): number =>
  findingsOf(facts).filter(({ grade, isClosed }) => grade === 'major' && !isClosed).length

/** Rule CA-18. */
export const lateCorrectiveOf = (facts: Facts, today: LocalDate): number =>
  [...requestCourses(facts).values()].filter((course) => isLate(course, today)).length
