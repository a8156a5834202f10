/** The imagined commune of `worked-figures.md`. */
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import { type Answers, emptyAnswer, type Score } from '#domain/self-assessment/answer.ts'

const exceptions: Readonly<Record<string, Score>> = {
  'Q4.1': 0,
  'Q4.2': 1,
  'Q4.3': 3,
  'Q4.4': 'na',
  'Q7.9': 1,
  'Q7.10': null,
  'Q10.1': 1,
  'Q10.2': 1,
  'Q10.3': 1,
  'Q10.4': 3,
  'Q11.1': 3,
  'Q11.3': 1,
}

export const workedAnswers: Answers = Object.fromEntries(
  instrument.questions.map(({ id, section }) => {
    const score = id in exceptions ? (exceptions[id] ?? null) : section === '5' ? 3 : 2
    return [id, { ...emptyAnswer, score, reason: score === 'na' ? 'Xã không có việc này' : '' }]
  }),
)
