import { describe, expect, it } from 'vitest'
import {
  checkPlanDays,
  isMissed,
  lastDayToSend,
  mayRemovePlan,
  planGaps,
  sendingOf,
  teamOf,
} from '#domain/audit-planning/audit-plan.ts'
import { checkSession, compareSessions, isInOrder, overlap, readTime } from '#domain/audit-planning/audit-session.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { anAuditor, aPlan, aSession, closing, day, opening } from './planning-fixture.ts'

const team = ['a', 'b', 'c'].map((id) => anAuditor(id))

describe('a plan', () => {
  it('AP-6: does not end before it begins, and keeps a decision date that no calendar has', () => {
    expect(checkPlanDays({ from: day('2026-12-02'), to: day('2026-12-01') })).toMatchObject({
      error: { code: 'audit-plan.days-reversed' },
    })
    expect(checkPlanDays(aPlan())).toMatchObject({ ok: true })
    const plan = aPlan({ decidedOn: writtenDate('31/11/2026') })
    expect(plan.decidedOn.text).toBe('31/11/2026')
    expect(planGaps(plan, [opening, aSession('s1'), closing], team)).toEqual(['decidedOn'])
  })

  it('AP-7: names what it needs before it is approved and sent', () => {
    expect(planGaps(aPlan(), [opening, aSession('s1'), closing], team)).toEqual([])
    expect(planGaps(aPlan({ decisionNumber: '', leader: '' }), [], team)).toEqual([
      'decisionNumber',
      'leader',
      'sessions',
      'opening',
      'closing',
    ])
    const sessions = [opening, aSession('s1', { auditors: [], on: day('2026-12-05') }), closing]
    expect(planGaps(aPlan(), sessions, team)).toEqual(['order', 'auditors', 'outside'])
    expect(planGaps(aPlan(), [opening, aSession('s1', { auditors: ['a', 'c'] }), closing], team)).toEqual(['team'])
  })

  it('AP-19: names auditors whose own field came to light after they were taken into a session', () => {
    const sessions = [opening, aSession('s1'), closing]
    expect(planGaps(aPlan(), sessions, [anAuditor('a', { fields: ['Đất đai'] })])).toEqual([])
    expect(planGaps(aPlan(), sessions, [anAuditor('a', { fields: ['hộ tịch'] })])).toEqual(['independence'])
    expect(planGaps(aPlan(), sessions, [anAuditor('a', { until: day('2026-11-30') })])).toEqual(['independence'])
    expect(planGaps(aPlan(), sessions, [])).toEqual(['independence'])
  })

  it('AP-20: is not taken away once it was approved, sent or begun', () => {
    const [approved, returned] = [{ decision: 'approved' }, { decision: 'returned' }] as const
    expect(mayRemovePlan(aPlan(), [])).toBe(true)
    expect(mayRemovePlan(aPlan(), [returned])).toBe(true)
    expect(mayRemovePlan(aPlan(), [approved, returned])).toBe(false)
    expect(mayRemovePlan(aPlan({ sentOn: day('2026-11-21') }), [])).toBe(false)
    expect(mayRemovePlan(aPlan({ audit: 'audit-1' }), [])).toBe(false)
  })

  it('AP-26: is missed from the day after its last one on, where no audit was begun from it', () => {
    expect(isMissed(aPlan(), day('2026-12-02'))).toBe(false)
    expect(isMissed(aPlan(), day('2026-12-03'))).toBe(true)
    expect(isMissed(aPlan({ audit: 'audit-1' }), day('2026-12-03'))).toBe(false)
  })

  it('AP-8: goes out seven to five days before; later is late, and how many days are left is told', () => {
    const plan = { from: day('2026-12-10'), sentOn: null }
    expect(lastDayToSend(plan.from)).toBe('2026-12-05')
    const at = (today: string) => sendingOf(plan, day(today))
    expect(at('2026-12-02')).toEqual({ state: 'waits', until: '2026-12-05', days: 3 })
    expect(at('2026-12-03')).toEqual({ state: 'due', until: '2026-12-05', days: 2 })
    expect(at('2026-12-05')).toMatchObject({ state: 'due', days: 0 })
    expect(at('2026-12-06')).toEqual({ state: 'late', until: '2026-12-05', days: 4 })
    const sent = (on: string) => sendingOf({ ...plan, sentOn: day(on) }, day('2026-12-20'))
    expect(sent('2026-12-05')).toEqual({ state: 'sent', on: '2026-12-05', days: 5 })
    expect(sent('2026-12-06')).toMatchObject({ state: 'sent-late', days: 4 })
  })

  it('names its team with the leader first and everybody once', () => {
    expect(teamOf({ leader: 'b', members: ['a', 'b'] })).toEqual(['b', 'a'])
    expect(teamOf({ leader: '', members: ['a'] })).toEqual(['a'])
  })
})

describe('a session', () => {
  it('AP-9: lies inside its plan, ends after it begins, and names its field', () => {
    const code = (more: Parameters<typeof aSession>[1]) => {
      const checked = checkSession(aSession('s', more), aPlan())
      return checked.ok ? 'ok' : checked.error.code
    }
    expect(code({})).toBe('ok')
    expect(code({ on: day('2026-11-30') })).toBe('audit-session.outside-plan')
    expect(code({ to: '08:30' })).toBe('audit-session.times-reversed')
    expect(code({ from: '8h' })).toBe('audit-session.time-unreadable')
    expect(code({ field: ' ' })).toBe('audit-session.field-missing')
    expect(code({ type: 'opening', field: '' })).toBe('ok')
  })

  it('AP-9: times are read as offices write them', () => {
    expect(['8h', '8h30', '08:30', '13.05', '7', '24:00', '8:61', 'sáng'].map(readTime)).toEqual([
      '08:00',
      '08:30',
      '08:30',
      '13:05',
      '07:00',
      null,
      null,
      null,
    ])
  })

  it('AP-10: opening comes first and closing last', () => {
    expect(isInOrder([closing, aSession('s1'), opening])).toBe(true)
    expect(isInOrder([opening, aSession('s1', { from: '08:00' })])).toBe(false)
    expect(isInOrder([closing, aSession('s1', { on: closing.on, from: '16:30', to: '17:30' })])).toBe(false)
  })

  it('AP-13: one that ends when the next begins does not overlap it', () => {
    const one = aSession('a', { from: '08:00', to: '09:00' })
    expect(overlap(one, aSession('b', { from: '09:00', to: '10:00' }))).toBe(false)
    expect(overlap(one, aSession('b', { from: '08:59', to: '10:00' }))).toBe(true)
    expect([closing, aSession('s1'), opening].sort(compareSessions).map(({ id }) => id)).toEqual(['s0', 's1', 's9'])
  })
})
