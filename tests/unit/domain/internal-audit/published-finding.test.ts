import { describe, expect, it } from 'vitest'
import { applyOp, type Registers } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { standsIn } from '#domain/change/standing-value.ts'
import { overwritesPublished, replacesUnknown } from '#domain/internal-audit/published-finding.ts'

const opOf = (n: number, f: Op['f'], change: Partial<Op> = {}): Op => ({
  d: 'd1',
  n,
  h: hlcAt(1000, n),
  s: 'c1/pub',
  k: 'finding',
  e: 'fin',
  u: 'acc',
  sv: 1,
  f,
  ...change,
})

const first = opOf(1, { grade: ['major'], facts: ['thiếu'], item: [null], dueOn: [{ text: '5/12', date: null }] })
const stored: Registers = applyOp({}, first)
const says = (f: Op['f'], change: Partial<Op> = {}): boolean => overwritesPublished(opOf(2, f, change), stored)

describe('a finding that was published', () => {
  it('AUD-26: is changed by another grade, other facts, another day and by being taken away', () => {
    expect(says({ grade: ['minor'] })).toBe(true)
    expect(says({ facts: [''] })).toBe(true)
    expect(says({ item: ['I1'] })).toBe(true)
    expect(says({ dueOn: [{ text: '5/12', date: '2026-12-05' }] })).toBe(true)
    expect(says({ grade: ['major'], facts: ['khác'] })).toBe(true)
    expect(says({ _del: [{ x: [['d1', 1]] }] })).toBe(true)
    expect(says({ grade: ['minor', { d9: 4 }] }, { d: 'd2', n: 1, sv: 7 })).toBe(true)
  })

  it('AUD-26: is not changed by the same said again, by what was never said, nor by a field of a later version', () => {
    expect(says(first.f)).toBe(false)
    expect(says({ dueOn: [{ date: null, text: '5/12' }] })).toBe(false)
    expect(says({ clause: ['9.2'] })).toBe(false)
    expect(says({ ofLater: [1] })).toBe(false)
    expect(overwritesPublished(first, undefined)).toBe(false)
  })

  it('AUD-26: drafts of the auditors and other kinds are no publication', () => {
    expect(says({ grade: ['minor'] }, { s: 'c1/audit' })).toBe(false)
    expect(says({ grade: ['minor'] }, { k: 'shortcoming' })).toBe(false)
  })

  it('AUD-26: between two publications made apart a choice is taken, and nothing third', () => {
    const both = applyOp(stored, opOf(1, { grade: ['minor'] }, { d: 'd2' }))
    const over = (value: string): boolean => overwritesPublished(opOf(3, { grade: [value, { d2: 1 }] }), both)
    expect([over('minor'), over('major'), over('observation')]).toEqual([false, false, true])
  })

  it('AUD-26: what claims to replace one that is not here is told from a first publication', () => {
    expect(replacesUnknown(first, undefined)).toBe(false)
    expect(replacesUnknown(opOf(2, { grade: ['minor', { d2: 1 }] }), undefined)).toBe(true)
    expect(replacesUnknown(opOf(2, { _del: [{ x: [] }] }), undefined)).toBe(true)
    expect(replacesUnknown(opOf(2, { grade: ['minor', { d2: 1 }] }), stored)).toBe(false)
    expect(replacesUnknown(opOf(2, { grade: ['minor', { d2: 1 }] }, { k: 'visit' }), undefined)).toBe(false)
  })

  it('AUD-26: a field stands by any of the writings that nobody replaced', () => {
    expect(standsIn({ h: [] }, 1)).toBe(false)
    expect(standsIn(applyOp({}, opOf(1, { v: [{ a: 1, b: [2] }] }))['v'] ?? { h: [] }, { b: [2], a: 1 })).toBe(true)
  })
})
