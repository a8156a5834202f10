/**
 * A visit of the person in charge of an area to a commune: what stage it was in, what was done, why it is
 * behind, and what is recommended. Names of citizens and their papers have no place in it.
 */
import { daysBetween, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { OverallState } from '#domain/pilot/progress.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { CheckedLine } from './checked-line.ts'
import type { LateReason } from './late-reason.ts'
import type { Spot } from './spot.ts'

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

/** How the commune works with the department and its consultant. */
export type Coordination = 'good' | 'fair' | 'poor'

export const coordinations: readonly Coordination[] = ['good', 'fair', 'poor']

/** What else is written on the spot; a visit of an earlier version of the app has none of it. */
export interface VisitDetails {
  /** `HH:MM`, by the clock of the office; null where nobody wrote it. */
  readonly from: string | null
  readonly to: string | null
  /** Who came, as they sign. */
  readonly visitors: string
  /** Who received the visit: a post. */
  readonly received: string
  readonly checked: readonly CheckedLine[]
  readonly coordination: Coordination | null
  /** What the commune says itself. */
  readonly opinion: string
  /** Only where the visitor gave it. Rule VIS-9. */
  readonly spot: Spot | null
  /** Id of the planned visit it came of. */
  readonly planned: string | null
}

export interface WholeVisit extends Visit, VisitDetails {}

export const noVisitDetails: VisitDetails = {
  from: null,
  to: null,
  visitors: '',
  received: '',
  checked: [],
  coordination: null,
  opinion: '',
  spot: null,
  planned: null,
}

/** A monitor should have been in a commune within this many days, where the plan sets no other number. */
export const VISIT_INTERVAL_DAYS = 14

/** The visit with each reason once, or the problem of its date. Rules VIS-1 and VIS-2. */
export function checkVisit<V extends Visit>(visit: V): Result<V, Problem> {
  const on = parseWrittenDate(visit.on.text)
  if (!on.ok) return err({ code: on.error, params: { text: visit.on.text } })
  return ok({ ...visit, on: { text: visit.on.text, date: on.value }, lateReasons: [...new Set(visit.lateReasons)] })
}

/** The day of the latest visit up to today; null when there was none. Rule VIS-3. */
export function lastVisitOn(visits: readonly Pick<Visit, 'on'>[], today: LocalDate): LocalDate | null {
  const days = visits.flatMap(({ on }) => (on.date === null || on.date > today ? [] : [on.date]))
  return days.reduce<LocalDate | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
}

/** What says whether a commune waits for a visit; its summary is one. */
export interface VisitWait {
  readonly state: OverallState
  readonly lastVisitOn: LocalDate | null
  /** The first day of its plan. */
  readonly planStart: LocalDate
  readonly visitEveryDays?: number
}

/** True when more days passed since the last visit, or else since the plan began, than the plan wants. Rule VIS-4. */
export const isVisitOverdue = (wait: VisitWait, today: LocalDate): boolean =>
  wait.state !== 'done' &&
  daysBetween(wait.lastVisitOn ?? wait.planStart, today) > (wait.visitEveryDays ?? VISIT_INTERVAL_DAYS)
