import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEvent, escapedText, foldLine } from '#domain/field-visit/calendar-file.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'

const MADE_AT = Date.UTC(2026, 10, 21, 2, 0, 0)

const anEvent = (patch: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'visit-0190',
  on: '2026-12-31' as LocalDate,
  summary: 'Đến xã Đoàn Kết',
  description: '',
  place: 'Xã Đoàn Kết',
  ...patch,
})

const linesOf = (events: readonly CalendarEvent[]): readonly string[] =>
  calendarFile(events, 'Lịch đến xã', MADE_AT).split('\r\n')

const unfolded = (text: string): string => text.replaceAll('\r\n ', '')

describe('a calendar file', () => {
  it('VIS-17: has an event of a whole day with a lasting UID, and reminds twice', () => {
    const lines = linesOf([anEvent()])
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//so-tay-iso-xa//so-tay-iso-xa//VI',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Lịch đến xã',
      'BEGIN:VEVENT',
      'UID:visit-0190@so-tay-iso-xa',
      'DTSTAMP:20261121T020000Z',
      `SEQUENCE:${MADE_AT / 1000}`,
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Đến xã Đoàn Kết',
      'LOCATION:Xã Đoàn Kết',
      'TRANSP:TRANSPARENT',
      'STATUS:CONFIRMED',
      ...['-PT15H', 'PT7H'].flatMap((trigger) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:Đến xã Đoàn Kết',
        `TRIGGER:${trigger}`,
        'END:VALARM',
      ]),
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('VIS-17: keeps the UID when the day moves, so that a calendar moves the event', () => {
    const moved = linesOf([anEvent({ on: '2027-01-04' as LocalDate })])
    expect(moved).toContain('UID:visit-0190@so-tay-iso-xa')
    expect(moved).toContain('DTSTART;VALUE=DATE:20270104')
  })

  it('VIS-16: escapes what has a meaning and leaves out what nobody can see', () => {
    expect(escapedText('a, b; c\\d\r\ne\u0007\nf')).toBe('a\\, b\\; c\\\\d\\ne \\nf')
  })

  it('VIS-16: folds between characters at 75 octets, whatever is written', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('ế', 'Đ', 'a', '𝄞', ' ', '😀'), maxLength: 300 }), (text) => {
        const folded = foldLine(text)
        for (const line of folded.split('\r\n')) expect(utf8Bytes(line).length).toBeLessThanOrEqual(75)
        expect(unfolded(folded)).toBe(text)
        expect(folded).not.toContain('\ufffd')
      }),
    )
  })

  it('VIS-16: a text cannot begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const file = calendarFile([anEvent({ summary: text, description: text, place: text })], text, MADE_AT)
        expect(file.split('\r\n').filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
    )
  })
})
