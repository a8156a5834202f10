import { describe, expect, it } from 'vitest'
import { checkAuditor, isSamePerson, isServing } from '#domain/audit-planning/auditor.ts'
import { isSameField } from '#domain/audit-planning/fields-of-work.ts'
import {
  type AuditProgramme,
  checkSlot,
  openMonths,
  programmeGaps,
  programmeId,
} from '#domain/audit-planning/programme.ts'
import { anAuditor, day, UNIT } from './planning-fixture.ts'

const slot = (field: string, months: readonly number[] = [3], id = field) =>
  ({ id, programme: 'p', field, months, risk: 'middle' }) as const

const full: AuditProgramme = {
  id: programmeId(UNIT, 2026),
  unit: UNIT,
  year: 2026,
  objectives: 'o',
  edition: '2015',
  scope: 's',
  frequency: 'f',
  risks: 'r',
  leader: 'a',
}

describe('auditors', () => {
  it('AP-1: need a name, a first day, and a last day that is not before it', () => {
    const code = (more: Parameters<typeof anAuditor>[1]) => {
      const checked = checkAuditor(anAuditor('a', more))
      return checked.ok ? checked.value.name : checked.error.code
    }
    expect(code({ name: ' ' })).toBe('auditor.name-missing')
    expect(code({ since: day('') })).toBe('auditor.since-missing')
    expect(code({ until: day('2025-12-31') })).toBe('auditor.days-reversed')
    expect(code({ name: ' Lan ' })).toBe('Lan')
  })

  it('AP-1: serve from their first day through their last', () => {
    const auditor = anAuditor('a', { until: day('2026-06-30') })
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => isServing(auditor, day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('AP-2: are one person by id or by account, never by name', () => {
    const one = anAuditor('a', { name: 'Lan', account: 'acc' })
    expect(isSamePerson(one, anAuditor('a', { unit: 'other' }))).toBe(true)
    expect(isSamePerson(one, anAuditor('b', { account: 'acc' }))).toBe(true)
    expect(isSamePerson(one, anAuditor('b', { name: 'Lan' }))).toBe(false)
    expect(isSamePerson(anAuditor('c'), anAuditor('d'))).toBe(false)
  })
})

describe('a programme', () => {
  it('AP-3: names a field once, whatever its case and spaces, and keeps its months in order', () => {
    const others = [slot('Hộ tịch')]
    expect(checkSlot(slot(' hộ  TỊCH ', [1], 'new'), others)).toMatchObject({
      error: { code: 'programme.field-twice' },
    })
    expect(checkSlot(slot(' '), others)).toMatchObject({ error: { code: 'programme.field-missing' } })
    expect(checkSlot(slot('Hộ tịch', [9, 3, 9, 13]), others)).toMatchObject({ value: { months: [3, 9] } })
    expect(isSameField('Hộ tịch', 'Ho tich')).toBe(false)
  })

  it('AP-4: names what is missing before it can be approved', () => {
    expect(programmeGaps(full, [slot('Hộ tịch')])).toEqual([])
    expect(programmeGaps({ ...full, scope: ' ', leader: null }, [])).toEqual(['scope', 'leader', 'slots'])
    expect(programmeGaps(full, [slot('Hộ tịch', [])])).toEqual(['months'])
  })

  it('AP-5: tells a month that has begun without a plan for its field', () => {
    const slots = [slot('Đất đai', [11, 12]), slot('Hộ tịch', [3, 11])]
    const plan = { from: day('2026-11-30'), to: day('2026-12-01'), fields: ['hộ tịch'] }
    expect(openMonths(2026, slots, [plan], day('2026-11-21'))).toEqual([
      { field: 'Hộ tịch', month: 3 },
      { field: 'Đất đai', month: 11 },
    ])
    expect(openMonths(2027, slots, [plan], day('2026-11-21'))).toEqual([])
  })
})
