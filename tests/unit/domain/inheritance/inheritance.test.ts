import { describe, expect, it } from 'vitest'
import {
  choiceProblem,
  type HeirChoice,
  type Inheritable,
  type Inheritance,
  inheritanceId,
  isInheritableKind,
  isPlain,
  proposedHeir,
  standingOf,
} from '#domain/inheritance/inheritance.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const today = '2026-11-21' as LocalDate

const decision = (unit: string, name: Inheritance['decision']): Inheritance => ({
  unit,
  of: 'car-1',
  ofKind: 'corrective-action',
  from: 'old',
  decision: name,
  on: today,
  reason: '',
  to: null,
})

const request = (more: Partial<Inheritable> = {}): Inheritable => ({
  kind: 'corrective-action',
  heirs: ['a'],
  dueOn: '2026-12-31' as LocalDate,
  needsDay: true,
  ...more,
})

const codeOf = (record: Inheritable, choice: HeirChoice) => choiceProblem(record, choice, today)?.code

describe('inheritance after a merger or a division', () => {
  it('INH-1: asks about requests, procedures and declarations', () => {
    expect(['corrective-action', 'procedure', 'declaration', 'visit'].map(isInheritableKind)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(inheritanceId('car-1')).toBe('inh.car-1')
  })

  it('INH-2: proposes the only successor and nobody among several', () => {
    expect([proposedHeir(['a']), proposedHeir(['a', 'b']), proposedHeir([])]).toEqual(['a', null, null])
  })

  it('INH-3, INH-4: stays pending until somebody decides, is taken over by one, disputed by two', () => {
    expect(standingOf(['a', 'b'], [])).toBe('pending')
    expect(standingOf(['a', 'b'], [decision('a', 'taken-over')])).toBe('taken-over')
    expect(standingOf(['a', 'b'], [decision('a', 'taken-over'), decision('b', 'ended')])).toBe('taken-over')
    expect(standingOf(['a', 'b'], [decision('a', 'taken-over'), decision('b', 'taken-over')])).toBe('disputed')
  })

  it('INH-5: has ended when all who could inherit it said so, not when one of several did', () => {
    expect(standingOf(['a', 'b'], [decision('a', 'ended')])).toBe('pending')
    expect(standingOf(['a', 'b'], [decision('b', 'ended'), decision('a', 'ended')])).toBe('ended')
    expect(standingOf([], [])).toBe('pending')
  })

  it('INH-6: ending says why, taking over names an heir that stands there', () => {
    expect(codeOf(request(), { decision: 'ended', heirs: ['a'], reason: ' quá cũ ' })).toBe(
      'inheritance.reason-missing',
    )
    const ended = { decision: 'ended', reason: 'Đã làm xong trước khi sáp nhập' } as const
    expect(codeOf(request(), { ...ended, heirs: ['a'] })).toBeUndefined()
    expect(codeOf(request(), { ...ended, heirs: [] })).toBe('inheritance.heir-missing')
    expect(codeOf(request(), { ...ended, heirs: ['a', 'c'] })).toBe('inheritance.heir-missing')
    expect(codeOf(request(), { decision: 'taken-over', heir: null })).toBe('inheritance.heir-missing')
    expect(codeOf(request(), { decision: 'taken-over', heir: 'c' })).toBe('inheritance.heir-missing')
    expect(codeOf(request(), { decision: 'taken-over', heir: 'a' })).toBeUndefined()
  })

  it('INH-7: a request whose day has passed goes on with a day that exists and is not past', () => {
    const late = request({ dueOn: '2025-06-30' as LocalDate })
    const take = (text: string): HeirChoice => ({ decision: 'taken-over', heir: 'a', dueOn: writtenDate(text) })
    expect(codeOf(late, { decision: 'taken-over', heir: 'a' })).toBe('inheritance.day-missing')
    expect(codeOf(late, take('20/11/2026'))).toBe('inheritance.day-past')
    expect(codeOf(late, take('31/11/2026'))).toBe('date.nonexistent')
    expect(codeOf(late, take('21/11/2026'))).toBeUndefined()
  })

  it('INH-12: only what asks for nothing more is plain', () => {
    expect(isPlain(request(), today)).toBe(true)
    expect(isPlain(request({ heirs: ['a', 'b'] }), today)).toBe(false)
    expect(isPlain(request({ dueOn: '2025-06-30' as LocalDate }), today)).toBe(false)
    expect(isPlain(request({ dueOn: null, needsDay: false }), today)).toBe(true)
    expect(isPlain(request({ dueOn: null }), today)).toBe(false)
    expect(isPlain(request({ kind: 'procedure', dueOn: null, needsDay: false }), today)).toBe(true)
  })
})
