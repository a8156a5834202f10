import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import type { Answers, Score } from '#domain/self-assessment/answer.ts'
import { meansOf } from '#domain/self-assessment/comparison.ts'
import { checkRevisable, compareRevisions, nextRevision, revisionOf } from '#domain/self-assessment/revision.ts'
import { createSubmission, type SubmissionParts, submissionBytes } from '#domain/self-assessment/submission.ts'
import {
  checkDecision,
  checkVerification,
  differs,
  gapOf,
  isOpenToVerify,
  type Standing,
  submissionState,
  verificationCount,
  verifiedAnswers,
} from '#domain/self-assessment/verification.ts'
import { workedAnswers } from './worked-answers.ts'

const own = (score: Score) => ({ score })
const found = (level: Score, reason = '') => ({ level, reason })
const stands = (patch: Partial<Standing> = {}): Standing => ({
  decision: null,
  verified: 0,
  total: 52,
  disputed: 0,
  isSuperseded: false,
  ...patch,
})
const code = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? null : result.error?.code

describe('verification', () => {
  it('SA-10: the commune’s own level agrees without words, another one needs a reason', () => {
    expect(code(checkVerification(own(2), found(2)))).toBeNull()
    expect(code(checkVerification(own(2), found(1, '  ')))).toBe('verification.reason-missing')
    expect(code(checkVerification(own(2), found(1, 'Không thấy hồ sơ')))).toBeNull()
    expect(code(checkVerification(own(2), found(null)))).toBeNull()
    expect([differs(own('na'), found('na')), differs(own('na'), found(0)), differs(own(2), undefined)]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('SA-11: submitted, verifying, closed or sent back, in this order', () => {
    expect(submissionState(stands())).toBe('submitted')
    expect(submissionState(stands({ verified: 1 }))).toBe('verifying')
    expect(submissionState(stands({ verified: 52, decision: 'closed' }))).toBe('closed')
    expect(submissionState(stands({ decision: 'reopened' }))).toBe('reopened')
    const open = (['submitted', 'verifying', 'closed', 'reopened', 'superseded'] as const).filter(isOpenToVerify)
    expect(open).toEqual(['submitted', 'verifying'])
  })

  it('SA-11: closing needs every question, sending back needs a reason and may follow closing', () => {
    expect(checkDecision(stands({ verified: 50 }), 'closed', '')).toEqual({
      ok: false,
      error: { code: 'verification.incomplete', params: { missing: 2 } },
    })
    expect(code(checkDecision(stands({ verified: 52 }), 'closed', ''))).toBeNull()
    expect(code(checkDecision(stands(), 'reopened', ' '))).toBe('verification.reason-missing')
    expect(code(checkDecision(stands(), 'reopened', 'Sai kỳ'))).toBeNull()
    const closed = stands({ verified: 52, decision: 'closed' })
    expect(code(checkDecision(closed, 'reopened', 'Sai kỳ'))).toBeNull()
    expect(code(checkDecision(closed, 'closed', ''))).toBe('verification.not-open')
    expect(code(checkDecision(stands({ decision: 'reopened' }), 'reopened', 'x'))).toBe('verification.not-open')
  })

  it('SA-28: nothing is found about a question that was not handed in', () => {
    expect(code(checkVerification(undefined, found(2)))).toBe('verification.no-question')
    expect(code(checkVerification(undefined, found(null)))).toBe('verification.no-question')
  })

  it('SA-29: closing waits until one of two findings is chosen, sending back does not', () => {
    const differing = stands({ verified: 52, disputed: 1 })
    expect(checkDecision(differing, 'closed', '')).toEqual({
      ok: false,
      error: { code: 'verification.disputed', params: { count: 1 } },
    })
    expect(code(checkDecision(differing, 'reopened', 'Sai kỳ'))).toBeNull()
  })

  it('SA-12: what a later revision took the place of takes no decision any more', () => {
    const old = stands({ verified: 52, isSuperseded: true })
    expect(submissionState(old)).toBe('superseded')
    expect(code(checkDecision(old, 'closed', ''))).toBe('verification.not-open')
    expect(code(checkDecision(old, 'reopened', 'x'))).toBe('verification.not-open')
  })

  it('SA-14: verified scores take the level that was found, and leave the rest', () => {
    const verifications = { 'Q5.1': found(0, 'không có biên bản'), 'Q4.1': found(0), 'Q4.4': found(1, 'có việc này') }
    const verified = verifiedAnswers(workedAnswers, verifications)
    // Chapter 5: 15 − 3 = 12 of five; chapter 4: 6 + 1 = 7 of five, as Q4.4 now counts.
    expect(meansOf(instrument, verified)).toMatchObject({ '5': 12 / 5, '4': 7 / 5, '6': 2 })
    const count = verificationCount(instrument, workedAnswers, verifications)
    expect(count).toMatchObject({ verified: 3, total: 52, differing: ['Q4.4', 'Q5.1'] })
    expect(count.waiting).toHaveLength(49)
  })

  it('SA-15: a gap is 0 or 1, or a level found lower; a higher one found closes it', () => {
    expect([0, 1, 2, 3, 'na', null].map((score) => gapOf(own(score as Score)))).toEqual([
      'own',
      'own',
      null,
      null,
      null,
      null,
    ])
    expect(gapOf(own(3), found(2, 'r'))).toBe('verified')
    expect(gapOf(own('na'), found(2, 'r'))).toBe('verified')
    expect(gapOf(own(1), found(2, 'r'))).toBeNull()
    expect(gapOf(own(0), found(1, 'r'))).toBe('own')
  })
})

describe('a correction', () => {
  const answers: Answers = Object.fromEntries(
    instrument.questions.map(({ id }) => [id, { score: 2 as const, reason: '', note: '' }]),
  )
  const parts = (patch: Partial<SubmissionParts> = {}): SubmissionParts => ({
    assessmentId: 'asm.ls25-06001.2026-1',
    unit: 'ls25-06001',
    round: '2026-1',
    answers,
    evidence: [],
    submittedAt: '2026-11-21T03:00:00.000Z',
    submittedBy: 'acc-1',
    ...patch,
  })
  const seal = (patch: Partial<SubmissionParts> = {}) => {
    const content = createSubmission(instrument, parts(patch))
    if (!content.ok) throw new Error(content.error.code)
    return { content: content.value, hash: createHash('sha256').update(submissionBytes(content.value)).digest('hex') }
  }

  it('SA-13: the first submission says nothing of revisions and keeps the bytes it always had', () => {
    const { content, hash } = seal(nextRevision([]))
    expect(Object.keys(content)).not.toContain('revision')
    expect(Object.keys(content)).not.toContain('pace')
    // Worked out apart, in another language, from the content as version 0.3.0 sealed it.
    expect(hash).toBe('a752828497a4aa5714d128ac4169e84481761099eed6cf173730b4b14d56bab5')
  })

  it('SA-13: a further one has the next number and names the latest before it', () => {
    const first = { id: 's1', content: seal().content }
    const second = {
      id: 's2',
      content: seal({ ...nextRevision([first]), submittedAt: '2026-11-22T03:00:00.000Z' }).content,
    }
    expect([revisionOf(first.content), revisionOf(second.content), second.content.corrects]).toEqual([1, 2, 's1'])
    expect(nextRevision([second, first])).toEqual({ revision: 3, corrects: 's2' })
    expect([first, second].sort((a, b) => compareRevisions(a.content, b.content))[0]?.id).toBe('s2')
  })

  it('SA-13: only what was sent back takes answers again', () => {
    const states = ['submitted', 'verifying', 'closed', 'reopened', 'superseded'] as const
    expect(states.filter((state) => checkRevisable(state).ok)).toEqual(['reopened'])
  })
})
