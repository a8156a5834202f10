import { describe, expect, it } from 'vitest'
import { type AlarmParts, alarmNames, alarmsOf } from '#domain/forecast/alarm.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { day, schedule, stagesAt, START } from './forecast-builders.ts'

const today = addDays(START, 10)
const declaration = schedule.find(({ stage }) => stage === 'G9')?.end ?? day('2018-01-01')

const parts = (patch: Partial<AlarmParts> = {}): AlarmParts => ({
  planStart: START,
  template: pilotStages,
  stages: stagesAt([], today),
  state: 'on-time',
  range: { likely: declaration, basis: 'normal' },
  lastVisitOn: today,
  visitEveryDays: 14,
  openMajor: 0,
  lateCorrective: 0,
  overdueObstacles: 0,
  ...patch,
})

describe('the alarms of a commune', () => {
  it('FC-10: the own stage that is late longest; never the evaluation by the province', () => {
    const later = addDays(START, 60)
    expect(alarmsOf(parts({ stages: stagesAt([], later), lastVisitOn: later }), later)).toEqual([
      { is: 'late', stage: 'G0', days: 46 },
    ])
    const past = addDays(START, 400)
    const done = stagesAt([14, 28, 31, 36, 66, 88, 178, 204, 207, 214], past)
    expect(alarmsOf(parts({ stages: done, state: 'done' }), past)).toEqual([])
  })

  it('FC-11: a declaration that is likely after its planned day, while it is open', () => {
    const range = { likely: addDays(declaration, 3), basis: 'mixed' } as const
    expect(alarmsOf(parts({ range }), today)).toEqual([{ is: 'slipping', days: 3 }])
    expect(alarmsOf(parts({ range: { ...range, basis: 'reached' } }), today)).toEqual([])
    expect(alarmsOf(parts(), today)).toEqual([])
  })

  it('FC-12: more days without a visit than the plan allows, counted from its beginning where there was none', () => {
    const notVisited = (patch: Partial<AlarmParts>, on = today) =>
      alarmsOf(parts({ stages: [], ...patch }), on).filter(({ is }) => is === 'not-visited')
    expect(notVisited({ lastVisitOn: addDays(today, -14) })).toEqual([])
    expect(notVisited({ lastVisitOn: addDays(today, -15) })).toEqual([
      { is: 'not-visited', days: 15, lastOn: addDays(today, -15) },
    ])
    expect(notVisited({ lastVisitOn: addDays(today, -15), visitEveryDays: 21 })).toEqual([])
    expect(notVisited({ lastVisitOn: null })).toEqual([])
    expect(notVisited({ lastVisitOn: null }, addDays(START, 15))).toEqual([
      { is: 'not-visited', days: 15, lastOn: null },
    ])
    expect(notVisited({ lastVisitOn: null }, addDays(START, -40))).toEqual([])
    expect(notVisited({ lastVisitOn: addDays(today, -99), state: 'done' })).toEqual([])
  })

  it('FC-13, FC-14: what is open is counted, the most pressing first', () => {
    const alarms = alarmsOf(
      parts({
        openMajor: 2,
        lateCorrective: 1,
        overdueObstacles: 3,
        range: { likely: addDays(declaration, 1), basis: 'normal' },
      }),
      today,
    )
    expect(alarms).toEqual([
      { is: 'open-major', count: 2 },
      { is: 'obstacle-overdue', count: 3 },
      { is: 'late-corrective', count: 1 },
      { is: 'slipping', days: 1 },
    ])
    const names = alarms.map(({ is }) => is)
    expect(names).toEqual(alarmNames.filter((name) => names.includes(name)))
  })
})
