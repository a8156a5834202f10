import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import type { Answer, Answers } from '#domain/self-assessment/answer.ts'
import {
  checkSubmittable,
  createSubmission,
  type EvidenceRef,
  type SubmissionParts,
  submissionBytes,
} from '#domain/self-assessment/submission.ts'

const complete: Answers = Object.fromEntries(
  instrument.questions.map(({ id }): [string, Answer] => [id, { score: 2, reason: '', note: `ghi chú ${id}` }]),
)
const photo = (questionId: string, digit: string): EvidenceRef => ({
  questionId,
  sha256: digit.repeat(64),
  mime: 'image/jpeg',
  size: 180_000,
  caption: 'Bảng niêm yết',
})
const parts = (patch: Partial<SubmissionParts> = {}): SubmissionParts => ({
  assessmentId: 'asm.ls25-06001.2026-1',
  unit: 'ls25-06001',
  round: '2026-1',
  answers: complete,
  evidence: [photo('Q4.3', 'a'), photo('Q5.2', 'b')],
  submittedAt: '2026-11-21T03:00:00.000Z',
  submittedBy: 'acc-1',
  ...patch,
})
const sealOf = (given: SubmissionParts): string => {
  const content = createSubmission(instrument, given)
  if (!content.ok) throw new Error(content.error.code)
  return createHash('sha256').update(submissionBytes(content.value)).digest('hex')
}

describe('submitting a self-assessment', () => {
  it('SA-7: an incomplete one is refused and the number of missing questions named', () => {
    const { 'Q4.1': _first, 'Q11.3': _last, ...rest } = complete
    const problem = { ok: false, error: { code: 'assessment.incomplete', params: { missing: 2 } } }
    expect(checkSubmittable(instrument, rest)).toEqual(problem)
    expect(createSubmission(instrument, parts({ answers: rest }))).toEqual(problem)
  })

  it('SA-7: not applicable without a reason keeps it from being submitted', () => {
    const answers = { ...complete, 'Q8.6': { score: 'na', reason: ' ', note: '' } as const }
    expect(checkSubmittable(instrument, answers)).toMatchObject({ error: { params: { missing: 1 } } })
    expect(checkSubmittable(instrument, complete).ok).toBe(true)
  })

  it('SA-8: answers stand in the order of the instrument with all they say', () => {
    const content = createSubmission(instrument, parts())
    if (!content.ok) throw new Error(content.error.code)
    expect(content.value.answers.map(({ questionId }) => questionId)).toEqual(instrument.questions.map(({ id }) => id))
    expect(content.value.answers[0]).toEqual({ questionId: 'Q4.1', score: 2, reason: '', note: 'ghi chú Q4.1' })
    expect(content.value).toMatchObject({ instrument: 'commune-self-assessment@1', edition: '2015' })
  })

  it('SA-8: the order of entry changes nothing in the seal', () => {
    const reversed = Object.fromEntries(Object.entries(complete).reverse())
    const evidence = [photo('Q5.2', 'b'), photo('Q4.3', 'a')]
    expect(sealOf(parts({ answers: reversed, evidence }))).toBe(sealOf(parts()))
  })

  it('SA-8: what a repository carries along is not sealed', () => {
    const first = { ...photo('Q4.3', 'a'), location: 'device' }
    const decorated = { ...complete, 'Q4.1': { ...complete['Q4.1'], location: 'sent' } as Answer }
    expect(sealOf(parts({ answers: decorated, evidence: [photo('Q5.2', 'b'), first] }))).toBe(sealOf(parts()))
  })

  it('SA-8: every word and every photo is under the seal', () => {
    const other = { ...complete, 'Q4.1': { score: 2, reason: '', note: 'khác' } as const }
    const seals = [
      sealOf(parts()),
      sealOf(parts({ answers: other })),
      sealOf(parts({ evidence: [photo('Q4.3', 'a')] })),
      sealOf(parts({ evidence: [photo('Q4.3', 'c'), photo('Q5.2', 'b')] })),
      sealOf(parts({ submittedBy: 'acc-2' })),
    ]
    expect(new Set(seals).size).toBe(seals.length)
  })

  it('KERNEL-5: a keyboard that writes NFD gives the same seal', () => {
    const note = 'ghi chú Q4.1'.normalize('NFD')
    const answers = { ...complete, 'Q4.1': { score: 2, reason: '', note } as const }
    expect(note).not.toBe('ghi chú Q4.1')
    expect(sealOf(parts({ answers }))).toBe(sealOf(parts()))
  })
})
