// The route of one day and who else waits, live from the device; and what can be done with both.
import { useMemo, useState } from 'react'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { PlannedVisitView } from '#data/contract/visit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import {
  movedInRoute,
  type ProposedStop,
  proposedRoute,
  type RouteCandidate,
  proposedStops,
} from '#domain/field-visit/day-route.ts'
import { routeOn } from '#domain/field-visit/planned-visit.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'

export interface DayRoute {
  /** More than one for whoever follows a province: a day stays in one of them. */
  readonly areas: readonly Place[]
  /** Id of the area shown; null where there is one only. */
  readonly area: string | null
  readonly route: readonly PlannedVisitView[]
  /** Who waits and is not in the route, the most urgent first. */
  readonly waiting: readonly ProposedStop[]
  readonly proposed: readonly ProposedStop[]
  readonly rowOf: (unit: string) => CommuneRow | undefined
  readonly problem: Problem | null
  readonly add: (stops: readonly ProposedStop[]) => Promise<void>
  readonly move: (from: number, to: number) => Promise<void>
  readonly remove: (stop: PlannedVisitView) => Promise<void>
}

const candidateOf = ({ place, area, summary }: CommuneRow): readonly RouteCandidate[] =>
  summary === null
    ? []
    : [
        {
          ...summary,
          unit: place.id,
          area: area?.id ?? null,
          code: place.code,
          isFinished: summary.currentStage === null,
        },
      ]

/** Undefined while it is gathered. */
export function useDayRoute(screen: ScreenProps, on: LocalDate, wantedArea: string | null): DayRoute | undefined {
  const { store, person } = screen
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const rows = useLive(() => store.communes.list(), [store])
  const planned = useLive(() => store.visits.planned(units), [store, units])
  const doing = useDoing(screen)
  if (rows === undefined || planned === undefined) return undefined
  const mine = rows.filter(({ place }) => person.may('planned-visit', feedId(place.id, 'pub')))
  const areas = areasOf(mine)
  const all = proposedStops(mine.flatMap(candidateOf), on)
  const area = areas.length < 2 ? null : (areas.find(({ id }) => id === wantedArea)?.id ?? all[0]?.area ?? null)
  const isShown = (unit: string): boolean =>
    area === null || rows.find(({ place }) => place.id === unit)?.area?.id === area
  const route = routeOn(planned, on).filter(({ unit }) => isShown(unit))
  const taken = new Set(route.map(({ unit }) => unit))
  const waiting = all.filter(({ unit }) => isShown(unit) && !taken.has(unit))
  return {
    areas,
    area,
    route,
    waiting,
    proposed: proposedRoute(waiting),
    rowOf: (unit) => rows.find(({ place }) => place.id === unit),
    problem: doing.problem,
    add: (stops) => doing.add(stops, on, nextPlace(route)),
    move: (from, to) => doing.run(() => store.visits.reorder(movedInRoute(route, from, to))),
    remove: ({ unit, id }) => doing.run(() => store.visits.cancelPlanned({ unit, id })),
  }
}

const areasOf = (rows: readonly CommuneRow[]): readonly Place[] => [
  ...new Map(rows.flatMap(({ area }) => (area === null ? [] : [[area.id, area] as const]))).values(),
]

const nextPlace = (route: readonly PlannedVisitView[]): number => Math.max(-1, ...route.map(({ order }) => order)) + 1

function useDoing({ store, today }: ScreenProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (act: () => Promise<Result<unknown, Problem>>): Promise<void> => {
    const done = await act()
    setProblem(done.ok ? null : done.error)
  }
  const add = async (stops: readonly ProposedStop[], on: LocalDate, first: number): Promise<void> => {
    for (const [at, { unit }] of stops.entries())
      await run(() => store.visits.plan({ unit, on, from: null, order: first + at, purpose: '' }, today))
  }
  return { problem, run, add }
}
