import { describe, expect, it } from 'vitest'
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import { type AssessmentTraces, assessmentSigns } from '#domain/self-assessment/signs.ts'

const answers = Object.fromEntries(
  instrument.questions.map(({ id }, i) => [id, { score: 3 as const, reason: '', note: '', changedAt: i * 1000 }]),
)
const traces = (patch: Partial<AssessmentTraces> = {}): AssessmentTraces => ({
  answers,
  evidence: [],
  earlierPhotos: [],
  startedOn: '2026-11-01',
  ...patch,
})

describe('signs of a self-assessment', () => {
  it('HON-5: the draft and what was sealed show the same, the pace from the moments or as it was sealed', () => {
    const before = assessmentSigns(instrument, traces())
    const sealed = Object.fromEntries(Object.entries(answers).map(([id, { changedAt: _at, ...rest }]) => [id, rest]))
    const pace = { answers: 52, ms: 51_000 }
    expect(before).toMatchObject([{ is: 'straight-line' }, { is: 'pace', ...pace }])
    expect(assessmentSigns(instrument, traces({ answers: sealed, pace }))).toEqual(before)
  })

  it('HON-4: evidence may lie a year before the round began, not longer', () => {
    const photo = (day: string, i: number) => ({
      questionId: `Q4.${i + 1}`,
      sha256: `${i}`,
      takenAt: Date.parse(`${day}T05:00:00Z`),
    })
    const evidence = ['2025-10-31', '2025-11-01'].map(photo)
    const old = (startedOn: string) =>
      assessmentSigns(instrument, traces({ answers: {}, evidence, startedOn })).map((sign) =>
        sign.is === 'old-evidence' ? sign.questions : sign.is,
      )
    expect(old('2026-11-01')).toEqual([['Q4.1']])
    expect(old('')).toEqual([])
  })
})
