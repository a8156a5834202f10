import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import { type Answers, emptyAnswer, type Score } from '#domain/self-assessment/answer.ts'
import { assessmentCompleteness, unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import { assessmentResults } from '#domain/self-assessment/results.ts'

const reason = 'có lý do'
const scored = (scores: Readonly<Record<string, Score>>): Answers =>
  Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, { ...emptyAnswer, score, reason }]))
const everything = (score: Score): Answers =>
  scored(Object.fromEntries(instrument.questions.map(({ id }) => [id, score])))

const scores = fc.constantFrom<Score>(0, 1, 2, 3, 'na', null)
const anyAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.tuple(scores, fc.constantFrom('', reason)), { minLength: 52, maxLength: 52 })
  .map((list) =>
    Object.fromEntries(
      instrument.questions.map(({ id }, i) => {
        const [score, why] = list[i] ?? [null, '']
        return [id, { score, reason: why, note: '' }]
      }),
    ),
  )

describe('completeness', () => {
  it('SA-3: counts per section and in total', () => {
    const answers = scored({ 'Q4.1': 3, 'Q4.2': 0, 'Q10.4': 'na' })
    const completeness = assessmentCompleteness(instrument, answers)
    expect([completeness.answered, completeness.total]).toEqual([3, 52])
    expect(completeness.bySection['4']).toEqual({ answered: 2, total: 5 })
    expect(completeness.bySection['11']).toEqual({ answered: 0, total: 3 })
    expect(unansweredQuestions(instrument, answers)).toHaveLength(49)
  })

  it('SA-3: an answer to a question of another instrument does not count', () => {
    expect(assessmentCompleteness(instrument, scored({ 'Q99.1': 3 })).answered).toBe(0)
  })

  it('SA-3: the sections add up to the total', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { answered, bySection } = assessmentCompleteness(instrument, answers)
        expect(Object.values(bySection).reduce((sum, section) => sum + section.answered, 0)).toBe(answered)
      }),
    )
  })
})

describe('results', () => {
  it('SA-4: not applicable and unanswered stay out of the mean', () => {
    const { sections } = assessmentResults(instrument, scored({ 'Q4.1': 3, 'Q4.2': 0, 'Q4.3': 'na' }))
    expect(sections[0]?.mean).toBe(1.5)
    expect(sections[1]?.mean).toBeNull()
  })

  it('SA-4: the overall mean is taken over questions, not over sections', () => {
    const { overall } = assessmentResults(instrument, scored({ 'Q4.1': 3, 'Q4.2': 3, 'Q5.1': 0 }))
    expect(overall.mean).toBe(2)
  })

  it('SA-5: every question is counted once in the distribution', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { overall, sections } = assessmentResults(instrument, answers)
        const sum = (counts: object) => Object.values(counts).reduce((a: number, b: number) => a + b, 0)
        expect(sum(overall.counts)).toBe(52)
        expect(sections.map(({ counts }) => sum(counts))).toEqual([5, 5, 5, 12, 12, 6, 4, 3])
      }),
    )
  })

  it('SA-5: not applicable without a reason is counted as unanswered', () => {
    const { sections } = assessmentResults(instrument, { 'Q4.1': { ...emptyAnswer, score: 'na' } })
    expect(sections[0]?.counts).toMatchObject({ notApplicable: 0, unanswered: 5 })
  })
})

describe('readiness', () => {
  it('SA-6: zero, unanswered and not applicable all block, and are told apart', () => {
    const { 'Q6.3': _left, ...rest } = everything(2)
    const answers = { ...rest, ...scored({ 'Q4.3': 0, 'Q11.1': 'na' }) }
    expect(assessmentResults(instrument, answers).readiness).toEqual({
      isReady: false,
      blocking: [
        { question: 'Q4.3', cause: 'zero' },
        { question: 'Q6.3', cause: 'unanswered' },
        { question: 'Q11.1', cause: 'not-applicable' },
      ],
    })
  })

  it('SA-6: a one is enough for a key question, and a zero elsewhere does not block', () => {
    const answers = { ...everything(1), ...scored({ 'Q4.1': 0, 'Q10.3': 'na' }) }
    expect(assessmentResults(instrument, answers).readiness).toEqual({ isReady: true, blocking: [] })
  })

  it('SA-6: an untouched assessment is blocked by all eleven key questions', () => {
    expect(assessmentResults(instrument, {}).readiness.blocking).toHaveLength(11)
  })
})
