import { describe, expect, it } from 'vitest'
import { checkRequest, isDayOfGrade, type RequestContent, requestProblems } from '#domain/corrective-action/request.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { ISSUED_ON } from '#support/corrective-action-moves.ts'

const request: RequestContent = {
  unit: 'ls25-06001',
  source: 'internal-audit',
  of: 'fnd-1',
  grade: 'major',
  clause: '8.5.1',
  department: 'Văn phòng',
  description: 'Ba hồ sơ trễ hẹn không có phiếu xin lỗi',
  requirement: 'Quy trình một cửa',
  evidence: 'MH-014',
  dueOn: writtenDate('17/03/2026'),
  inspection: null,
}
const codes = (more: Partial<RequestContent>): readonly string[] =>
  requestProblems({ ...request, ...more }, ISSUED_ON).map(({ code }) => code)

describe('a request', () => {
  it('CA-15: says what was found, which requirement it misses and until when', () => {
    expect(checkRequest(request, ISSUED_ON).ok).toBe(true)
    expect(codes({ description: ' ', requirement: '' })).toEqual([
      'corrective.description-missing',
      'corrective.requirement-missing',
    ])
    expect(codes({ dueOn: null })).toEqual(['corrective.due-missing'])
    expect(codes({ dueOn: null, grade: 'observation' })).toEqual([])
    expect(codes({ dueOn: writtenDate('31/02/2026') })).toEqual(['date.nonexistent'])
    expect(codes({ dueOn: writtenDate('01/03/2026') })).toEqual(['corrective.due-before-issue'])
    expect(codes({ dueOn: writtenDate('02/03/2026') })).toEqual([])
  })

  it('CA-15: tells the day that follows from the grade from one that somebody set', () => {
    expect(isDayOfGrade({ ...request, issuedOn: ISSUED_ON })).toBe(true)
    expect(isDayOfGrade({ ...request, dueOn: writtenDate('20/03/2026'), issuedOn: ISSUED_ON })).toBe(false)
  })
})

const regs = (fields: Readonly<Record<string, JsonValue>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, v]) => [name, { h: [{ d: 'a1', n: 1, h: 7, v, u: 'x' }] }]))

describe('a move out of its registers', () => {
  it('CA-11: reads what is there, and takes nothing for granted of what is not', () => {
    expect(storedMove('m', regs({ name: 'approve', of: 'car-1', on: '2026-03-05' }))).toMatchObject({
      of: 'car-1',
      at: 7,
      by: 'x',
      on: '2026-03-05',
      dueOn: null,
      whys: [],
    })
    expect(storedMove('m', regs({ name: 'dance' }))).toBeNull()
    const odd = storedMove('m', regs({ name: 'approve', whys: 3, dueOn: ['x'], words: 4, on: 'x', isEffective: 'no' }))
    expect(odd).toMatchObject({ words: '', whys: [], dueOn: null, on: '0001-01-01', isEffective: null })
    expect(writtenOf(regs({ dueOn: { text: 'x', date: '2026-02-31' } }), 'dueOn')).toEqual({ text: 'x', date: null })
  })
})
