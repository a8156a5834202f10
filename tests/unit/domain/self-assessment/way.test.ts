import { describe, expect, it } from 'vitest'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { Answer } from '#domain/self-assessment/answer.ts'
import { disputedQuestions, nextOf, obstaclesOf } from '#domain/self-assessment/way.ts'

const bank = (await loadInstrument(COMMUNE_SELF_ASSESSMENT))!
const two: Answer = { score: 2, reason: '', note: '' }
const all = Object.fromEntries(bank.questions.map(({ id }) => [id, two]))

describe('the way through a round', () => {
  it('SA-21: names per question the gravest thing in the way, in the order of the instrument', () => {
    const { 'Q4.1': _, ...others } = all
    const answers = {
      ...others,
      'Q4.2': { ...two, score: 'na' as const },
      'Q4.3': { ...two, score: 0 as const },
      'Q5.1': { score: null, reason: '', note: '', hasConflict: true },
      'Q4.4': { ...two, score: 0 as const },
    }
    expect(Array.from(obstaclesOf(bank, answers))).toEqual([
      ['Q4.1', 'unanswered'],
      ['Q4.2', 'reason'],
      ['Q4.3', 'key'],
      ['Q5.1', 'conflict'],
    ])
    expect(obstaclesOf(bank, all).size).toBe(0)
    expect(obstaclesOf(bank, {}).size).toBe(52)
  })

  it('SA-27: disputed are the questions that are asked, in the order of the instrument', () => {
    const disputed = { ...two, hasConflict: true }
    expect(disputedQuestions(bank, { ...all, Q99: disputed, 'Q9.1': disputed, 'Q4.2': disputed })).toEqual([
      'Q4.2',
      'Q9.1',
    ])
    expect(disputedQuestions(bank, all)).toEqual([])
  })

  it('SA-22: goes to the next one wanted, round the end, and nowhere where there is no other', () => {
    const wanted = new Set(['Q4.2', 'Q9.1'])
    expect(nextOf(bank, wanted, 'Q4.1')).toBe('Q4.2')
    expect(nextOf(bank, wanted, 'Q4.2')).toBe('Q9.1')
    expect(nextOf(bank, wanted, 'Q9.1')).toBe('Q4.2')
    expect(nextOf(bank, wanted, '')).toBe('Q4.2')
    expect(nextOf(bank, new Set(['Q4.2']), 'Q4.2')).toBeUndefined()
    expect(nextOf(bank, new Set(), 'Q4.2')).toBeUndefined()
  })
})
