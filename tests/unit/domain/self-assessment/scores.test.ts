import { describe, expect, it } from 'vitest'
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import type { Answers } from '#domain/self-assessment/answer.ts'
import { clauseScores } from '#domain/self-assessment/clause-scores.ts'
import { changesSince, distributionOf, meansOf, quartilesOf } from '#domain/self-assessment/comparison.ts'
import { assessmentCompleteness } from '#domain/self-assessment/completeness.ts'
import { editionGap, standingCounts } from '#domain/self-assessment/edition-gap.ts'
import { maturity, maturityOf } from '#domain/self-assessment/maturity.ts'
import { workedAnswers as answers } from './worked-answers.ts'

const clause = (number: string) => clauseScores(instrument, answers).find((score) => score.clause === number)
const standing = (edition: Parameters<typeof editionGap>[0], number: string) =>
  editionGap(edition, instrument, answers).find((gap) => gap.clause.number === number)?.standing

describe('scores', () => {
  it('SA-4: means, overall and by chapter, are those worked out by hand', () => {
    expect(meansOf(instrument, answers)).toEqual({
      overall: 2,
      '4': 1.5,
      '5': 3,
      '6': 2,
      '7': 21 / 11,
      '8': 2,
      '9': 2,
      '10': 1.5,
      '11': 2,
    })
    expect(assessmentCompleteness(instrument, answers)).toMatchObject({ answered: 51, total: 52 })
  })

  it('SA-16: clauses have their own means, in the order of the standard, and what lies outside it has none', () => {
    expect(clause('4.3')?.mean).toBe(3)
    expect(clause('7.5')?.mean).toBeCloseTo(5 / 3, 12)
    expect(clause('7.5')).toMatchObject({ counts: { unanswered: 1, one: 1, two: 2 }, questions: expect.any(Array) })
    expect([clause('10.2')?.mean, clause('10.3')?.mean]).toEqual([1, 3])
    const order = clauseScores(instrument, answers).map(({ clause: number }) => number)
    expect([order[0], order.at(-1)]).toEqual(['4.1', '10.3'])
    expect(clauseScores(instrument, answers).flatMap(({ questions }) => questions)).toHaveLength(49)
  })

  it('SA-17: maturity follows the steps, needs proof of improvement for 5, and the weakest chapter holds it back', () => {
    expect(maturity(instrument, answers)).toMatchObject({ overall: 3, bySection: { '4': 3, '5': 5, '10': 3, '7': 3 } })
    const steps = [0, 0.49, 0.5, 1.49, 1.5, 2.29, 2.3, 2.79, 2.8, 3]
    expect(steps.map((mean) => maturityOf(mean, true))).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    expect([maturityOf(3, false), maturityOf(null, true)]).toEqual([4, null])
    const best: Answers = Object.fromEntries(
      instrument.questions.map(({ id, section }) => [id, { score: section === '6' ? 0 : 3, reason: '', note: '' }]),
    )
    expect(maturity(instrument, best).overall).toBe(2)
    expect(maturity(instrument, {}).overall).toBeNull()
  })

  it('SA-18: a change is the difference where both rounds have a mean', () => {
    const before = { overall: 1.5, '4': null, '5': 3.0 }
    expect(changesSince(before, { overall: 2, '4': 1.5, '5': 2.5, '6': 1 })).toEqual({
      overall: 0.5,
      '4': null,
      '5': -0.5,
      '6': null,
    })
  })

  it('SA-19: quartiles are those worked out by hand, and four communes have none', () => {
    const quartiles = quartilesOf([3, 1.4, 1, 2.6, 2, 1.2])
    expect(quartiles?.count).toBe(6)
    expect([quartiles?.lower, quartiles?.median, quartiles?.upper].map((value) => value?.toFixed(6))).toEqual([
      '1.250000',
      '1.700000',
      '2.450000',
    ])
    expect(quartilesOf([1, 1.5, 2, 2.5])).toBeNull()
    expect(quartilesOf([3, 2.5, 2, 1.5, 1])).toMatchObject({ lower: 1.5, median: 2, upper: 2.5 })
  })

  it('SA-19: a part with fewer than five means is left out, and nobody is named', () => {
    const communes = [1, 2, 3, 2, 1].map((mean, i) => ({ overall: mean, '4': i === 0 ? null : mean }))
    expect(Object.keys(distributionOf(communes))).toEqual(['overall'])
    expect(Object.keys(distributionOf(communes).overall ?? {}).sort()).toEqual(['count', 'lower', 'median', 'upper'])
  })
})

describe('the gap to an edition', () => {
  it('SA-20: the same answers stand differently in each edition', () => {
    expect(['4.1', '4.3', '7.5', '8.3', '9.2'].map((number) => standing('2015', number))).toEqual([
      'gap',
      'met',
      'gap',
      'not-asked',
      'met',
    ])
    expect(['4.2.2', '8.5.2', '8.5.3', '7.3'].map((number) => standing('2008', number))).toEqual([
      'met',
      'gap',
      'met',
      'not-asked',
    ])
    expect(standing('2026-draft', '6.1.3')).toBe('met')
    expect(standing('2026-draft', '6.1')).toBeUndefined()
  })

  it('SA-20: unanswered and not applicable are told apart, and the counts add up', () => {
    const without = (score: 'na' | null) => ({ ...answers, 'Q10.4': { score, reason: 'lý do', note: '' } }) as Answers
    const of = (given: Answers) =>
      editionGap('2015', instrument, given).find((gap) => gap.clause.number === '10.3')?.standing
    expect([of(without('na')), of(without(null))]).toEqual(['not-applicable', 'unanswered'])
    const gaps = editionGap('2015', instrument, answers)
    expect(Object.values(standingCounts(gaps)).reduce((sum, count) => sum + count, 0)).toBe(gaps.length)
  })
})
