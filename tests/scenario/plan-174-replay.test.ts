// Plan 174/KH-UBND replayed day by day, from 16/10/2017 to 31/12/2020, for 50 illustrative communes. Every figure below
// was worked out by hand first: tests/support/plan-174/by-hand.md has the derivation.
import { beforeAll, describe, expect, it } from 'vitest'
import type { CockpitView, CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import {
  communeOf,
  communes,
  dayAt,
  happeningsByDay,
  LAST_DAY,
  type Letter,
  letters,
  X1,
  X2,
} from '#support/plan-174/happenings.ts'
import { openReplay } from '#support/plan-174/replay.ts'

/** Looked at whenever something happened, every Monday, and on the days asked for below. */
const ASKED_FOR = [30, 76, 81, 257, 263, 441, 566, 806, 807, LAST_DAY]
const isLookedAt = (day: number, happened: number): boolean => happened > 0 || day % 7 === 0 || ASKED_FOR.includes(day)

const views = new Map<number, CockpitView>()
const broken: string[] = []
let days = 0

/** What holds on every single day; a sentence for each rule that does not. */
function brokenRules(view: CockpitView, before: CockpitView | undefined): readonly string[] {
  const { total, areas, communes: rows, asOf } = view
  const [target] = view.targets
  const sumOf = (of: (figures: typeof total) => number): number =>
    areas.reduce((sum, { figures }) => sum + of(figures), 0)
  const checks: readonly (readonly [string, boolean])[] = [
    ['50 communes', rows.length === 50 && total.communes === 50 && areas.length === 10],
    ['areas add up', sumOf(({ declared }) => declared) === total.declared && sumOf(({ late }) => late) === total.late],
    ['states add up', total.done + total.onTime + total.atRisk + total.late === 50],
    ['nobody takes back a declaration', total.declared >= (before?.total.declared ?? 0)],
    ['needed', target?.needed === (asOf < '2020-01-01' ? 159 : 141)],
    ['reached is declared', target?.reached === total.declared],
    ['in order', rows.every(({ range }) => range.earliest <= range.likely && range.likely <= range.latest)],
    ['not before today', rows.every(({ range }) => range.basis === 'reached' || range.earliest >= asOf)],
  ]
  return checks.filter(([, holds]) => !holds).map(([name]) => `${asOf}: ${name}`)
}

beforeAll(async () => {
  const replay = await openReplay()
  const happenings = happeningsByDay()
  let before: CockpitView | undefined
  for (let day = 0; day <= LAST_DAY; day++) {
    days += 1
    const happened = happenings.get(day) ?? []
    await replay.take(day, happened)
    if (!isLookedAt(day, happened.length)) continue
    const view = await replay.store.cockpit.view(dayAt(day), plan174.id)
    if (!view) throw new Error(`no view on day ${day}`)
    broken.push(...brokenRules(view, before))
    views.set(day, view)
    before = view
  }
  replay.store.close()
}, 180_000)

const viewOn = (day: number): CockpitView => {
  const view = views.get(day)
  if (!view) throw new Error(`day ${day} was not replayed`)
  return view
}

const communeOn = (day: number, unit: string): CommuneCockpit => {
  const commune = viewOn(day).communes.find(({ place }) => place.id === unit)
  if (!commune) throw new Error(`${unit} is not in view`)
  return commune
}

type Days = readonly [earliest: string, likely: string, latest: string]

const rangeOf = ({ earliest, likely, latest }: CommuneCockpit['range']): Days => [earliest, likely, latest]

/** The forecast of every commune of a letter but those named, which has to be the same for all. */
function rangesOf(day: number, letter: Letter, except: readonly string[] = []): readonly Days[] {
  const own = communes.filter((commune) => commune.letter === letter && !except.includes(commune.unit))
  const ranges = own.map(({ unit }) => rangeOf(communeOn(day, unit).range))
  return [...new Map(ranges.map((range) => [range.join(), range])).values()]
}

const standingIn = (day: number) =>
  Object.fromEntries(Object.entries(viewOn(day).total.standing).filter(([, count]) => count > 0))

const isAlarmed = (day: number, name: string): number =>
  viewOn(day).communes.filter(({ alarms }) => alarms.some(({ is }) => is === name)).length

describe('plan 174/KH-UBND, 16/10/2017 to 31/12/2020 (dữ liệu minh họa)', () => {
  it('is replayed on every day, and what must always hold holds on each of them', () => {
    expect(days).toBe(1173)
    expect(dayAt(LAST_DAY)).toBe('2020-12-31')
    expect(broken).toEqual([])
    expect(viewOn(0)).toMatchObject({ isWholePlan: true, notInView: 0, asOf: '2017-10-16' })
    expect(communeOn(0, X1).baseline).toEqual({
      start: '2017-10-16',
      declaration: '2018-05-18',
      end: '2018-06-02',
    })
  })

  it('FC-20: 159 of 226 are needed until the end of 2019, 141 of 200 from 2020 on', () => {
    const before = viewOn(806).targets[0]
    expect(before).toMatchObject({ needed: 159, denominator: { count: 226, needsChecking: false } })
    expect(addDays(viewOn(806).asOf, 1)).toBe('2020-01-01')
    expect(viewOn(807).targets[0]).toMatchObject({ needed: 141, denominator: { count: 200, needsChecking: true } })
  })
})

describe('15/11/2017, a month after the beginning', () => {
  it('FC-10: 40 communes are late by 5.5 days on average, 10 are on time', () => {
    expect(viewOn(30).total).toMatchObject({
      declared: 0,
      done: 0,
      late: 40,
      onTime: 10,
      atRisk: 0,
      meanDaysLate: 5.5,
      percentDeclared: 6,
      percentConfirmed: 3,
      toConfirm: 20,
    })
    expect(standingIn(30)).toEqual({ G0: 10, G1: 30, G2: 10 })
    expect(viewOn(30).total.alarms).toEqual({
      late: 40,
      slipping: 40,
      'not-visited': 0,
      'open-major': 0,
      'late-corrective': 0,
      'obstacle-overdue': 0,
    })
    expect(communeOn(30, communeOf('180', 'E')).alarms[0]).toEqual({ is: 'late', stage: 'G0', days: 16 })
  })

  it('FC-3: the forecast mixes the pace of those who finished with normal durations', () => {
    expect(rangesOf(30, 'A')).toEqual([['2018-05-18', '2018-05-18', '2018-08-06']])
    expect(rangesOf(30, 'B')).toEqual([['2018-05-21', '2018-05-28', '2018-09-15']])
    expect(rangesOf(30, 'C')).toEqual([['2018-05-25', '2018-05-25', '2018-08-13']])
    expect(rangesOf(30, 'D')).toEqual([['2018-05-30', '2018-05-30', '2018-08-20']])
    expect(rangesOf(30, 'E')).toEqual([['2018-05-31', '2018-06-04', '2018-09-24']])
    expect(communeOn(30, X1).range.basis).toBe('mixed')
    expect(communeOn(30, communeOf('180', 'A')).range.basis).toBe('normal')
    expect(letters.slice(1).map((letter) => communeOn(30, communeOf('183', letter)).slippage)).toEqual([10, 7, 12, 17])
    expect(viewOn(30).total.lastDeclaration).toEqual({
      earliest: '2018-05-31',
      likely: '2018-06-04',
      latest: '2018-09-24',
    })
  })

  it('FC-23: the target has no day yet, and 109 of the needed communes are outside of the plan', () => {
    expect(viewOn(30).targets[0]).toMatchObject({
      needed: 159,
      reached: 0,
      isMet: false,
      beyondPlan: 109,
      forecast: { atLeast: 50, likely: 50, atMost: 50 },
      day: { is: 'unknown', reason: 'nothing-declared' },
    })
  })
})

describe('31/12/2017, the end of the plan', () => {
  it('FC-12, FC-14: late, not visited, an obstacle without an answer', () => {
    expect(viewOn(76).total).toMatchObject({
      declared: 0,
      late: 40,
      onTime: 10,
      meanDaysLate: 19.5,
      percentDeclared: 28,
      percentConfirmed: 28,
      toConfirm: 0,
      openObstacles: 1,
    })
    expect(standingIn(76)).toEqual({ G1: 10, G4: 30, G5: 10 })
    expect(viewOn(76).total.alarms).toMatchObject({
      late: 40,
      slipping: 40,
      'not-visited': 10,
      'obstacle-overdue': 1,
    })
    expect(communeOn(76, communeOf('186', 'A')).alarms).toEqual([{ is: 'not-visited', days: 16, lastOn: '2017-12-15' }])
  })

  it('says why a stage is late, what holds a commune up, and when somebody comes', () => {
    expect(communeOn(76, communeOf('181', 'E'))).toMatchObject({
      delays: [{ stage: 'G1', reasons: ['short-of-staff'], on: '2017-12-15', expectedOn: '2018-01-01' }],
      lastVisitOn: '2017-12-25',
      lastVisitFlag: 'red',
      nextVisitOn: '2018-01-04',
      openObstacles: [{ state: 'answered', isOverdue: false }],
    })
    expect(communeOn(76, communeOf('182', 'E')).openObstacles).toMatchObject([{ state: 'open', isOverdue: true }])
    expect(communeOn(81, communeOf('181', 'E'))).toMatchObject({ nextVisitOn: null, lastVisitOn: '2018-01-04' })
  })

  it('FC-5: a stage that lasts longer than its pace is counted on from today', () => {
    expect(rangesOf(76, 'A')).toEqual([['2018-05-18', '2018-05-18', '2018-07-23']])
    expect(rangesOf(76, 'B')).toEqual([['2018-05-28', '2018-06-06', '2018-09-15']])
    expect(rangesOf(76, 'C')).toEqual([['2018-05-31', '2018-05-31', '2018-08-07']])
    expect(rangesOf(76, 'D')).toEqual([['2018-06-14', '2018-06-14', '2018-08-27']])
    expect(rangesOf(76, 'E')).toEqual([['2018-07-10', '2018-07-17', '2018-10-09']])
    expect(viewOn(76).total.lastDeclaration).toEqual({
      earliest: '2018-07-10',
      likely: '2018-07-17',
      latest: '2018-10-09',
    })
  })
})

describe('30/06/2018', () => {
  it('FC-13: 20 are done, 30 late, one major nonconformity is open and its remedy late', () => {
    expect(viewOn(257).total).toMatchObject({
      declared: 20,
      done: 20,
      late: 30,
      onTime: 0,
      percentDeclared: 76,
      percentConfirmed: 76,
      toConfirm: 0,
      openMajor: 1,
      lateCorrective: 1,
      openObstacles: 0,
    })
    expect(viewOn(257).total.meanDaysLate).toBeCloseTo(3010 / 30, 10)
    expect(standingIn(257)).toEqual({ G5: 10, G6: 10, G7: 10, G10: 20 })
    expect(
      ['late', 'slipping', 'not-visited', 'open-major', 'late-corrective'].map((is) => isAlarmed(257, is)),
    ).toEqual([30, 30, 6, 1, 1])
    expect(communeOn(257, X1)).toMatchObject({ openMajor: 1, lateCorrective: 1 })
    expect(communeOn(263, X1)).toMatchObject({ openMajor: 0, lateCorrective: 0 })
  })

  it('FC-4: the forecast by the pace of others, never with a shorter trial', () => {
    expect(rangesOf(257, 'A')).toEqual([['2018-05-18', '2018-05-18', '2018-05-18']])
    expect(rangesOf(257, 'B')).toEqual([['2018-06-11', '2018-06-11', '2018-06-11']])
    expect(rangesOf(257, 'C', [X1])).toEqual([['2018-07-13', '2018-07-13', '2018-07-13']])
    expect(rangeOf(communeOn(257, X1).range)).toEqual(['2018-07-23', '2018-07-23', '2018-07-23'])
    expect(rangesOf(257, 'D')).toEqual([['2018-09-14', '2018-09-14', '2018-09-14']])
    expect(rangesOf(257, 'E')).toEqual([['2018-11-05', '2018-11-16', '2018-11-16']])
    expect(communeOn(257, X1).range.basis).toBe('comparable')
    expect(communeOn(257, communeOf('180', 'A')).range.basis).toBe('reached')
  })

  it('REP-7: the line of an area is reckoned like that of the province', () => {
    const area = viewOn(257).areas.find(({ area: place }) => place?.code === '180')
    expect(area?.figures).toMatchObject({ communes: 5, declared: 2, late: 3, openMajor: 1, percentDeclared: 76 })
    expect(area?.figures.meanDaysLate).toBeCloseTo(301 / 3, 10)
    expect(viewOn(257).total.lastDeclaration).toEqual({
      earliest: '2018-11-05',
      likely: '2018-11-16',
      latest: '2018-11-16',
    })
  })

  it('FC-22: at the present pace the target is reached in 2023, at the pace of the last 90 days in 2020', () => {
    expect(viewOn(257).targets[0]).toMatchObject({
      reached: 20,
      day: {
        is: 'expected',
        earliest: '2020-03-17',
        likely: '2023-05-22',
        latest: '2023-05-22',
        isInTime: false,
      },
    })
  })
})

describe('31/12/2018', () => {
  it('40 are done, those in the long trial are 263 days late', () => {
    expect(viewOn(441).total).toMatchObject({
      declared: 40,
      done: 40,
      late: 10,
      meanDaysLate: 263,
      percentDeclared: 92,
      percentConfirmed: 92,
      openMajor: 0,
      lateCorrective: 0,
      openObstacles: 1,
    })
    expect(standingIn(441)).toEqual({ G6: 10, G10: 40 })
    expect(viewOn(441).total.alarms).toMatchObject({ late: 10, slipping: 10, 'not-visited': 1, 'obstacle-overdue': 1 })
    expect(communeOn(441, communeOf('186', 'E')).alarms).toContainEqual({
      is: 'not-visited',
      days: 381,
      lastOn: '2017-12-15',
    })
  })

  it('FC-6: the day on which they really declared lies within the forecast', () => {
    expect(rangesOf(441, 'E')).toEqual([['2019-02-05', '2019-03-23', '2019-05-17']])
    expect(communeOn(566, communeOf('180', 'E')).range).toMatchObject({ basis: 'reached', likely: dayAt(566) })
    expect(viewOn(441).targets[0]?.day).toMatchObject({
      is: 'expected',
      earliest: '2021-12-06',
      likely: '2021-12-21',
      latest: '2022-08-04',
      isInTime: false,
    })
  })
})

describe('31/12/2020, the day of the target', () => {
  it('49 of 141 have declared, one commune stands in its trial', () => {
    expect(viewOn(1172).total).toMatchObject({
      declared: 49,
      done: 49,
      late: 1,
      meanDaysLate: 994,
      percentDeclared: 99,
      openObstacles: 1,
    })
    expect(standingIn(1172)).toEqual({ G6: 1 })
    expect(communeOn(1172, X2).alarms).toEqual([
      { is: 'late', stage: 'G6', days: 994 },
      { is: 'obstacle-overdue', count: 1 },
      { is: 'slipping', days: 1049 },
    ])
    expect(rangeOf(communeOn(1172, X2).range)).toEqual(['2021-02-05', '2021-04-01', '2021-06-07'])
  })

  it('FC-21, FC-23: the target is missed, and no pace is left to reckon with', () => {
    expect(viewOn(1172).targets[0]).toMatchObject({
      needed: 141,
      reached: 49,
      isMet: false,
      beyondPlan: 91,
      forecast: { atLeast: 49, likely: 49, atMost: 49 },
      day: { is: 'unknown', reason: 'none-lately' },
    })
  })
})
