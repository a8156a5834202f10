import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedInRoute, proposedRoute, proposedStops, type RouteCandidate } from '#domain/field-visit/day-route.ts'
import {
  comingVisits,
  missedVisits,
  nextVisitOn,
  type PlannedVisit,
  routeOn,
} from '#domain/field-visit/planned-visit.ts'
import { isVisitOverdue, type VisitWait } from '#domain/field-visit/visit.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'

const TODAY = '2026-11-21' as LocalDate

const aCandidate = (unit: string, patch: Partial<RouteCandidate> = {}): RouteCandidate => ({
  unit,
  area: 'area-180',
  code: unit,
  lastVisitOn: addDays(TODAY, -3),
  planStart: addDays(TODAY, -60),
  state: 'on-time',
  daysLate: 0,
  visitEveryDays: 14,
  isFinished: false,
  ...patch,
})

const unitsOf = (stops: readonly { readonly unit: string }[]): readonly string[] => stops.map(({ unit }) => unit)

const aPlanned = (id: string, patch: Partial<PlannedVisit> = {}): PlannedVisit => ({
  id,
  unit: id,
  on: TODAY,
  from: null,
  order: 0,
  purpose: '',
  state: 'planned',
  visit: null,
  ...patch,
})

describe('communes that wait', () => {
  it('VIS-4: after 14 days, or the days of the plan, counted from its beginning where nobody ever was', () => {
    const isOverdue = (patch: Partial<VisitWait>) => isVisitOverdue({ ...aCandidate('u'), ...patch }, TODAY)
    expect(isOverdue({ lastVisitOn: addDays(TODAY, -14) })).toBe(false)
    expect(isOverdue({ lastVisitOn: addDays(TODAY, -15) })).toBe(true)
    expect(isOverdue({ lastVisitOn: addDays(TODAY, -8), visitEveryDays: 7 })).toBe(true)
    expect(isOverdue({ lastVisitOn: null, planStart: addDays(TODAY, -14) })).toBe(false)
    expect(isOverdue({ lastVisitOn: null, planStart: addDays(TODAY, -15) })).toBe(true)
    expect(isOverdue({ lastVisitOn: null, planStart: addDays(TODAY, 5) })).toBe(false)
  })

  it('VIS-4: never where the pilot is done', () => {
    expect(isVisitOverdue({ ...aCandidate('u'), lastVisitOn: null, state: 'done' }, TODAY)).toBe(false)
  })

  it('VIS-5: are proposed by the larger of days unseen and days late, never visited first, ended ones not at all', () => {
    const stops = proposedStops(
      [
        aCandidate('seen-20', { lastVisitOn: addDays(TODAY, -20) }),
        aCandidate('late-30', { daysLate: 30 }),
        aCandidate('ended', { lastVisitOn: null, isFinished: true }),
        aCandidate('never', { lastVisitOn: null }),
        aCandidate('fine'),
      ],
      TODAY,
    )
    expect(unitsOf(stops)).toEqual(['never', 'late-30', 'seen-20', 'fine'])
    expect(stops.map(({ daysUnseen, isOverdue }) => [daysUnseen, isOverdue])).toEqual([
      [null, true],
      [3, false],
      [20, true],
      [3, false],
    ])
  })

  it('VIS-5: come in one order however they arrive', () => {
    const candidate = fc.record({
      unit: fc.uuid(),
      area: fc.constant('a'),
      code: fc.constantFrom('1', '2'),
      lastVisitOn: fc.option(fc.integer({ min: 0, max: 40 }).map((days) => addDays(TODAY, -days))),
      daysLate: fc.nat(40),
      planStart: fc.constant(addDays(TODAY, -60)),
      state: fc.constant('on-time' as const),
      isFinished: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { selector: ({ unit }) => unit, maxLength: 12 }), (candidates) => {
        const order = unitsOf(proposedStops(candidates, TODAY))
        expect(unitsOf(proposedStops(candidates.toReversed(), TODAY))).toEqual(order)
      }),
    )
  })

  it('VIS-6: the proposed day stays in the area of the most urgent and has four stops', () => {
    const many = ['1', '2', '3', '4', '5'].map((unit) => aCandidate(unit, { lastVisitOn: addDays(TODAY, -20) }))
    const stops = proposedStops([aCandidate('0', { area: 'area-181' }), ...many], TODAY)
    expect(unitsOf(proposedRoute(stops))).toEqual(['1', '2', '3', '4'])
    expect(proposedRoute([])).toEqual([])
  })

  it('VIS-6: by hand a stop goes to any place, and the others keep their order', () => {
    expect(movedInRoute(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(movedInRoute(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    for (const [from, to] of [
      [0, -1],
      [2, 3],
      [5, 0],
    ] as const)
      expect(movedInRoute(['a', 'b', 'c'], from, to)).toEqual(['a', 'b', 'c'])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(9), fc.nat(9), (route, from, to) => {
        const moved = movedInRoute(route, from, to)
        expect(new Set(moved)).toEqual(new Set(route))
        expect(moved.filter((stop) => stop !== route[from])).toEqual(route.filter((stop) => stop !== route[from]))
      }),
    )
  })
})

describe('planned visits', () => {
  it('VIS-10: make one route of a day, each commune once and none that was called off', () => {
    const planned = [
      aPlanned('b', { order: 1 }),
      aPlanned('a', { order: 1 }),
      aPlanned('c', { order: 0 }),
      aPlanned('twice', { unit: 'c', order: 5 }),
      aPlanned('off', { state: 'cancelled' }),
      aPlanned('other-day', { on: addDays(TODAY, 1) }),
    ]
    expect(routeOn(planned, TODAY).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })

  it('VIS-11: one whose day has passed without a record is missed, and the next one is to come', () => {
    const planned = [
      aPlanned('missed', { on: addDays(TODAY, -2) }),
      aPlanned('recorded', { on: addDays(TODAY, -1), visit: 'v' }),
      aPlanned('later', { on: addDays(TODAY, 5) }),
      aPlanned('soon', { on: addDays(TODAY, 2) }),
      aPlanned('done-today', { visit: 'w' }),
    ]
    expect(missedVisits(planned, TODAY).map(({ id }) => id)).toEqual(['missed'])
    expect(comingVisits(planned, TODAY).map(({ id }) => id)).toEqual(['soon', 'later'])
    expect(nextVisitOn(planned, TODAY)).toBe(addDays(TODAY, 2))
    expect(nextVisitOn([], TODAY)).toBeNull()
  })
})
