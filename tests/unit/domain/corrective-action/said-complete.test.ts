import { describe, expect, it } from 'vitest'
import { registersOfOp } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { FieldWrite, JsonValue } from '#domain/change/op.ts'
import { moveLacks, requestLacks } from '#domain/corrective-action/said-complete.ts'

const regsOf = (fields: Readonly<Record<string, JsonValue>>) => {
  const f = Object.fromEntries(Object.entries(fields).map(([name, value]): [string, FieldWrite] => [name, [value]]))
  return registersOfOp({ d: 'd', n: 1, h: hlcAt(1), s: 'c1/pub', k: 'x', e: 'e', u: 'a', sv: 1, f })
}

const request = {
  issuedOn: '2026-11-21',
  grade: 'minor',
  description: 'Trả sau hẹn',
  requirement: 'Quy trình',
  dueOn: { text: '21/12/2026', date: '2026-12-21' },
}
const lacks = (patch: Readonly<Record<string, JsonValue>>) => requestLacks(regsOf({ ...request, ...patch }))?.code

describe('a request that arrives', () => {
  it('CA-15: says what, against what, and by when where its grade asks for it', () => {
    expect(lacks({})).toBeUndefined()
    expect(lacks({ grade: 'of-later', source: 'of-later', dueOn: null })).toBeUndefined()
    expect(lacks({ description: ' ' })).toBe('corrective.description-missing')
    expect(lacks({ requirement: 3 })).toBe('corrective.requirement-missing')
    expect(lacks({ dueOn: null })).toBe('corrective.due-missing')
    expect(lacks({ dueOn: { text: '20/11/2026', date: '2026-11-20' } })).toBe('corrective.due-before-issue')
  })
})

describe('a move that arrives', () => {
  const dueOn = { text: '01/11/2026', date: '2026-11-01' }
  const moved = (name: string, fields: Readonly<Record<string, JsonValue>> = {}) =>
    moveLacks(regsOf({ of: 'car', on: '2026-11-21', name, ...fields }))?.code

  it('CA-4 to CA-7, CA-13: says its cause, its words, its day, its effect or its number', () => {
    expect(moved('submit-analysis', { action: 'x', dueOn })).toBe('corrective.cause-missing')
    expect(moved('submit-analysis', { whys: ['vì'], dueOn })).toBe('corrective.action-missing')
    expect(moved('submit-analysis', { whys: ['vì'], action: 'x' })).toBe('corrective.due-missing')
    expect(moved('report-done')).toBe('corrective.words-missing')
    expect(moved('check-effect', { words: 'x' })).toBe('corrective.effect-missing')
    expect(moved('carry-over', { words: 'x' })).toBe('corrective.next-missing')
    expect(moved('register')).toBe('corrective.number-missing')
    expect([moved('start-analysis'), moved('approve'), moved('of-later')]).toEqual([undefined, undefined, undefined])
  })

  it('CA-14: one that is made again later keeps the day it promised', () => {
    expect(moved('submit-analysis', { whys: ['vì'], action: 'x', dueOn })).toBeUndefined()
  })
})
