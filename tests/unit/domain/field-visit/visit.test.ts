import { describe, expect, it } from 'vitest'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import { checkVisit, lastVisitOn, type Visit } from '#domain/field-visit/visit.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const aVisit = (patch: Partial<Visit> = {}): Visit => ({
  id: 'v1',
  unit: 'ls25-06001',
  on: writtenDate('05/11/2026'),
  stage: 'G4',
  flag: 'yellow',
  done: 'Đã soạn 12/30 quy trình',
  lateReasons: ['heavy-workload'],
  recommendation: 'Cử thêm người soạn',
  ...patch,
})

describe('a visit', () => {
  it('VIS-1: a day that does not exist is named and its text kept', () => {
    const visit = aVisit({ on: writtenDate('31/11/2026') })
    expect(visit.on.text).toBe('31/11/2026')
    expect(checkVisit(visit)).toEqual({
      ok: false,
      error: { code: 'date.nonexistent', params: { text: '31/11/2026' } },
    })
    expect(checkVisit(aVisit({ on: writtenDate('') }))).toMatchObject({ error: { code: 'date.unreadable' } })
    expect(checkVisit(aVisit())).toMatchObject({ ok: true, value: { on: { date: '2026-11-05' } } })
  })

  it('VIS-2: sixteen reasons, named in both languages', () => {
    expect(lateReasons).toHaveLength(16)
    expect(new Set(lateReasons.flatMap(({ id, name }) => [id, name.vi, name.en])).size).toBe(48)
  })

  it('VIS-2: a reason given twice is kept once', () => {
    const visit = aVisit({ lateReasons: ['staff-moved', 'other', 'staff-moved'] })
    expect(checkVisit(visit)).toMatchObject({ value: { lateReasons: ['staff-moved', 'other'] } })
  })

  it('VIS-3: the latest visit is the one with the latest day; one without a day or to come does not count', () => {
    const visits = ['05/11/2026', '31/11/2026', '12/10/2026'].map((text) => aVisit({ on: writtenDate(text) }))
    const today = '2026-11-06' as LocalDate
    expect(lastVisitOn(visits, today)).toBe('2026-11-05')
    expect(lastVisitOn(visits, '2026-11-04' as LocalDate)).toBe('2026-10-12')
    expect(lastVisitOn([], today)).toBeNull()
  })
})
