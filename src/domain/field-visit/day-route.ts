/**
 * Where to go on one day. The app proposes by two figures that everybody can check, the days since somebody was there
 * and the days the commune is behind; a person decides, adds, leaves out and puts into order, because no list of units
 * knows the roads.
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { isVisitOverdue, type VisitWait } from './visit.ts'

export interface RouteCandidate extends VisitWait {
  readonly unit: string
  /** Area of the commune; null for one outside the areas. */
  readonly area: string | null
  /** Code of the unit: the order among equals. */
  readonly code: string
  readonly daysLate: number
  /** Its pilot has ended: it is visited when somebody chooses it, and not proposed. */
  readonly isFinished: boolean
}

export interface ProposedStop extends RouteCandidate {
  /** Days since the last visit; null where there was none. */
  readonly daysUnseen: number | null
  /** It waits for a visit longer than its plan gives. Rule VIS-4. */
  readonly isOverdue: boolean
}

/** As many as one gets round to in a day of mountain roads. */
const STOPS_PER_DAY = 4

const unseenWeight = ({ daysUnseen }: ProposedStop): number => daysUnseen ?? Number.POSITIVE_INFINITY

const urgency = (stop: ProposedStop): number => Math.max(unseenWeight(stop), stop.daysLate)

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? 1 : -1)

const mostUrgentFirst = (a: ProposedStop, b: ProposedStop): number =>
  compareNumbers(urgency(a), urgency(b)) ||
  compareNumbers(a.daysLate, b.daysLate) ||
  compareNumbers(unseenWeight(a), unseenWeight(b)) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : a.unit < b.unit ? -1 : 1)

/**
 * Every commune whose pilot has not ended, the most urgent first: never visited, then by the larger of the days nobody
 * was there and the days it is behind. Rule VIS-5.
 */
export const proposedStops = (candidates: readonly RouteCandidate[], on: LocalDate): readonly ProposedStop[] =>
  candidates
    .filter(({ isFinished }) => !isFinished)
    .map((candidate): ProposedStop => {
      const { lastVisitOn } = candidate
      const daysUnseen = lastVisitOn === null ? null : Math.max(0, daysBetween(lastVisitOn, on))
      return { ...candidate, daysUnseen, isOverdue: isVisitOverdue(candidate, on) }
    })
    .sort(mostUrgentFirst)

/** The first stops of the area of the most urgent one: a day stays in one area. Rule VIS-6. */
export function proposedRoute(stops: readonly ProposedStop[], count: number = STOPS_PER_DAY): readonly ProposedStop[] {
  const [first] = stops
  return first === undefined ? [] : stops.filter(({ area }) => area === first.area).slice(0, count)
}

/** The route with one stop at another place; the same where there is no such place. Rule VIS-6. */
export function movedInRoute<T>(route: readonly T[], from: number, to: number): readonly T[] {
  const stop = route[from]
  if (stop === undefined || to < 0 || to >= route.length) return route
  return route.toSpliced(from, 1).toSpliced(to, 0, stop)
}
