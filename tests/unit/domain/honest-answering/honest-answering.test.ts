import { describe, expect, it } from 'vitest'
import {
  type GivenAnswer,
  HASTY,
  hastyPace,
  honestySigns,
  straightLine,
} from '#domain/honest-answering/honest-answering.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const given = (count: number, patch: (i: number) => Partial<GivenAnswer> = () => ({})): GivenAnswer[] =>
  Array.from({ length: count }, (_, i) => ({ questionId: `Q${i}`, value: 3, hasOwnWords: false, ...patch(i) }))
const at = (text: string) => Date.parse(text)

describe('honest answering', () => {
  it('HON-1: fifteen equal answers in a row are a straight line, fourteen are none', () => {
    expect(straightLine(given(15))).toHaveLength(15)
    expect(straightLine(given(14))).toEqual([])
    expect(straightLine(given(20, (i) => ({ value: i < 16 ? 2 : 3 }))).map(({ questionId }) => questionId)[0]).toBe(
      'Q0',
    )
  })

  it('HON-1: a note, a photo or an open question breaks the line', () => {
    expect(straightLine(given(28, (i) => ({ hasOwnWords: i === 14 })))).toEqual([])
    expect(straightLine(given(28, (i) => ({ value: i === 14 ? null : 3 })))).toEqual([])
  })

  it('HON-2: fifty-two answers in two minutes are hasty, thirty in three minutes just are, twenty-nine are not', () => {
    expect(hastyPace(given(52, (i) => ({ at: i * 2000, by: 'a' })))).toEqual({ answers: 52, ms: 102_000 })
    const thirty = given(30, (i) => ({ at: (i * HASTY.ms) / 29, by: 'a' }))
    expect(hastyPace(thirty)).toEqual({ answers: 30, ms: HASTY.ms })
    expect(hastyPace(thirty.slice(1))).toBeNull()
  })

  it('HON-2: two people are not added up, and unknown moments do not count', () => {
    expect(hastyPace(given(52, (i) => ({ at: i * 2000, by: i % 2 === 0 ? 'a' : 'b' })))).toBeNull()
    expect(hastyPace(given(52))).toBeNull()
  })

  it('HON-3: one photo for two questions, or from an earlier round, is named', () => {
    const evidence = [
      { questionId: 'Q1', sha256: 'aa', takenAt: null },
      { questionId: 'Q2', sha256: 'aa', takenAt: null },
      { questionId: 'Q2', sha256: 'bb', takenAt: null },
      { questionId: 'Q2', sha256: 'bb', takenAt: null },
    ]
    expect(honestySigns({ answers: [], evidence, earlierPhotos: ['bb'] })).toEqual([
      { is: 'same-photo', sha256: 'aa', questions: ['Q1', 'Q2'] },
      { is: 'photo-of-earlier-round', sha256: 'bb', questions: ['Q2'] },
    ])
  })

  it('HON-4: evidence from before the period is named, on the day of Vietnam', () => {
    const periodFrom = '2025-11-21' as LocalDate
    const evidence = [
      { questionId: 'Q1', sha256: 'aa', takenAt: at('2025-11-20T16:59:59Z') },
      { questionId: 'Q2', sha256: 'bb', takenAt: at('2025-11-20T17:00:00Z') },
      { questionId: 'Q3', sha256: 'cc', takenAt: null },
      { questionId: 'Q4', sha256: 'dd', takenAt: at('2025-11-25T01:00:00Z'), on: '2025-11-20' as LocalDate },
      { questionId: 'Q5', sha256: 'ee', takenAt: at('2025-11-01T01:00:00Z'), on: '2025-11-21' as LocalDate },
    ]
    expect(honestySigns({ answers: [], evidence, periodFrom })).toEqual([
      { is: 'old-evidence', questions: ['Q1', 'Q4'], before: periodFrom },
    ])
    expect(honestySigns({ answers: [], evidence })).toEqual([])
  })

  it('HON-5: the sealed pace stands in for the moments, and the rest is worked out again', () => {
    const pace = { answers: 52, ms: 100_000 }
    expect(honestySigns({ answers: given(16), evidence: [], pace }).map(({ is }) => is)).toEqual([
      'straight-line',
      'pace',
    ])
  })
})
