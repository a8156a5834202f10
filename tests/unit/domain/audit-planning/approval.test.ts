import { describe, expect, it } from 'vitest'
import {
  type Approval,
  approvalState,
  checkDecision,
  inOrder,
  isChangedSince,
} from '#domain/audit-planning/approval.ts'
import { planContent, programmeContent } from '#domain/audit-planning/approved-content.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { anAuditor, aPlan, aSession, closing, day, opening, UNIT } from './planning-fixture.ts'

const step = (id: string, at: number, more: Partial<Approval> = {}): Approval => ({
  id,
  at,
  sha256: 'h1',
  decision: 'approved',
  on: day('2026-11-21'),
  note: '',
  ...more,
})

const auditors = [anAuditor('a'), anAuditor('b'), anAuditor('c')]

describe('what is approved', () => {
  it('AP-17: says the same whatever order it was written in', () => {
    const [one, two] = [
      planContent(
        aPlan({ members: ['b', 'c'] }),
        [opening, aSession('s1', { auditors: ['a', 'b'] }), closing],
        auditors,
      ),
      planContent(
        aPlan({ members: ['c', 'b'] }),
        [closing, aSession('s1', { auditors: ['b', 'a'] }), opening],
        auditors,
      ),
    ]
    expect(canonicalJson(one)).toBe(canonicalJson(two))
  })

  it('AP-17: says something else once a session, a person or their name changed, and not once it was sent', () => {
    const text = (plan = aPlan(), sessions = [opening], people = auditors) =>
      canonicalJson(planContent(plan, sessions, people))
    expect(text(aPlan({ sentOn: day('2026-11-22'), audit: 'x' }))).toBe(text())
    expect(text(aPlan(), [{ ...opening, to: '08:45' }])).not.toBe(text())
    expect(text(aPlan({ leader: 'b', members: ['a'] }))).not.toBe(text())
    expect(text(aPlan(), [opening], [anAuditor('a', { name: 'Người khác' }), ...auditors.slice(1)])).not.toBe(text())
  })

  it('AP-17: a programme’s lines are in the order of their fields', () => {
    const programme = {
      id: 'apr',
      unit: UNIT,
      year: 2026,
      objectives: '',
      edition: '2015',
      scope: '',
      frequency: '',
      risks: '',
      leader: 'a',
    }
    const line = (field: string) => ({ id: field, programme: 'apr', field, months: [3], risk: 'low' }) as const
    const content = programmeContent(programme, [line('B'), line('A')], auditors)
    expect(content.slots.map(({ field }) => field)).toEqual(['A', 'B'])
    expect(content.leader).toEqual({ id: 'a', name: 'Đánh giá viên a' })
    expect(programmeContent({ ...programme, leader: null }, [], auditors).leader).toBeNull()
  })
})

describe('an approval', () => {
  it('AP-18: the last step counts, and an approval only while it covers what stands now', () => {
    expect(approvalState([], 'h1')).toBe('none')
    expect(approvalState([step('1', 1)], 'h1')).toBe('approved')
    expect(approvalState([step('1', 1)], 'h2')).toBe('outdated')
    const returned = step('2', 2, { decision: 'returned', note: 'x' })
    expect(approvalState([returned, step('1', 1)], 'h1')).toBe('returned')
    expect(approvalState([returned, step('1', 1), step('3', 3, { sha256: 'h2' })], 'h2')).toBe('approved')
    expect(inOrder([step('b', 1), step('a', 1)]).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('AP-18: a return says what is to be changed', () => {
    expect(checkDecision('returned', ' ')).toMatchObject({ error: { code: 'approval.note-missing' } })
    expect(checkDecision('returned', ' Thiếu họp kết thúc ')).toMatchObject({ value: 'Thiếu họp kết thúc' })
    expect(checkDecision('approved', '')).toMatchObject({ ok: true })
  })
})

describe('a plan that was sent', () => {
  const [first, second] = [step('1', 1), step('2', 9, { sha256: 'h2', on: day('2026-11-25') })]

  it('AP-25: is another than what was approved when it went out, also once the change is approved', () => {
    expect(isChangedSince(day('2026-11-22'), [first], 'h1')).toBe(false)
    expect(isChangedSince(day('2026-11-22'), [first], 'h2')).toBe(true)
    expect(isChangedSince(day('2026-11-22'), [first, second], 'h2')).toBe(true)
    expect(isChangedSince(day('2026-11-25'), [first, second], 'h2')).toBe(false)
  })

  it('AP-25: says nothing where it was not sent, or nothing was approved by then', () => {
    expect(isChangedSince(null, [first], 'h2')).toBe(false)
    expect(isChangedSince(day('2026-11-20'), [first], 'h2')).toBe(false)
    expect(isChangedSince(day('2026-11-22'), [{ ...first, decision: 'returned' }], 'h2')).toBe(false)
  })
})
