import { describe, expect, it } from 'vitest'
import { type CheckedLine, lineState, linesToCheck } from '#domain/field-visit/checked-line.ts'
import { roundedSpot, spotDegrees } from '#domain/field-visit/spot.ts'
import { noVisitDetails, type WholeVisit } from '#domain/field-visit/visit.ts'
import { createVisitRecord, recordProblems } from '#domain/field-visit/visit-record.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const TODAY = '2026-11-21' as LocalDate

const aLine = (patch: Partial<CheckedLine> = {}): CheckedLine => ({
  about: 'stage',
  known: 'Đang ở G4',
  found: 'Đang ở G4',
  ...patch,
})

const aVisit = (patch: Partial<WholeVisit> = {}): WholeVisit => ({
  ...noVisitDetails,
  id: 'v1',
  unit: 'ls25-06001',
  on: writtenDate('21/11/2026'),
  stage: 'G4',
  flag: 'yellow',
  done: 'Đã soạn 12/30 quy trình',
  lateReasons: [],
  recommendation: '',
  visitors: 'Người theo dõi A',
  received: 'Thư ký ISO',
  checked: [aLine()],
  ...patch,
})

const codesOf = (patch: Partial<WholeVisit>): readonly string[] =>
  recordProblems(aVisit(patch), TODAY).map(({ code }) => code)

const parts = (visit: WholeVisit) => ({
  visit,
  number: 1,
  tasks: [
    { id: 't2', what: 'Niêm yết quy trình', who: 'Văn phòng', until: writtenDate('30/11/2026') },
    { id: 't1', what: 'Bổ sung biểu mẫu', who: 'Thư ký ISO', until: writtenDate('28/11/2026') },
  ],
  evidence: [],
  sealedAt: '2026-11-21T04:00:00.000Z',
  sealedBy: 'acc-monitor',
})

describe('known lines', () => {
  it('VIS-7: are open, confirmed by the same words, or corrected by others', () => {
    expect(lineState(aLine({ found: ' ' }))).toBe('open')
    expect(lineState(aLine({ found: 'Đang ở G4 ' }))).toBe('confirmed')
    expect(lineState(aLine({ found: 'Đang ở G5' }))).toBe('corrected')
  })

  it('VIS-8: keep the answer and the words it was given to; what nobody answered is known anew', () => {
    const known = [
      { about: 'stage', known: 'Đang ở G5' },
      { about: 'late.G4', known: 'G4 trễ 12 ngày' },
    ]
    const before = [
      aLine(),
      aLine({ about: 'late.G4', known: 'G4 trễ 9 ngày', found: '' }),
      aLine({ about: 'task.1', known: 'Niêm yết', found: 'Chưa niêm yết' }),
      aLine({ about: 'task.2', known: 'Đã xong từ lâu', found: '' }),
    ]
    expect(linesToCheck(known, before)).toEqual([
      aLine(),
      { about: 'late.G4', known: 'G4 trễ 12 ngày', found: '' },
      { about: 'task.1', known: 'Niêm yết', found: 'Chưa niêm yết' },
    ])
  })
})

describe('the place of a visit', () => {
  it('VIS-9: is whole hundredths of a degree, and only a place on earth', () => {
    expect(roundedSpot(21.85372, 106.76149)).toEqual({ ok: true, value: { north: 2185, east: 10_676 } })
    expect(roundedSpot(-0.001, 0.004)).toEqual({ ok: true, value: { north: 0, east: 0 } })
    expect(spotDegrees({ north: 2185, east: 10_676 })).toEqual({ north: 21.85, east: 106.76 })
    for (const [north, east] of [
      [91, 0],
      [0, 181],
      [Number.NaN, 0],
    ] as const)
      expect(roundedSpot(north, east)).toMatchObject({ ok: false, error: { code: 'visit.spot-unreadable' } })
  })
})

describe('a record of a visit', () => {
  it('VIS-12: is sealed when it is complete, and says everything it lacks', () => {
    expect(codesOf({})).toEqual([])
    expect(codesOf({ on: writtenDate('31/11/2026') })).toEqual(['date.nonexistent'])
    expect(codesOf({ on: writtenDate('22/11/2026') })).toEqual(['visit.day-ahead'])
    expect(codesOf({ from: '10:00', to: '09:30' })).toEqual(['visit.ends-before'])
    expect(codesOf({ visitors: ' ', received: '' })).toEqual(['visit.visitors-missing', 'visit.received-missing'])
    expect(codesOf({ checked: [aLine({ found: '' })] })).toEqual(['visit.lines-open'])
    expect(codesOf({ done: '' })).toEqual(['visit.done-missing'])
    expect(codesOf({ flag: 'red' })).toEqual(['visit.help-missing'])
    expect(codesOf({ flag: 'red', recommendation: 'Cử người giúp' })).toEqual([])
    expect(createVisitRecord(parts(aVisit({ received: '' })), TODAY)).toMatchObject({ ok: false })
  })

  it('VIS-13: holds the visit and its tasks in one order, whatever order they came in', () => {
    const first = createVisitRecord(parts(aVisit()), TODAY)
    const other = parts(aVisit())
    const second = createVisitRecord({ ...other, tasks: other.tasks.toReversed() }, TODAY)
    expect(first).toMatchObject({ ok: true, value: { visit: 'v1', number: 1, tasks: [{ id: 't1' }, { id: 't2' }] } })
    expect(canonicalJson(second)).toBe(canonicalJson(first))
    expect(first.ok && 'planned' in first.value).toBe(false)
  })
})
