import { describe, expect, it } from 'vitest'
import { type Answer, checkAnswer, emptyAnswer, isAnswered } from '#domain/self-assessment/answer.ts'

const answer = (patch: Partial<Answer>): Answer => ({ ...emptyAnswer, ...patch })

describe('an answer', () => {
  it.each(['', '   ', '\n\t'])('SA-1: not applicable with the reason %j is refused', (reason) => {
    const checked = checkAnswer(answer({ score: 'na', reason }))
    expect(checked).toEqual({ ok: false, error: { code: 'answer.reason-missing' } })
  })

  it('SA-1: not applicable with a reason is accepted, and a score needs none', () => {
    expect(checkAnswer(answer({ score: 'na', reason: 'Xã chưa từng được kiểm tra' })).ok).toBe(true)
    expect(checkAnswer(answer({ score: 0 })).ok).toBe(true)
    expect(checkAnswer(emptyAnswer).ok).toBe(true)
  })

  it('SA-2: a zero is an answer; nothing, and not applicable without a reason, are none', () => {
    expect(isAnswered(answer({ score: 0 }))).toBe(true)
    expect(isAnswered(answer({ score: 'na', reason: 'có lý do' }))).toBe(true)
    expect(isAnswered(answer({ score: 'na' }))).toBe(false)
    expect(isAnswered(answer({ note: 'mới ghi chú' }))).toBe(false)
    expect(isAnswered(undefined)).toBe(false)
  })
})
