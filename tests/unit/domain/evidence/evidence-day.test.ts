import { describe, expect, it } from 'vitest'
import { evidenceDay, recordedDay } from '#domain/evidence/evidence-day.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const ADDED = Date.parse('2026-11-20T17:30:00Z')
const day = (text: string) => text as LocalDate

describe('the day a photo is evidence of', () => {
  it('EVI-7: is the camera’s, unless its clock is ahead, and else the day in Vietnam on which it was put in', () => {
    expect(evidenceDay(day('2026-10-02'), ADDED)).toEqual(writtenDate('02/10/2026'))
    expect(evidenceDay(day('2026-11-22'), ADDED)).toEqual(writtenDate('21/11/2026'))
    expect(evidenceDay(null, ADDED)).toEqual(writtenDate('21/11/2026'))
  })

  it('EVI-7: is kept as it was written, and unknown where nobody knows', () => {
    expect(recordedDay(writtenDate('31/11/2026'), ADDED)).toEqual({ text: '31/11/2026', date: null })
    expect(recordedDay(null, ADDED)).toEqual(writtenDate('21/11/2026'))
    expect(recordedDay(null, 0)).toEqual({ text: '', date: null })
    expect(recordedDay('2026' as never, 0)).toEqual({ text: '', date: null })
  })
})
