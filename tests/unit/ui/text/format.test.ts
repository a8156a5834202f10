import { describe, expect, it } from 'vitest'
import { createFormats } from '#ui/text/format.ts'

const vi = createFormats('vi')
const en = createFormats('en')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const at = (day: number, hour: number, minute: number): number => new Date(2026, 10, day, hour, minute).getTime()
const plainSpaces = (text: string): string => text.replace(/\s/g, ' ')

describe('dates', () => {
  it('are written day first, with the weekday where asked', () => {
    expect(vi.day('2026-11-20')).toBe('20/11/2026')
    expect(vi.dayWithWeekday('2017-11-20')).toBe('Thứ Hai, 20/11/2017')
    expect(en.day('2026-11-20')).toBe('20/11/2026')
    expect(en.dayWithWeekday('2017-11-20')).toBe('Monday, 20/11/2017')
  })

  it('of a moment are told in the time of the device', () => {
    expect(vi.time(at(20, 9, 5))).toBe('09:05')
    expect(vi.dayOf(at(20, 9, 5))).toBe('20/11/2026')
    expect(vi.dateTime(at(20, 0, 5))).toBe('00:05 20/11/2026')
  })

  it('of today are told by the hour, of other days by the day', () => {
    expect(vi.timeOrDay(at(20, 10, 32), at(20, 23, 59))).toBe('10:32')
    expect(vi.timeOrDay(at(20, 10, 32), at(21, 0, 1))).toBe('20/11')
  })

  it('relative to now are told in whole steps', () => {
    const now = at(20, 12, 0)
    expect(vi.relative(now - 3 * MINUTE, now)).toBe('3 phút trước')
    expect(vi.relative(now - DAY, now)).toBe('Hôm qua')
    expect(en.relative(now - 5 * DAY, now)).toBe('5 days ago')
    expect(vi.relative(now - 10, now)).toBe('bây giờ')
  })
})

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(vi.number(3321)).toBe('3.321')
    expect(en.number(3321)).toBe('3,321')
    expect(vi.number(2, 1)).toBe('2,0')
    expect(plainSpaces(vi.percent(0.4))).toBe('40%')
  })

  it.each<[number, string]>([
    [0, '0 byte'],
    [999, '999 byte'],
    [18_000, '18 kB'],
    [1_600_000, '1,6 MB'],
    [250_000_000, '250 MB'],
    [1_200_000_000, '1,2 GB'],
  ])('%i bytes are %s', (count, text) => {
    expect(plainSpaces(vi.bytes(count))).toBe(text)
  })

  it('of things are listed with the word for and', () => {
    expect(vi.list(['a', 'b', 'c'])).toBe('a, b và c')
  })
})
