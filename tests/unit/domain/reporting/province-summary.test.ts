import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import {
  type CommuneLine,
  countryFigures,
  daysBehind,
  fromColumns,
  lineOutsidePlans,
  readProvinceSummary,
  toColumns,
} from '#domain/reporting/province-summary.ts'

const TODAY = '2026-11-20' as LocalDate

const anyDay = fc.option(fc.integer({ min: -500, max: 500 }).map((days) => addDays(TODAY, days)))
const anyLine: fc.Arbitrary<CommuneLine> = fc.record({
  unit: fc.string({ minLength: 1 }),
  takesPart: fc.boolean(),
  stage: fc.option(fc.constantFrom('G0' as const, 'G6' as const, 'G9' as const)),
  dueOn: anyDay,
  percentDeclared: fc.integer({ min: 0, max: 100 }),
  percentConfirmed: fc.integer({ min: 0, max: 100 }),
  declaredOn: anyDay,
  openObstacles: fc.nat(9),
  openMajor: fc.nat(9),
  visitedOn: anyDay,
  changedOn: anyDay,
})
const anyLines = fc.array(anyLine, { maxLength: 20 })

const aLine = (more: Partial<CommuneLine> = {}): CommuneLine => ({ ...lineOutsidePlans('u'), takesPart: true, ...more })

describe('the summary of a province', () => {
  it('NAT-2: what is written by columns is read as the same lines', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(fromColumns(JSON.parse(JSON.stringify(toColumns(lines))))).toEqual(lines)
      }),
    )
  })

  it('NAT-2: a column that is missing, too short or unknown disturbs no other', () => {
    const { stage: _none, ...columns } = toColumns([aLine({ openMajor: 2 }), aLine({ stage: 'G3' })])
    const read = fromColumns({ ...columns, openObstacles: [1], weather: ['rain', 'sun'] } as typeof columns)
    expect(read).toEqual([aLine({ openMajor: 2 }), aLine()])
  })

  it('NAT-2: what no endpoint wrote is no summary', () => {
    const good = { plan: 'p', on: '2026-11-20', madeAt: 1, columns: toColumns([aLine()]) }
    expect(readProvinceSummary('p20', good)?.communes).toHaveLength(1)
    for (const bad of [{ on: '2026-11-31' }, { madeAt: '1' }, { columns: null }, { columns: 'x' }])
      expect(readProvinceSummary('p20', { ...good, ...bad })).toBeNull()
    expect(readProvinceSummary('p20', { ...good, columns: { unit: 'u' }, plan: 7 })).toMatchObject({
      plan: '',
      communes: [],
    })
  })

  it('NAT-3: late is who stands past the planned end on the day of reading', () => {
    expect(daysBehind({ dueOn: TODAY }, TODAY)).toBe(0)
    expect(daysBehind({ dueOn: TODAY }, addDays(TODAY, 3))).toBe(3)
    expect(daysBehind({ dueOn: null }, TODAY)).toBe(0)
  })

  it('NAT-3: totals are over those that take part, and without any there is no mean', () => {
    const lines = [
      aLine({ percentDeclared: 100, declaredOn: TODAY }),
      aLine({ percentDeclared: 15, dueOn: addDays(TODAY, -1), openMajor: 1, openObstacles: 2 }),
      lineOutsidePlans('outside'),
    ]
    expect(countryFigures(lines, TODAY)).toEqual({
      communes: 3,
      takingPart: 2,
      declared: 1,
      late: 1,
      openObstacles: 2,
      openMajor: 1,
      percentDeclared: 58,
    })
    expect(countryFigures([], TODAY).percentDeclared).toBeNull()
  })

  it('NAT-3: the totals of two provinces add up to those of both', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (a, b) => {
        const [left, right, both] = [a, b, [...a, ...b]].map((lines) => countryFigures(lines, TODAY))
        for (const name of ['communes', 'takingPart', 'declared', 'late', 'openObstacles', 'openMajor'] as const)
          expect(both?.[name]).toBe((left?.[name] ?? 0) + (right?.[name] ?? 0))
      }),
    )
  })
})
