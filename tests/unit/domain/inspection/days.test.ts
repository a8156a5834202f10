// Days that exist and cannot be meant, through everything an inspection writes down.
import { describe, expect, it } from 'vitest'
import { doneBounds, headDayProblems, minutesBounds, promisedBounds, setBounds } from '#domain/inspection/days.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { emptyRemedyLine, remedyProblems, type RemedyWork } from '#domain/inspection/remedy-report.ts'

const TODAY = '2026-11-21' as LocalDate
const day = (text: string) => text as LocalDate
const head = (decidedOn: string, from: string, to: string) => ({
  form: null,
  basis: '',
  decisionNumber: '',
  place: '',
  team: [],
  hosts: [],
  decidedOn: writtenDate(decidedOn),
  from: writtenDate(from),
  to: writtenDate(to),
})

describe('the days of an inspection', () => {
  it('INS-19: decision, first and last day fit together', () => {
    const wrong = (...days: readonly [string, string, string]) =>
      headDayProblems(head(...days)).map(({ field, problem }) => `${field} ${problem.code}`)
    expect(wrong('10/11/2026', '20/11/2026', '21/11/2026')).toEqual([])
    expect(wrong('21/11/2026', '20/11/2026', '21/11/2026')).toEqual(['decidedOn date.too-late'])
    expect(wrong('10/11/1926', '20/11/2026', '21/11/2026')).toEqual(['decidedOn date.too-early'])
    expect(wrong('', '20/11/1926', '21/11/1926')).toEqual(['from date.too-early'])
    expect(wrong('', '20/11/2026', '21/11/9999')).toEqual(['to date.too-late'])
  })

  it('INS-19: minutes are not ahead, and what is set or promised lies within three years', () => {
    const to = writtenDate('20/11/2026')
    const code = (on: string, bounds: object) => outsideBounds(day(on), bounds)?.code
    expect(code('2026-11-22', minutesBounds({ to }, TODAY))).toBe('date.too-late')
    expect(code('2026-11-21', minutesBounds({ to }, TODAY))).toBeUndefined()
    expect(code('2027-11-21', minutesBounds({ to }, null))).toBe('date.too-late')
    expect([code('2029-11-21', setBounds(TODAY)), code('2029-11-22', setBounds(TODAY))]).toEqual([
      undefined,
      'date.too-late',
    ])
    expect(code('9999-01-01', promisedBounds(TODAY))).toBe('date.too-late')
    expect(code('2026-11-20', doneBounds(TODAY))).toBe('date.too-early')
  })

  it('INS-19: nothing is reported as done before the minutes that name it; minutes without a day ask for none', () => {
    const work = (doneOn: string, minutesOn?: LocalDate): RemedyWork => ({
      inspection: 'ins-1',
      unit: 'xa',
      words: '',
      reportDueOn: null,
      evidence: [],
      correctives: {},
      shortcomings: [
        { id: 's1', item: null, facts: 'x', basis: 'y', grade: 'minor', dueOn: null, ...(minutesOn && { minutesOn }) },
      ],
      lines: { s1: { ...emptyRemedyLine, state: 'done', words: 'x', papers: 'x', doneOn: writtenDate(doneOn) } },
    })
    const codes = (one: RemedyWork) => remedyProblems(one, TODAY).flatMap(({ problems }) => problems.map((p) => p.code))
    expect(codes(work('09/11/2026', day('2026-11-10')))).toEqual(['date.too-early'])
    expect(codes(work('10/11/2026', day('2026-11-10')))).toEqual([])
    expect(codes(work('01/01/2026'))).toEqual([])
  })
})
