import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayOfWeek,
  daysBetween,
  formatLocalDate,
  isLocalDate,
  type LocalDate,
  localDateAt,
  localDateOf,
  nearestExistingDay,
  parseWrittenDate,
  VIETNAM_OFFSET_MINUTES,
  writtenDate,
} from '#domain/kernel/local-date.ts'

const date = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(text)
  return text
}

const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays(date('1970-01-01'), days))
const seed = { seed: 20261121, verbose: 1 as const }

describe('a written date', () => {
  it.each(['31/11/2013', '29/02/2025', '0/1/2026', '32/01/2026', '01/13/2026', '29/02/1900'])(
    'KERNEL-1: %s names no day and is refused',
    (text) => {
      expect(parseWrittenDate(text)).toEqual({ ok: false, error: 'date.nonexistent' })
    },
  )

  it.each([
    ['30/11/2013', '2013-11-30'],
    ['29/02/2024', '2024-02-29'],
    ['29.02.2000', '2000-02-29'],
    [' 1 - 7 - 2025 ', '2025-07-01'],
  ])('KERNEL-1: %s is read as %s', (text, expected) => {
    expect(parseWrittenDate(text)).toEqual({ ok: true, value: expected })
  })

  it.each(['', 'cuối năm', '2025-07-01', '1/7/25', '01/07/2025 08:00', '1/7'])(
    'KERNEL-1: "%s" is not a date in the written form and is called unreadable',
    (text) => {
      expect(parseWrittenDate(text)).toEqual({ ok: false, error: 'date.unreadable' })
    },
  )

  it.each([
    ['31/11/2026', '2026-11-30'],
    ['30.02.2028', '2028-02-29'],
    ['29/02/2025', '2025-02-28'],
    ['11/31/2026', null],
    ['11/21/2026', '2026-11-21'],
    ['13/14/2026', null],
    ['32/01/2026', null],
    ['00/01/2026', null],
    ['30/11/2026', null],
    ['31/11', null],
    ['cuối năm', null],
  ])('KERNEL-4: near %s lies %s', (text, expected) => {
    expect(nearestExistingDay(text)).toBe(expected)
  })

  it('KERNEL-1: every day that exists is read back from the form it is shown in', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        expect(parseWrittenDate(formatLocalDate(day))).toEqual({ ok: true, value: day })
      }),
      seed,
    )
  })

  it('KERNEL-1: parts that are not whole numbers name no day', () => {
    expect(localDateOf(2026, 11, Number.NaN).ok).toBe(false)
    expect(localDateOf(2026, 11, 1.5).ok).toBe(false)
    expect(isLocalDate('2026-11-31')).toBe(false)
    expect(isLocalDate('2026-11-30')).toBe(true)
  })

  it('KERNEL-2: the text of a day that does not exist is kept as written', () => {
    expect(writtenDate(' 31/11/2013 ')).toEqual({ text: ' 31/11/2013 ', date: null })
  })

  it('KERNEL-2: the text of a day that exists is kept as written, beside the day', () => {
    expect(writtenDate('1.7.2025')).toEqual({ text: '1.7.2025', date: '2025-07-01' })
  })

  it('KERNEL-2: any text at all is kept letter for letter', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(writtenDate(text).text).toBe(text)
      }),
      seed,
    )
  })
})

describe('reckoning with days', () => {
  it('counts the 76 days from the plan of 16/10/2017 to the end of its year', () => {
    expect(daysBetween(date('2017-10-16'), date('2017-12-31'))).toBe(76)
  })

  it('adds and counts days as opposites', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
      seed,
    )
  })

  it.each([
    ['2017-10-16', 3, '2018-01-16'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(date(from), months)).toBe(to)
  })

  it('takes the day from the place, not from the clock of the machine', () => {
    const lateEveningUtc = Date.UTC(2026, 10, 20, 17, 30)
    expect(localDateAt(lateEveningUtc, VIETNAM_OFFSET_MINUTES)).toBe('2026-11-21')
    expect(localDateAt(lateEveningUtc, 0)).toBe('2026-11-20')
  })

  it('knows the day of the week', () => {
    expect(dayOfWeek(date('2026-11-21'))).toBe(6)
    expect(dayOfWeek(date('2025-07-01'))).toBe(2)
  })
})
