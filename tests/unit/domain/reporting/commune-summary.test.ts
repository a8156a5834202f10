import { describe, expect, it } from 'vitest'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { planSchedule } from '#domain/pilot/schedule.ts'
import type { StageEvent } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { areaFigures } from '#domain/reporting/area-figures.ts'
import { type CommuneParts, summariseCommune } from '#domain/reporting/commune-summary.ts'

const day = (text: string) => text as LocalDate
const today = day('2017-11-20')
const schedule = planSchedule(day('2017-10-16'), pilotStages)

const declared = (stage: StageCode, on: string): StageEvent => ({
  id: `${stage}-${on}`,
  stage,
  type: 'declared-done',
  on: day(on),
  note: '',
  evidence: [],
  by: 'acc-1',
  at: Number(on.replaceAll('-', '')),
})
const inTime = [declared('G0', '2017-10-27'), declared('G1', '2017-11-10'), declared('G2', '2017-11-15')]

const parts = (patch: Partial<CommuneParts> = {}): CommuneParts => ({
  unitId: 'ls17-06001',
  planStart: day('2017-10-16'),
  template: pilotStages,
  schedule,
  events: inTime,
  assessment: { round: '2017-1', answered: 30, total: 52, submittedOn: null, mean: 1.4, blocking: 3 },
  findings: [],
  visits: [],
  lastActivityAt: null,
  ...patch,
})
const summary = (patch: Partial<CommuneParts> = {}) => summariseCommune(parts(patch), today)

describe('the summary of a commune', () => {
  it('REP-1: stages, progress and forecast in one row', () => {
    const row = summary({ visits: [{ on: writtenDate('10/11/2017') }], lastActivityAt: 1_510_000_000_000 })
    expect(row).toMatchObject({
      unitId: 'ls17-06001',
      percentDeclared: 23,
      percentConfirmed: 0,
      state: 'on-time',
      daysLate: 0,
      currentStage: 'G3',
      lastVisitOn: '2017-11-10',
      lastActivityAt: 1_510_000_000_000,
    })
    expect(row.stages).toHaveLength(11)
    expect(row.stages[3]).toEqual({ stage: 'G3', status: 'in-progress', daysLate: 0 })
    expect(JSON.parse(JSON.stringify(row))).toEqual(row)
  })

  it('REP-2: of a draft only its completeness is shown', () => {
    expect(summary().assessment).toEqual({
      round: '2017-1',
      answered: 30,
      total: 52,
      submittedOn: null,
      mean: null,
      blocking: null,
    })
  })

  it('REP-2: a submitted assessment shows mean and blocking questions; none stays none', () => {
    const submitted = { round: '2017-1', answered: 52, total: 52, submittedOn: today, mean: 1.4, blocking: 3 }
    expect(summary({ assessment: submitted }).assessment).toEqual(submitted)
    expect(summary({ assessment: null }).assessment).toBeNull()
  })

  it('REP-3: only open findings with a grade are counted', () => {
    const findings = [
      { grade: 'major', isClosed: false },
      { grade: 'major', isClosed: true },
      { grade: 'minor', isClosed: false },
      { grade: null, isClosed: false },
    ] as const
    expect(summary({ findings }).openFindings).toEqual({
      major: 1,
      minor: 1,
      observation: 0,
      opportunity: 0,
      strength: 0,
    })
  })
})

describe('the figures of an area', () => {
  it('REP-4: a commune has declared when its stage G9 is', () => {
    const done = summary({ events: [...inTime, declared('G9', '2017-11-19')] })
    expect(areaFigures([done, summary()], today)).toMatchObject({ communes: 2, declared: 1 })
  })

  it('REP-5: the mean delay is taken over late communes only', () => {
    // G0 was due on 30/10 (21 days ago), G1 on 13/11 (7 days ago).
    const rows = [summary(), summary({ events: [] }), summary({ events: [declared('G0', '2017-10-30')] })]
    expect(areaFigures(rows, today)).toMatchObject({ late: 2, meanDaysLate: 14 })
    expect(areaFigures([summary()], today).meanDaysLate).toBeNull()
    expect(areaFigures([], today)).toMatchObject({ communes: 0, meanDaysLate: null })
  })

  it('REP-6: fourteen days since the last visit, or the beginning of the plan, are not overdue, fifteen are', () => {
    const visited = (text: string) => summary({ visits: [{ on: writtenDate(text) }] })
    expect(areaFigures([visited('06/11/2017')], today).notVisited).toBe(0)
    expect(areaFigures([visited('05/11/2017')], today).notVisited).toBe(1)
    expect(areaFigures([summary()], today).notVisited).toBe(1)
    expect(areaFigures([summary({ planStart: day('2017-11-06') })], today).notVisited).toBe(0)
  })

  it('REP-3: open majors are added over the communes', () => {
    const major = { grade: 'major', isClosed: false } as const
    const rows = [summary({ findings: [major, major] }), summary({ findings: [major] }), summary()]
    expect(areaFigures(rows, today).openMajor).toBe(3)
  })
})
