import { describe, expect, it } from 'vitest'
import { isDecision, mayFollow, needsReason } from '#domain/self-assessment/judged-verification.ts'
import { sealedSubmissionProblem } from '#domain/self-assessment/sealed-submission.ts'

const content = {
  answers: [
    { questionId: 'Q1', score: 2, reason: '', note: '' },
    { questionId: 'Q2', score: 'na', reason: 'không có', note: '' },
  ],
}

describe('what arrives after an assessment', () => {
  it('SA-7: a submission lists no question without an answer; a level of a later version is one', () => {
    const withAnswer = (answer: object) => sealedSubmissionProblem({ answers: [...content.answers, answer] })
    expect(sealedSubmissionProblem(content)).toBeNull()
    expect(withAnswer({ questionId: 'Q3', score: 4 })).toBeNull()
    expect(withAnswer({ questionId: 'Q3' })).toEqual({ code: 'assessment.incomplete', params: { missing: 1 } })
    expect(withAnswer({ questionId: 'Q3', score: 'na', reason: ' ' })?.code).toBe('assessment.incomplete')
  })

  it('SA-10: another level than the commune’s own needs a reason, where its answers are known', () => {
    expect([needsReason(2, 'Q1', content), needsReason('na', 'Q2', content)]).toEqual([false, false])
    expect([needsReason(1, 'Q1', content), needsReason('na', 'Q1', content), needsReason(0, 'Q9', content)]).toEqual([
      true,
      true,
      true,
    ])
    expect([needsReason(1, 'Q1', null), needsReason(1, 'Q1', { of: 'later' })]).toEqual([false, false])
    expect([needsReason(null, 'Q1', content), needsReason('of-later', 'Q1', content)]).toEqual([false, false])
    expect([needsReason('agreed', 'q', null), needsReason('other', 'q', null)]).toEqual([false, true])
  })

  it('SA-11: only sending back follows closing, and nothing follows sending back', () => {
    const both = ['closed', 'reopened'] as const
    const follows = both.flatMap((known) =>
      [...both, null].filter((next) => mayFollow(known, next)).map((n) => [known, n]),
    )
    expect(follows).toEqual([['closed', 'reopened']])
    expect([isDecision('closed'), isDecision('reopened'), isDecision(null), isDecision('of-later')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
