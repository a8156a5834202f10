import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { delayProblems, isDelayAsked, readDelay, stageDelayId } from '#domain/obstacle/stage-delay.ts'

const TODAY = '2026-11-20' as LocalDate

describe('the reasons for a delay', () => {
  it('OBS-8: are from the list, each once and in its order', () => {
    const read = readDelay(
      { reasons: ['staff-moved', 'short-of-time', 'staff-moved'], text: ' ', expectedOn: '' },
      TODAY,
    )
    expect(read).toEqual({
      ok: true,
      value: { reasons: ['short-of-time', 'staff-moved'], text: '', on: TODAY, expectedOn: null },
    })
  })

  it('OBS-8: “other” needs words, and the expected day is not past; every problem is told at once', () => {
    const codes = delayProblems({ reasons: ['other'], text: '', expectedOn: '19/11/2026' }, TODAY).map((p) => p.code)
    expect(codes).toEqual(['stage-delay.text-missing', 'stage-delay.expected-past'])
    expect(delayProblems({ reasons: [], text: '', expectedOn: '31/11/2026' }, TODAY).map((p) => p.code)).toEqual([
      'stage-delay.reason-missing',
      'date.nonexistent',
    ])
    expect(delayProblems({ reasons: ['other'], text: 'Mưa lũ', expectedOn: '20/11/2026' }, TODAY)).toEqual([])
  })

  it('OBS-9: have one place for each stage of a commune under a plan', () => {
    expect(stageDelayId({ unit: 'ls25-06001', plan: 'p-1', stage: 'G4' })).toBe('sdl.ls25-06001.p-1.G4')
  })

  it('OBS-10: are asked of a late stage that is not finished', () => {
    const statuses = ['not-reached', 'in-progress', 'late', 'declared', 'confirmed'] as const
    expect(statuses.filter((status) => isDelayAsked({ status }))).toEqual(['late'])
  })
})
