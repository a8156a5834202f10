/**
 * A visit that is still to come: a day, a commune and its place in the route of that day. It becomes a visit by being
 * recorded, or is called off; one whose day has passed without either is said, never counted as a visit.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'

export interface PlannedVisit {
  readonly id: string
  readonly unit: string
  readonly on: LocalDate
  /** `HH:MM`; null where no time was agreed. */
  readonly from: string | null
  /** Place in the route of the day, from 0. */
  readonly order: number
  readonly purpose: string
  readonly state: 'planned' | 'cancelled'
  /** Id of the visit that came of it. */
  readonly visit: string | null
}

const standing = ({ state }: PlannedVisit): boolean => state === 'planned'

const byOrder = (a: PlannedVisit, b: PlannedVisit): number => a.order - b.order || (a.id < b.id ? -1 : 1)

/** The route of one day, each commune once: two people who planned the same visit apart planned one. Rule VIS-10. */
export function routeOn<P extends PlannedVisit>(planned: readonly P[], on: LocalDate): readonly P[] {
  const seen = new Set<string>()
  return planned
    .filter((one) => standing(one) && one.on === on)
    .sort(byOrder)
    .filter(({ unit }) => !seen.has(unit) && seen.add(unit))
}

/** From today on and not recorded yet, the earliest first. */
export const comingVisits = <P extends PlannedVisit>(planned: readonly P[], today: LocalDate): readonly P[] =>
  planned
    .filter((one) => standing(one) && one.visit === null && one.on >= today)
    .sort((a, b) => (a.on === b.on ? byOrder(a, b) : a.on < b.on ? -1 : 1))

/** Before today, neither recorded nor called off: the earliest first. Rule VIS-11. */
export const missedVisits = <P extends PlannedVisit>(planned: readonly P[], today: LocalDate): readonly P[] =>
  planned
    .filter((one) => standing(one) && one.visit === null && one.on < today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : byOrder(a, b)))

/** The day of the next visit to a commune; null where none is planned. */
export const nextVisitOn = (planned: readonly PlannedVisit[], today: LocalDate): LocalDate | null =>
  comingVisits(planned, today)[0]?.on ?? null
