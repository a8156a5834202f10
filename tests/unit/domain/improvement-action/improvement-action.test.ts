import { describe, expect, it } from 'vitest'
import {
  actionProblems,
  canMove,
  checkAction,
  checkMove,
  compareActions,
  daysOverdue,
  isPressing,
  type ImprovementAction,
} from '#domain/improvement-action/improvement-action.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const TODAY = '2026-11-21' as LocalDate
const action = (patch: Partial<ImprovementAction> = {}): ImprovementAction => ({
  unit: 'ls25-06001',
  of: 'sub-1',
  question: 'Q4.1',
  what: 'Lập bảng bối cảnh',
  who: 'Thư ký ISO',
  until: writtenDate('30/11/2026'),
  state: 'open',
  outcome: '',
  ...patch,
})

describe('an improvement action', () => {
  it('IMP-1: says what, which post and until when; 31/11 is refused', () => {
    expect(checkAction(action()).ok).toBe(true)
    const bad = action({ what: ' ', who: '', until: writtenDate('31/11/2026') })
    expect(actionProblems(bad)).toEqual([
      { code: 'action.what-missing' },
      { code: 'action.who-missing' },
      { code: 'date.nonexistent', params: { text: '31/11/2026' } },
    ])
  })

  it('IMP-2: open leads to done and cancelled, both lead back, and nowhere else', () => {
    const states = ['open', 'done', 'cancelled'] as const
    const moves = states.flatMap((from) => states.filter((to) => canMove(from, to)).map((to) => `${from}>${to}`))
    expect(moves).toEqual(['open>done', 'open>cancelled', 'done>open', 'cancelled>open'])
    expect(checkMove('done', 'cancelled', 'x')).toMatchObject({ error: { code: 'action.not-possible' } })
  })

  it('IMP-3: ending needs words, opening again does not', () => {
    expect(checkMove('open', 'done', ' ')).toMatchObject({ error: { code: 'action.outcome-missing' } })
    expect(checkMove('open', 'cancelled', '')).toMatchObject({ error: { code: 'action.outcome-missing' } })
    expect([checkMove('open', 'done', 'Đã lập').ok, checkMove('done', 'open', '').ok]).toEqual([true, true])
  })

  it('IMP-4: it is overdue from the day after, and never once it ended', () => {
    const until = (text: string, state: ImprovementAction['state'] = 'open') =>
      daysOverdue(action({ until: writtenDate(text), state }), TODAY)
    expect([until('21/11/2026'), until('20/11/2026'), until('22/11/2026')]).toEqual([0, 1, 0])
    expect([until('01/01/2026', 'done'), until('01/01/2026', 'cancelled'), until('31/11/2026')]).toEqual([0, 0, 0])
  })

  it('IMP-5: the longest overdue first, what ended last', () => {
    const list = [
      action({ what: 'later', until: writtenDate('30/12/2026') }),
      action({ what: 'old done', until: writtenDate('01/01/2026'), state: 'done' }),
      action({ what: 'overdue', until: writtenDate('01/11/2026') }),
      action({ what: 'new done', until: writtenDate('01/02/2026'), state: 'done' }),
    ]
    expect(list.sort(compareActions).map(({ what }) => what)).toEqual(['overdue', 'later', 'new done', 'old done'])
  })

  it('IMP-6: is pressing from seven days before its day on, while it is open and has a day', () => {
    const until = (text: string) => ({ state: 'open', until: writtenDate(text) }) as const
    const today = '2026-11-21' as LocalDate
    expect(
      ['28/11/2026', '29/11/2026', '01/11/2026', '31/11/2026'].map((text) => isPressing(until(text), today)),
    ).toEqual([true, false, true, false])
    expect(isPressing({ ...until('01/11/2026'), state: 'done' }, today)).toBe(false)
  })
})
