/**
 * A visit of the person in charge of an area to a commune: what stage it was in, what was done, why it is
 * behind, and what is recommended. Names of citizens and their papers have no place in it.
 */
import { daysBetween, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { LateReason } from './late-reason.ts'

/** Red: help is needed now; yellow: keep an eye on it; green: on its way. */
export type VisitFlag = 'red' | 'yellow' | 'green'

export interface Visit {
  readonly id: string
  readonly unit: string
  readonly on: WrittenDate
  /** The stage the monitor found the commune in. */
  readonly stage: StageCode
  readonly flag: VisitFlag
  /** What was done since the last visit. */
  readonly done: string
  readonly lateReasons: readonly LateReason[]
  readonly recommendation: string
}

/** A monitor should have been in a commune within this many days. */
export const VISIT_INTERVAL_DAYS = 14

/** The visit with each reason once, or the problem of its date. Rules VIS-1 and VIS-2. */
export function checkVisit(visit: Visit): Result<Visit, Problem> {
  const on = parseWrittenDate(visit.on.text)
  if (!on.ok) return err({ code: on.error, params: { text: visit.on.text } })
  return ok({ ...visit, on: { text: visit.on.text, date: on.value }, lateReasons: [...new Set(visit.lateReasons)] })
}

/** The day of the latest visit; null when there was none. Rule VIS-3. */
export function lastVisitOn(visits: readonly Pick<Visit, 'on'>[]): LocalDate | null {
  const days = visits.flatMap(({ on }) => (on.date === null ? [] : [on.date]))
  return days.reduce<LocalDate | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
}

/** True when the last visit is more than 14 days ago, or there was none. */
export const isVisitOverdue = (lastVisit: LocalDate | null, today: LocalDate): boolean =>
  lastVisit === null || daysBetween(lastVisit, today) > VISIT_INTERVAL_DAYS
