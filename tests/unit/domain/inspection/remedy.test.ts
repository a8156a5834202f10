import { describe, expect, it } from 'vitest'
import { compileInspections, followInspection, sealedShortcomings } from '#domain/inspection/compilation.ts'
import { createMinutes, type MinutesContent } from '#domain/inspection/minutes.ts'
import {
  createRemedyReport,
  emptyRemedyLine,
  type RemedyLine,
  remedyLineProblems,
  remedyReportBytes,
  type RemedyReportContent,
  remedyVerdict,
} from '#domain/inspection/remedy-report.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { aShortcoming, aWork } from './inspection-work.ts'

const day = (text: string) => text as LocalDate
const TODAY = day('2026-12-10')

const done = (more: Partial<RemedyLine> = {}): RemedyLine => ({
  ...emptyRemedyLine,
  state: 'done',
  words: 'Đã sửa hai quy trình',
  papers: 'QĐ 12/QĐ-UBND ngày 01/12/2026',
  doneOn: writtenDate('01/12/2026'),
  ...more,
})

const partial: RemedyLine = {
  ...emptyRemedyLine,
  state: 'partial',
  words: 'Đã sửa một quy trình',
  promisedOn: writtenDate('25/12/2026'),
}

function minutes(shortcomings = [aShortcoming()], sealedAt = '2026-11-21T02:00:00.000Z'): MinutesContent {
  const sealed = createMinutes(aWork({ shortcomings }), { number: 1, evidence: [], sealedAt, sealedBy: 'acc-1' })
  if (!sealed.ok) throw new Error(sealed.error.code)
  return sealed.value
}

function report(line: RemedyLine, on = TODAY, sealedAt = '2026-12-10T02:00:00.000Z') {
  return createRemedyReport(
    {
      inspection: 'i1',
      unit: 'ls25-06001',
      shortcomings: sealedShortcomings([minutes()]),
      lines: { s1: line },
      words: '',
      reportDueOn: day('2026-12-31'),
      evidence: [],
      correctives: {},
    },
    { number: 1, on, sealedAt, sealedBy: 'acc-2' },
  )
}

function sealedReport(...given: Parameters<typeof report>): RemedyReportContent {
  const sealed = report(...given)
  if (!sealed.ok) throw new Error(sealed.error.code)
  return sealed.value
}

const codesOf = (line: RemedyLine, hasEvidence = false) =>
  remedyLineProblems(line, hasEvidence, TODAY).map(({ code }) => code)

describe('a remedy report', () => {
  it('INS-9: what is done needs words, a day that has come and proof; what is open needs why and a promised day', () => {
    expect(codesOf(emptyRemedyLine)).toEqual(['remedy.state-missing'])
    expect(codesOf(done())).toEqual([])
    expect(codesOf(done({ words: '', papers: '', doneOn: writtenDate('') }))).toEqual([
      'remedy.words-missing',
      'remedy.done-on-missing',
      'remedy.proof-missing',
    ])
    expect(codesOf(done({ papers: '' }), true)).toEqual([])
    expect(codesOf(done({ doneOn: writtenDate('11/12/2026') }))).toEqual(['remedy.done-on-ahead'])
    expect(codesOf(done({ doneOn: writtenDate('31/11/2026') }))).toEqual(['date.nonexistent'])
    expect(codesOf(partial)).toEqual([])
    expect(codesOf({ ...partial, promisedOn: writtenDate('') })).toEqual(['remedy.promise-missing'])
    expect(codesOf({ ...partial, promisedOn: writtenDate('09/12/2026') })).toEqual(['remedy.promise-past'])
  })

  it('INS-9: is not sealed while a shortcoming is left out', () => {
    expect(report(emptyRemedyLine)).toMatchObject({ ok: false, error: { code: 'remedy.incomplete' } })
  })

  it('INS-10: done after the day the team set is late, whatever it is called', () => {
    expect(remedyVerdict(done(), day('2026-12-20'))).toBe('in-time')
    expect(remedyVerdict(done({ doneOn: writtenDate('21/12/2026') }), day('2026-12-20'))).toBe('late')
    expect(remedyVerdict(partial, day('2026-12-20'))).toBe('partial')
    expect(remedyVerdict(emptyRemedyLine, null)).toBe('not-yet')
  })

  it('INS-11: a late or partial one is taken and says so', () => {
    expect(sealedReport(done())).toMatchObject({ isLate: false, isComplete: true })
    const late = sealedReport({ ...partial, promisedOn: writtenDate('10/01/2027') }, day('2027-01-02'))
    expect(late).toMatchObject({ isLate: true, isComplete: false, lines: [{ verdict: 'partial' }] })
    expect(remedyReportBytes(late).byteLength).toBeGreaterThan(100)
  })
})

const record = (reports: readonly RemedyReportContent[]) => ({
  inspection: 'i1',
  unit: 'ls25-06001',
  minutes: [minutes()],
  reports,
})

const standings = (reports: readonly RemedyReportContent[], today: string) =>
  followInspection(record(reports), day(today))

describe('following an inspection', () => {
  it('INS-8: a shortcoming that two minutes name counts once, as the first one has it', () => {
    const later = minutes([aShortcoming({ facts: 'Khác' }), aShortcoming({ id: 's2' })], '2026-11-25T02:00:00.000Z')
    const found = sealedShortcomings([later, minutes()])
    expect(found.map(({ id, facts }) => [id, facts])).toEqual([
      ['s1', aShortcoming().facts],
      ['s2', aShortcoming().facts],
    ])
  })

  it('INS-12: the latest report decides; past its day without a remedy it is overdue', () => {
    const half = sealedReport(partial)
    const whole = sealedReport(done(), TODAY, '2026-12-12T02:00:00.000Z')
    expect(standings([], '2026-12-10')).toMatchObject({ report: 'awaited', shortcomings: [{ standing: 'waiting' }] })
    expect(standings([], '2026-12-21')).toMatchObject({ report: 'awaited', shortcomings: [{ standing: 'overdue' }] })
    expect(standings([], '2027-01-01')).toMatchObject({ report: 'missing', overdue: 1 })
    expect(standings([half], '2026-12-12')).toMatchObject({ report: 'sent-partial', remedied: 0 })
    expect(standings([half], '2026-12-21')).toMatchObject({ shortcomings: [{ standing: 'overdue' }] })
    expect(standings([whole, half], '2026-12-21')).toMatchObject({ report: 'sent', remedied: 1, overdue: 0 })
  })

  it('INS-12: a report of before further minutes is none about what they add', () => {
    const whole = sealedReport(done(), TODAY, '2026-12-12T02:00:00.000Z')
    const further = minutes([aShortcoming(), aShortcoming({ id: 's2' })], '2026-12-15T02:00:00.000Z')
    const added = { ...record([whole]), minutes: [minutes(), further] }
    expect(followInspection(added, day('2026-12-16'))).toMatchObject({ asked: 2, report: 'awaited' })
    expect(followInspection(added, day('2027-01-01'))).toMatchObject({ report: 'missing', remedied: 1, overdue: 1 })
    expect(compileInspections([added], day('2027-01-01')).totals.reportsMissing).toBe(1)
  })

  it('INS-12: where nothing calls for action no report is asked for', () => {
    const light = minutes([aShortcoming({ grade: 'observation', dueOn: null })])
    const found = followInspection({ ...record([]), minutes: [light] }, day('2027-03-01'))
    expect(found).toMatchObject({ report: 'not-needed', asked: 0, overdue: 0 })
    expect(followInspection({ ...record([]), minutes: [] }, TODAY)).toBeNull()
  })

  it('INS-13: the compilation counts from sealed records only', () => {
    const other = { ...record([sealedReport(done())]), inspection: 'i2', unit: 'ls25-06002' }
    const draft = { inspection: 'i3', unit: 'ls25-06003', minutes: [], reports: [] }
    expect(compileInspections([record([]), other, draft], day('2027-01-05')).totals).toEqual({
      inspections: 2,
      communes: 2,
      counts: { major: 0, minor: 2, observation: 0 },
      asked: 2,
      remedied: 1,
      overdue: 1,
      reportsMissing: 1,
    })
  })
})
