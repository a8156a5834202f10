// One filling while it is open, without a screen: entries inside entries, and what is counted as wrong.
import { describe, expect, it } from 'vitest'
import type { FillingAnswerView, FillingPatch } from '#data/contract/form-filling-contract.ts'
import { fillingId } from '#domain/questionnaire/filling/filling-names.ts'
import { FillingBoard } from '#features/forms/filling-board.ts'
import { aForm, endOf, NOON, q } from '#support/questionnaire/form-builder.ts'

const compiled = aForm([
  q('begin repeat', 'thôn'),
  q('text', 'tên'),
  q('begin repeat', 'hộ'),
  q('text', 'chủ'),
  q('date', 'ngày'),
  endOf('repeat'),
  endOf('repeat'),
])

const answer = (path: string, value: string): FillingAnswerView => ({
  path,
  value,
  reason: '',
  note: '',
  hasConflict: false,
})

function aBoard(answers: readonly FillingAnswerView[], form = compiled) {
  const written: FillingPatch[] = []
  const id = fillingId('ls25-06001', 'phieu@1', '2026-1')
  const rest = { unitId: 'ls25-06001', form: 'phieu@1', round: '2026-1', visit: null, startedOn: '2026-11-01' }
  const state = {
    submittedAt: null,
    isDraftHere: true,
    review: null,
    location: 'on-device',
    answered: 0,
    total: 0,
  } as const
  const board = new FillingBoard({
    compiled: form,
    view: { id, ...rest, ...state, answers, evidence: [], aside: [] },
    session: { clock: { now: () => NOON } },
    write: (patches) => written.push(...patches),
  })
  return { board, written }
}

const written = (board: FillingBoard) =>
  Object.fromEntries(
    board.session.refs().flatMap((ref) => {
      const text = board.state(ref)?.written ?? ''
      return text === '' ? [] : [[ref, text]]
    }),
  )

describe('an entry with entries inside', () => {
  it('FIL-28: that was taken out comes back with the entries and answers added since the form was opened', () => {
    const { board } = aBoard([answer('/thôn[1]/tên', 'Bản Cũ'), answer('/thôn[1]/hộ[1]/chủ', 'Ông cũ')])
    board.addInstance('/thôn[1]/hộ', 'hb', 1000)
    board.answer('/thôn[1]/hộ[hb]/chủ', 'Bà Lan', true)
    board.answer('/thôn[1]/hộ[hb]/ngày', '31/11/2026', true)
    board.answer('/thôn[1]/hộ[1]/chủ', '', true)
    const before = written(board)
    expect(before).toEqual({
      '/thôn[1]/tên': 'Bản Cũ',
      '/thôn[1]/hộ[hb]/chủ': 'Bà Lan',
      '/thôn[1]/hộ[hb]/ngày': '31/11/2026',
    })
    const undo = board.removeInstance('/thôn[1]')
    expect(written(board)).toEqual({})
    undo()
    expect(board.state('/thôn[1]/hộ')?.instances).toEqual(['/thôn[1]/hộ[1]', '/thôn[1]/hộ[hb]'])
    expect(written(board)).toEqual(before)
  })

  it('FIL-28: that a colleague added arrives whole, whatever order its records come in', () => {
    const { board } = aBoard([])
    const come = [
      answer('/thôn[ta]/hộ[ha]', 'x'),
      answer('/thôn[ta]/hộ[ha]/chủ', 'Ông Páo'),
      answer('/thôn[1]', '0'),
      answer('/thôn[ta]', 'y'),
      answer('/thôn[ta]/tên', 'Bản Mới'),
    ]
    for (const records of [come, [...come].reverse()]) {
      const { board: other } = aBoard([])
      other.adopt({ answers: records, evidence: [] }, () => false)
      expect(other.state('/thôn[ta]/hộ')?.instances).toEqual(['/thôn[ta]/hộ[ha]'])
      expect(written(other)).toEqual({ '/thôn[ta]/hộ[ha]/chủ': 'Ông Páo', '/thôn[ta]/tên': 'Bản Mới' })
    }
    board.adopt({ answers: come.slice(0, 2), evidence: [] }, () => false)
    board.adopt({ answers: come, evidence: [] }, () => false)
    expect(written(board)).toEqual({ '/thôn[ta]/hộ[ha]/chủ': 'Ông Páo', '/thôn[ta]/tên': 'Bản Mới' })
  })
})

describe('what the form reckons and does not accept', () => {
  const shares = aForm([
    q('integer', 'một'),
    q('integer', 'hai', { constraint: '. >= 0' }),
    q('integer', 'tổng', { calculation: '${một} + ${hai}', read_only: 'yes', constraint: '. = 100' }),
  ])

  it('FIL-33: is counted as wrong and jumped to, and is no question to answer', () => {
    const { board } = aBoard([answer('/một', '60'), answer('/hai', '30')], shares)
    expect(board.session.problems().map(({ ref }) => ref)).toEqual(['/tổng'])
    expect(board.tally().whole).toEqual({ answered: 2, total: 2, wrong: 1 })
    expect(board.tally().section(0).wrong).toBe(1)
    expect(board.nextOf('wrong', '/một')?.ref).toBe('/tổng')
    expect(board.progress()).toEqual({ answered: 2, total: 2 })
    board.answer('/hai', '40', true)
    expect(board.tally().whole).toEqual({ answered: 2, total: 2, wrong: 0 })
    expect(board.nextOf('wrong', null)).toBeUndefined()
  })
})
