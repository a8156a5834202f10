import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allClashes, bookingProblem } from '#domain/audit-planning/double-booking.ts'
import {
  independenceProblem,
  independenceTable,
  unplannedTable,
  verdictOf,
} from '#domain/audit-planning/independence.ts'
import { suggestAuditors } from '#domain/audit-planning/rotation.ts'
import { moveSession, placeSession, shiftPlan } from '#domain/audit-planning/session-move.ts'
import { anAuditor, aPlan, aSession, closing, day, opening, OTHER, UNIT } from './planning-fixture.ts'

const lan = anAuditor('a', { name: 'Bà Lan', fields: ['Hộ tịch', 'Chứng thực'], post: 'Công chức tư pháp – hộ tịch' })
const minh = anAuditor('b', { name: 'Ông Minh', fields: ['Đất đai'] })
const auditors = [lan, minh]

describe('independence', () => {
  it('AP-11: nobody audits a field of their own; the refusal names the person and the field', () => {
    expect(independenceProblem(aSession('s', { auditors: ['b', 'a'] }), auditors)).toEqual({
      code: 'audit-session.own-field',
      params: { name: 'Bà Lan', field: 'Hộ tịch' },
    })
    expect(independenceProblem(aSession('s', { auditors: ['b'] }), auditors)).toBeNull()
  })

  it('AP-11: nobody is auditor where they are the auditee, by post or by name', () => {
    const session = { field: 'Đất đai', auditors: ['a'] }
    expect(independenceProblem(aSession('s', session), auditors)?.code).toBe('audit-session.is-auditee')
    expect(verdictOf(aSession('s', { ...session, auditee: 'bà  lan' }), lan, auditors)).toBe('is-auditee')
    expect(verdictOf(aSession('s', { ...session, auditee: '' }), lan, auditors)).toBe('independent')
  })

  it('AP-11: the meetings are everybody’s', () => {
    expect(verdictOf({ ...opening, field: 'Hộ tịch' }, lan, auditors)).toBe('independent')
  })

  it('AP-1: whoever does not serve that day, or is not known in the commune, is not taken', () => {
    const left = anAuditor('a', { until: day('2026-11-30') })
    expect(independenceProblem(aSession('s'), [left])?.code).toBe('audit-session.not-serving')
    expect(verdictOf(aSession('s'), undefined, auditors)).toBe('unknown')
    expect(independenceProblem(aSession('s', { unit: OTHER, auditors: ['b'] }), auditors)?.code).toBe(
      'audit-session.not-serving',
    )
  })

  it('AP-12: the evidence has a line for each auditor of each session, in the order of the days', () => {
    const table = independenceTable([closing, aSession('s1', { auditors: ['a', 'b', 'x'] }), opening], auditors)
    expect(table.map(({ session, name, auditedField, verdict }) => [session, name, auditedField, verdict])).toEqual([
      ['s0', 'Bà Lan', '', 'independent'],
      ['s1', 'Bà Lan', 'Hộ tịch', 'own-field'],
      ['s1', 'Ông Minh', 'Hộ tịch', 'independent'],
      ['s1', '', 'Hộ tịch', 'unknown'],
      ['s9', 'Bà Lan', '', 'independent'],
    ])
    expect(table[1]?.ownFields).toEqual(['Hộ tịch', 'Chứng thực'])
  })
})

describe('whoever changed post', () => {
  const before = anAuditor('a1', { name: 'Bà Lan', account: 'lan', fields: ['Hộ tịch'], until: day('2026-05-31') })
  const since = anAuditor('a2', { name: 'Bà Lan', account: 'lan', fields: ['Đất đai'], since: day('2026-06-01') })
  const both = [before, since]
  const session = aSession('s', { auditors: ['a2'] })

  it('AP-24: does not audit what they did themselves less than twelve months before', () => {
    expect(independenceProblem(session, both)).toEqual({
      code: 'audit-session.own-field',
      params: { name: 'Bà Lan', field: 'Hộ tịch' },
    })
    expect(verdictOf(session, since, both)).toBe('former-field')
    expect(independenceTable([session], both)).toMatchObject([{ name: 'Bà Lan', verdict: 'former-field' }])
    expect(suggestAuditors(session, both, [], [])).toEqual([])
    expect(verdictOf({ ...session, on: day('2027-05-30') }, since, both)).toBe('former-field')
    expect(verdictOf({ ...session, on: day('2027-05-31') }, since, both)).toBe('independent')
  })

  it('AP-24: only entries of the same person in the same commune count, and a field they have beside', () => {
    const stranger = { ...before, account: null }
    expect(verdictOf(session, since, [stranger, since])).toBe('independent')
    expect(verdictOf(session, since, [{ ...before, unit: OTHER }, since])).toBe('independent')
    expect(verdictOf(session, since, [{ ...before, until: null }, since])).toBe('former-field')
  })

  it('AP-23: the evidence of an audit without a plan has the entry they serve in, not the one of before', () => {
    const audit = { unit: UNIT, on: day('2026-12-01'), field: 'Chứng thực' }
    const table = unplannedTable(audit, both, ['lan', 'a2'])
    expect(table.map(({ auditor, verdict }) => [auditor, verdict])).toEqual([['a2', 'independent']])
    expect(unplannedTable({ ...audit, on: day('2026-05-01') }, both, ['lan'])).toMatchObject([{ auditor: 'a1' }])
  })
})

describe('double booking', () => {
  const later = (id: string, more = {}) => aSession(id, { auditors: ['b'], ...more })

  it('AP-13: refuses two sessions that overlap, and takes one after the other', () => {
    expect(bookingProblem(later('n', { from: '09:30', to: '11:00' }), [later('s1')], auditors)).toEqual({
      code: 'audit-session.same-time',
      params: { name: 'Ông Minh', on: '2026-12-01', from: '08:30', to: '10:00', field: 'Hộ tịch', unit: UNIT },
    })
    expect(bookingProblem(later('n', { from: '10:00', to: '11:00' }), [later('s1')], auditors)).toBeNull()
    expect(bookingProblem(later('s1'), [later('s1')], auditors)).toBeNull()
  })

  it('AP-13: refuses the same day in two communes, whatever the time, by id and by account', () => {
    const there = aSession('o', { unit: OTHER, auditors: ['b'], from: '15:00', to: '16:00' })
    expect(bookingProblem(later('n'), [there], auditors)?.code).toBe('audit-session.two-communes')
    const known = [anAuditor('b', { account: 'acc' }), anAuditor('z', { unit: OTHER, account: 'acc' })]
    expect(bookingProblem(later('n'), [{ ...there, auditors: ['z'] }], known)?.code).toBe('audit-session.two-communes')
    expect(bookingProblem(later('n'), [{ ...there, auditors: ['z'] }], auditors)).toBeNull()
    expect(bookingProblem(later('n'), [{ ...there, on: day('2026-12-02') }], auditors)).toBeNull()
  })

  it('AP-14: what was booked twice apart from each other is told at both', () => {
    const sessions = [later('s1'), later('s2', { from: '09:00' }), later('s3', { from: '13:00', to: '14:00' })]
    const clashes = allClashes(sessions, auditors)
    expect(Array.from(clashes.keys())).toEqual(['s1', 's2'])
    expect(clashes.get('s2')?.[0]?.other.id).toBe('s1')
  })

  it('AP-14: a clash is seen from both sides, whatever the sessions are', () => {
    const times = ['08:00', '09:00', '10:00', '11:00', '12:00']
    const session = fc.record({
      unit: fc.constantFrom(UNIT, OTHER),
      on: fc.constantFrom(day('2026-12-01'), day('2026-12-02')),
      start: fc.integer({ min: 0, max: 3 }),
      who: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(session, { maxLength: 8 }), (drawn) => {
        const sessions = drawn.map(({ unit, on, start, who }, i) =>
          aSession(`s${i}`, { unit, on, from: times[start]!, to: times[start + 1]!, auditors: who }),
        )
        const clashes = allClashes(sessions, auditors)
        for (const [id, found] of clashes)
          for (const { other } of found) expect(clashes.get(other.id)?.some((back) => back.other.id === id)).toBe(true)
      }),
    )
  })
})

describe('rotation', () => {
  it('AP-15: suggests who never audited the field, then who did so longest ago, and nobody dependent', () => {
    const team = ['c', 'd', 'e'].map((id) => anAuditor(id))
    const earlier = [
      aSession('e1', { plan: 'p1', on: day('2025-06-01'), auditors: ['c'] }),
      aSession('e2', { plan: 'p2', on: day('2026-06-01'), auditors: ['e'] }),
      aSession('e3', { plan: 'p2', on: day('2026-06-01'), auditors: ['d'], field: 'Đất đai' }),
    ]
    const found = suggestAuditors(aSession('s'), [lan, ...team], earlier, [])
    expect(found.map(({ auditor, lastOn, wasLast }) => [auditor.id, lastOn, wasLast])).toEqual([
      ['d', null, false],
      ['c', '2025-06-01', false],
      ['e', '2026-06-01', true],
    ])
  })

  it('AP-15: among equals the one with less to do in this plan comes first', () => {
    const team = ['c', 'd'].map((id) => anAuditor(id))
    const own = [aSession('o', { auditors: ['c'], field: 'Đất đai' })]
    expect(suggestAuditors(aSession('s'), team, [], own).map(({ auditor, load }) => [auditor.id, load])).toEqual([
      ['d', 0],
      ['c', 1],
    ])
  })
})

describe('rotation of whoever changed post', () => {
  it('AP-15: what somebody audited under an earlier entry counts', () => {
    const team = [
      anAuditor('c1', { account: 'c', until: day('2026-06-30') }),
      anAuditor('c2', { account: 'c', since: day('2026-07-01') }),
      anAuditor('d'),
    ]
    const earlier = [aSession('e1', { plan: 'p1', on: day('2026-06-01'), auditors: ['c1'] })]
    const own = [aSession('o', { auditors: ['c1'], field: 'Đất đai' })]
    const found = suggestAuditors(aSession('s'), team, earlier, own)
    expect(found.map(({ auditor, lastOn, wasLast, load }) => [auditor.id, lastOn, wasLast, load])).toEqual([
      ['d', null, false, 0],
      ['c2', '2026-06-01', true, 1],
    ])
  })
})

describe('moving on the calendar', () => {
  const field = aSession('s1', { auditors: ['b'] })

  it('AP-16: a session keeps its time and is asked what writing it would be asked', () => {
    const bookings = { sessions: [field], auditors }
    expect(moveSession(field, day('2026-12-02'), aPlan(), bookings)).toMatchObject({
      value: { on: '2026-12-02', from: '08:30', to: '10:00' },
    })
    expect(moveSession(field, day('2026-12-03'), aPlan(), bookings)).toMatchObject({
      error: { code: 'audit-session.outside-plan' },
    })
    const held = aSession('o', { unit: OTHER, plan: 'other', on: day('2026-12-02'), auditors: ['b'] })
    expect(moveSession(field, day('2026-12-02'), aPlan(), { sessions: [field, held], auditors })).toMatchObject({
      error: { code: 'audit-session.two-communes' },
    })
    expect(placeSession({ ...field, auditors: ['a'] }, aPlan(), bookings)).toMatchObject({
      error: { code: 'audit-session.own-field' },
    })
  })

  it('AP-16: a plan moves with all its sessions, or not at all', () => {
    const sessions = [opening, field, closing]
    const shifted = shiftPlan(aPlan(), 7, { sessions, auditors })
    expect(shifted).toMatchObject({ value: { plan: { from: '2026-12-08', to: '2026-12-09' } } })
    expect(shifted.ok && shifted.value.sessions.map(({ on }) => on)).toEqual(['2026-12-08', '2026-12-08', '2026-12-09'])
    const held = aSession('o', { unit: OTHER, plan: 'other', on: day('2026-12-08'), auditors: ['b'] })
    expect(shiftPlan(aPlan(), 7, { sessions: [...sessions, held], auditors })).toMatchObject({ ok: false })
  })
})
