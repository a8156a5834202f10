import { describe, expect, it } from 'vitest'
import { checkAmendment, isAmendable } from '#domain/change/amendment.ts'
import type { Registers } from '#domain/change/entity-state.ts'
import { isKind, isSealedKind, kindRegistry } from '#domain/change/kind-registry.ts'

const typed = (type: string): Registers => ({ type: { h: [{ d: 'a1', n: 1, h: 1, v: type, u: 'acc-1' }] } })

describe('an amendment', () => {
  it('CHG-22: needs what is corrected and why, and keeps both without the blanks around them', () => {
    expect(checkAmendment({ text: ' 12 hồ sơ \n', reason: ' cộng nhầm ' })).toEqual({
      ok: true,
      value: { text: '12 hồ sơ', reason: 'cộng nhầm' },
    })
    expect(checkAmendment({ text: '  ', reason: 'x' })).toEqual({
      ok: false,
      error: { code: 'amendment.text-missing' },
    })
    expect(checkAmendment({ text: 'x', reason: '\n' })).toEqual({
      ok: false,
      error: { code: 'amendment.reason-missing' },
    })
  })

  it('CHG-22: stands beside a submission, a report or the commune’s own stage event, never beside a step that a further one follows', () => {
    const kinds = [...Object.keys(kindRegistry).filter(isKind), 'of-a-newer-version', 'constructor']
    const amendable = kinds.filter((kind) => isAmendable(kind, typed('declared-done')))
    expect(amendable).toEqual([
      'submission',
      'audit-report',
      'stage-event',
      'filling-submission',
      'corrective-action',
      'review-minutes',
      'declaration',
      'remedy-report',
    ])
    expect(['started', 'confirmed', 'returned'].filter((type) => isAmendable('stage-event', typed(type)))).toEqual([
      'started',
    ])
  })

  it('CHG-21: is sealed itself', () => {
    expect(isSealedKind('amendment')).toBe(true)
    expect(['answer', 'visit', 'of-a-newer-version', 'constructor'].some(isSealedKind)).toBe(false)
  })
})
