import { describe, expect, it } from 'vitest'
import { reviewInputs } from '#domain/management-review/review-input.ts'
import { sealedMinutesProblem } from '#domain/management-review/sealed-minutes.ts'

const minutes = (patch: object = {}) => ({
  review: 'rev-1',
  unit: 'ls25-06001',
  number: 1,
  on: '2026-11-20',
  noticedOn: '2026-11-13',
  place: 'Phòng họp',
  chair: 'Chủ tịch',
  secretary: 'Thư ký ISO',
  conclusion: '',
  hasNoDecision: true,
  attendance: [
    { name: 'Người A', post: 'Chủ tịch', side: 'chair', isPresent: true },
    { name: 'Người B', post: 'Thư ký', side: 'of-later', isPresent: true },
  ],
  inputs: reviewInputs.map(({ id }) => ({ input: id, text: 'Không thay đổi', gatheredAt: null })),
  decisions: [],
  ...patch,
})
const codeOf = (patch: object) => sealedMinutesProblem(minutes(patch))?.code

describe('sealed minutes of a review that arrive', () => {
  it('MR-4: are complete as a device seals them, with inputs and fields of later, on any day', () => {
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ on: '2031-01-01', noticedOn: null, ofLater: 1 })).toBeUndefined()
    expect(codeOf({ inputs: [...minutes().inputs, { input: 'of-later', text: '' }] })).toBeUndefined()
  })

  it('MR-4 to MR-6: lack what a device would have refused', () => {
    expect(codeOf({ inputs: minutes().inputs.slice(1) })).toBe('management-review.input-missing')
    expect(codeOf({ attendance: [] })).toBe('management-review.attendance-missing')
    expect(codeOf({ hasNoDecision: false })).toBe('management-review.decision-missing')
    expect(codeOf({ noticedOn: '2026-11-21' })).toBe('management-review.notice-after')
    expect(codeOf({ chair: 7 })).toBe('management-review.chair-missing')
  })
})
