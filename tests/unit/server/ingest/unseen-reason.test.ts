import { describe, expect, it } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { refusalOfStep } from '#server/ingest/said-steps.ts'

const event = (reason: string): Op => ({
  d: 'r1',
  n: 1,
  h: 1,
  s: 'ls25-06001/pub',
  k: 'declaration-event',
  e: '0199f3a0-0000-7000-8000-00000000000b',
  u: 'acc-chair',
  sv: 1,
  f: { reason: [reason] },
})

describe('a step that arrives', () => {
  it('KERNEL-7: with a reason nobody can see is without its reason', () => {
    for (const reason of ['', ' ', '\u200B', '\u2060', '\u200E', '\u3164', '\u00A0\u00A0'])
      expect(refusalOfStep(event(reason))).toBe('judged.incomplete')
    expect(refusalOfStep(event('Sáp nhập'))).toBeNull()
  })
})
