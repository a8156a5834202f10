// What a move lacks in itself, each with a sentence of its own; nothing is guessed for the person.
import { describe, expect, it } from 'vitest'
import { type Move, type MoveName, moveProblems, ways } from '#domain/corrective-action/move.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { aMove } from '#support/corrective-action-moves.ts'

const codes = (name: MoveName, more: Partial<Move> = {}, former: LocalDate | null = null): readonly string[] =>
  moveProblems(aMove(name, 3, more), former).map(({ code }) => code)

describe('a move', () => {
  it('CA-4: an analysis names a cause and an action on it', () => {
    expect(codes('submit-analysis')).toEqual([])
    expect(codes('submit-analysis', { whys: ['', ' '] })).toEqual(['corrective.cause-missing'])
    expect(codes('submit-analysis', { action: ' ' })).toEqual(['corrective.action-missing'])
  })

  it('CA-5: a promised day exists, is not before the day of the move, and an extension moves it later', () => {
    const dueOn = (text: string) => ({ dueOn: writtenDate(text) })
    expect(codes('submit-analysis', { dueOn: null })).toEqual(['corrective.due-missing'])
    expect(codes('submit-analysis', dueOn('31/11/2026'))).toEqual(['date.nonexistent'])
    expect(codes('submit-analysis', dueOn('04/03/2026'))).toEqual(['corrective.due-before-issue'])
    expect(codes('submit-analysis', dueOn('05/03/2026'))).toEqual([])
    const former = '2026-04-30' as LocalDate
    expect(codes('extend', dueOn('30/04/2026'), former)).toEqual(['corrective.due-not-later'])
    expect(codes('extend', dueOn('01/05/2026'), former)).toEqual([])
    expect(codes('reject', dueOn('10/04/2026'), former)).toEqual([])
  })

  it('CA-6: says why or what in words, where somebody else has to understand it', () => {
    const silent = (Object.keys(ways) as MoveName[]).filter((name) => codes(name, { words: ' ' }).length > 0)
    expect(silent).toEqual([
      'return-analysis',
      'extend',
      'report-done',
      'reject',
      'carry-over',
      'check-effect',
      'end-double',
    ])
  })

  it('CA-7: names the request that goes on, and how the effect was found', () => {
    expect(codes('carry-over', { next: null })).toEqual(['corrective.next-missing'])
    expect(codes('end-double', { next: null })).toEqual(['corrective.double-missing'])
    expect(codes('check-effect', { isEffective: false })).toEqual(['corrective.next-missing'])
    expect(codes('check-effect', { isEffective: false, next: 'car-2' })).toEqual([])
    expect(codes('check-effect', { isEffective: null })).toEqual(['corrective.effect-missing'])
  })
})
