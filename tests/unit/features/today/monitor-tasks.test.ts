import { describe, expect, it } from 'vitest'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import type { CommuneSummary } from '#domain/reporting/commune-summary.ts'
import { communeNeeds, type FollowRights } from '#features/today/monitor-tasks.ts'
import { provinceFigures } from '#features/today/province-figures.ts'
import { TODAY } from '#support/store/test-store.ts'

const area: Place = { id: 'area-180', parent: 'p20', kind: 'area', name: 'Địa bàn số 1', code: '180' }

const aSummary = (more: Partial<CommuneSummary> = {}): CommuneSummary => ({
  unitId: 'u1',
  stages: [],
  percentDeclared: 30,
  percentConfirmed: 20,
  state: 'on-time',
  daysLate: 0,
  currentStage: 'G4',
  forecast: TODAY,
  assessment: null,
  openFindings: { major: 0, minor: 0, observation: 0, opportunity: 0, strength: 0 },
  lastVisitOn: TODAY,
  planStart: addDays(TODAY, -60),
  lastActivityAt: null,
  ...more,
})

const aRow = (unitId: string, more: Partial<CommuneSummary> = {}, place: Place | null = area): CommuneRow => ({
  place: { id: unitId, parent: area.id, kind: 'commune', name: `Xã ${unitId}`, code: unitId },
  area: place,
  summary: aSummary({ unitId, ...more }),
})

const monitor: FollowRights = { mayConfirm: () => true, mayVisit: () => true }
const consultant: FollowRights = { mayConfirm: () => false, mayVisit: () => false }
const submitted = (daysAgo: number) => ({
  round: '2026-1',
  answered: 52,
  total: 52,
  submittedOn: addDays(TODAY, -daysAgo),
  mean: 2,
  blocking: 0,
})
const waiting = [
  { stage: 'G2', status: 'confirmed', daysLate: 0 },
  { stage: 'G3', status: 'declared', daysLate: 0 },
] as const

describe('the communes that need their monitor', () => {
  it('stand once each, worst first, and leave out those that need nothing', () => {
    const rows = [
      aRow('visit', { lastVisitOn: addDays(TODAY, -15) }),
      aRow('fine'),
      aRow('late-3', { state: 'late', daysLate: 3 }),
      aRow('waiting', { stages: waiting }),
      aRow('late-12', { state: 'late', daysLate: 12, stages: waiting }),
      aRow('major', { openFindings: { major: 1, minor: 0, observation: 0, opportunity: 0, strength: 0 } }),
      aRow('new', { assessment: submitted(1), lastVisitOn: addDays(TODAY, -3) }),
    ]
    expect(communeNeeds(rows, monitor, TODAY).map(({ unitId }) => unitId)).toEqual([
      'late-12',
      'late-3',
      'waiting',
      'new',
      'major',
      'visit',
    ])
  })

  it('have the button for what only the monitor can do, whatever else is wrong', () => {
    const [need] = communeNeeds(
      [aRow('u1', { state: 'late', daysLate: 12, stages: waiting, lastVisitOn: null })],
      monitor,
      TODAY,
    )
    expect(need).toMatchObject({ action: 'waiting', href: '/communes/u1/stage/G3' })
    expect(need?.reasons.map(({ kind }) => kind)).toEqual(['late', 'waiting', 'not-visited'])
  })

  it('lead to the submission, the findings or a new visit, each where it is the matter', () => {
    const hrefOf = (more: Partial<CommuneSummary>) => communeNeeds([aRow('u1', more)], monitor, TODAY)[0]?.href
    expect(hrefOf({ assessment: submitted(1), lastVisitOn: addDays(TODAY, -2) })).toBe('/communes/u1?tab=assessments')
    expect(hrefOf({ openFindings: { major: 1, minor: 0, observation: 0, opportunity: 0, strength: 0 } })).toBe(
      '/communes/u1?tab=findings',
    )
    expect(hrefOf({ lastVisitOn: null })).toBe('/visits/new?unit=u1')
    expect(hrefOf({ state: 'late', daysLate: 1 })).toBe('/communes/u1')
  })

  it('are not asked for again once a submission was visited or is two weeks old', () => {
    const isNews = (more: Partial<CommuneSummary>) => communeNeeds([aRow('u1', more)], consultant, TODAY).length > 0
    expect(isNews({ assessment: submitted(14), lastVisitOn: null })).toBe(true)
    expect(isNews({ assessment: submitted(15), lastVisitOn: null })).toBe(false)
    expect(isNews({ assessment: submitted(5), lastVisitOn: addDays(TODAY, -4) })).toBe(false)
  })

  it('REP-6: count as not visited from the fifteenth day, only for who visits', () => {
    const at = (daysAgo: number) => [aRow('u1', { lastVisitOn: addDays(TODAY, -daysAgo) })]
    expect(communeNeeds(at(14), monitor, TODAY)).toEqual([])
    expect(communeNeeds(at(15), monitor, TODAY)[0]?.reasons).toEqual([{ kind: 'not-visited', days: 15 }])
    expect(communeNeeds(at(15), consultant, TODAY)).toEqual([])
    expect(communeNeeds([aRow('done', { lastVisitOn: null, state: 'done' })], monitor, TODAY)).toEqual([])
    expect(communeNeeds([aRow('new', { lastVisitOn: null, planStart: TODAY })], monitor, TODAY)).toEqual([])
  })
})

describe('the province in figures', () => {
  it('REP-4: sums the communes and rolls them up by area, in the order of the rows', () => {
    const declared = [{ stage: 'G9', status: 'declared', daysLate: 0 }] as const
    const other: Place = { ...area, id: 'area-181', name: 'Địa bàn số 2' }
    const rows = [
      aRow('a', { percentDeclared: 100, stages: declared }),
      aRow('b', { percentDeclared: 25, state: 'late', daysLate: 4, assessment: submitted(40) }),
      aRow('c', { percentDeclared: 10, state: 'late', daysLate: 8 }, other),
      { ...aRow('d', {}, other), summary: null },
    ]
    const figures = provinceFigures(rows, TODAY)
    expect(figures).toMatchObject({ communes: 4, declared: 1, late: 2, meanDaysLate: 6, submitted: 1, openMajor: 0 })
    expect(figures.areas).toEqual([
      { id: 'area-180', name: 'Địa bàn số 1', communes: 2, percentDeclared: 63, late: 1, declared: 1 },
      { id: 'area-181', name: 'Địa bàn số 2', communes: 2, percentDeclared: 10, late: 1, declared: 0 },
    ])
  })
})
