import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDeclaration,
  declarationChange,
  type DeclarationDraft,
  draftFaults,
} from '#domain/declaration/declaration.ts'
import type { DeclarationFacts } from '#domain/declaration/declaration-blocks.ts'
import {
  type DeclarationEvent,
  declarationStanding,
  eventProblem,
  eventsStanding,
  expiresSoon,
  redeclarationReasons,
} from '#domain/declaration/declaration-state.ts'
import { decayReasons, type LastSigns } from '#domain/declaration/decay.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const day = (text: string) => text as LocalDate
const TODAY = day('2026-11-21')

const draft = (more: Partial<DeclarationDraft> = {}): DeclarationDraft => ({
  unit: 'ls25-06001',
  type: 'declaration',
  number: '12/QĐ-UBND',
  on: '20/11/2026',
  edition: '2015',
  scope: 'Hộ tịch\n\nChứng thực ',
  address: 'Xã số 1',
  signer: 'Chủ tịch UBND xã',
  signerName: '',
  body: '',
  expiresOn: '',
  overrideReason: '',
  ...more,
})
const facts: DeclarationFacts = {
  openMajor: 0,
  auditsConcludedOn: [day('2026-11-01')],
  reviewsHeldOn: [day('2026-11-10')],
  trialFrom: day('2026-08-01'),
  trialTo: day('2026-11-05'),
  blockingQuestions: 0,
}
const declared = (more: Partial<DeclarationDraft>, known: Partial<DeclarationFacts> = {}) =>
  createDeclaration(
    {
      draft: draft(more),
      facts: { ...facts, ...known },
      replaces: null,
      sealedAt: '2026-11-21T02:00:00Z',
      sealedBy: 'a',
    },
    TODAY,
  )
const codesOf = (more: Partial<DeclarationDraft>) => draftFaults(draft(more), TODAY).map(({ problem }) => problem.code)

describe('a declaration', () => {
  it('DEC-6: names number, day, edition, scope and the post that signs', () => {
    expect(codesOf({})).toEqual([])
    expect(codesOf({ number: ' ', edition: '1994', scope: ' \n ', signer: '' })).toEqual([
      'declaration.number-missing',
      'declaration.edition-missing',
      'declaration.scope-missing',
      'declaration.signer-missing',
    ])
    expect(codesOf({ on: '31/11/2026' })).toEqual(['date.nonexistent'])
    expect(codesOf({ on: '22/11/2026' })).toEqual(['declaration.in-future'])
  })

  it('DEC-6: a certificate names its body and a last day after the day it was given', () => {
    const certificate = { type: 'certification', body: 'Tổ chức minh họa', expiresOn: '20/11/2029' } as const
    expect(codesOf(certificate)).toEqual([])
    expect(codesOf({ type: 'certification' })).toEqual(['declaration.body-missing', 'declaration.expiry-missing'])
    expect(codesOf({ ...certificate, expiresOn: '20/11/2026' })).toEqual(['declaration.expiry-before'])
    expect(codesOf({ ...certificate, expiresOn: '31/02/2029' })).toEqual(['date.nonexistent'])
  })

  it('DEC-4: with a condition unmet nothing is declared without a reason', () => {
    const refused = declared({}, { openMajor: 1, reviewsHeldOn: [] })
    expect(refused).toEqual({ ok: false, error: { code: 'declaration.blocked', params: { count: 2 } } })
  })

  it('DEC-5: the unmet conditions and the reason are sealed with what is declared', () => {
    const done = declared({ overrideReason: ' Theo chỉ đạo của UBND tỉnh ' }, { openMajor: 1 })
    expect(done.ok && done.value).toMatchObject({
      scope: ['Hộ tịch', 'Chứng thực'],
      unmet: [{ code: 'open-major', count: 1 }],
      overrideReason: 'Theo chỉ đạo của UBND tỉnh',
      facts: { openMajor: 1 },
    })
  })

  it('DEC-5: a reason that nothing needed is not sealed', () => {
    const done = declared({ overrideReason: 'Không cần đến lý do này' })
    expect(done.ok && [done.value.unmet, done.value.overrideReason]).toEqual([[], ''])
  })
})

describe('a declaration that follows another', () => {
  it('DEC-13: says the edition it changes, and what its scope gained and lost', () => {
    const before = { edition: '2008', scope: ['Hộ tịch', 'Đất đai'] }
    expect(declarationChange(before, { edition: '2015', scope: ['Chứng thực', 'Hộ tịch'] })).toEqual({
      edition: { from: '2008', to: '2015' },
      added: ['Chứng thực'],
      removed: ['Đất đai'],
    })
    expect(declarationChange(before, before)).toEqual({ edition: null, added: [], removed: [] })
  })
})

const event = (more: Partial<DeclarationEvent>): DeclarationEvent => ({
  id: 'e1',
  type: 'suspended',
  on: day('2026-11-01'),
  reason: 'Vì',
  at: 1,
  ...more,
})
const known = (id: string, on: string, expiresOn: string | null = null) => ({
  id,
  unit: 'u',
  type: 'declaration' as const,
  on: day(on),
  expiresOn: expiresOn === null ? null : day(expiresOn),
})

describe('what became of a declaration', () => {
  it('DEC-7: suspended, resumed, withdrawn; a step that does not fit is kept and marked', () => {
    const suspended = event({})
    const resumed = event({ id: 'e2', type: 'resumed', on: day('2026-11-03'), at: 2 })
    const withdrawn = event({ id: 'e3', type: 'withdrawn', on: day('2026-11-02'), at: 3 })
    expect(eventsStanding([]).state).toBe('in-force')
    expect(eventsStanding([suspended]).state).toBe('suspended')
    expect(eventsStanding([suspended, resumed]).state).toBe('in-force')
    const apart = eventsStanding([resumed, withdrawn, suspended])
    expect([apart.state, apart.misfits.map(({ id }) => id)]).toEqual(['withdrawn', ['e2']])
  })

  it('DEC-7: the same for every order, however often an event came', () => {
    const events = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        type: fc.constantFrom('suspended', 'resumed', 'withdrawn'),
        on: fc.constantFrom(day('2026-01-01'), day('2026-01-02')),
        reason: fc.constant('vì'),
        at: fc.nat(3),
      }),
    )
    fc.assert(
      fc.property(events, fc.array(fc.nat()), (all, keys) => {
        const once = [...new Map(all.map((one) => [one.id, one])).values()]
        const mixed = once.map((one, at) => ({ one, key: keys[at] ?? 0 })).sort((a, b) => a.key - b.key)
        const again = [...mixed.map(({ one }) => one), ...once]
        expect(eventsStanding(again)).toEqual(eventsStanding(once))
      }),
      { seed: 611, numRuns: 200 },
    )
  })

  it('DEC-8: a later one of the same kind replaces it; the day decides, then the id', () => {
    const [first, second, same] = [known('a', '2026-01-01'), known('b', '2026-06-01'), known('c', '2026-06-01')]
    const stateOf = (one: typeof first) => declarationStanding(one, [], [first, second, same], TODAY).state
    expect([stateOf(first), stateOf(second), stateOf(same)]).toEqual(['replaced', 'replaced', 'in-force'])
    const certificate = { ...known('d', '2026-07-01'), type: 'certification' as const }
    expect(declarationStanding(first, [], [first, certificate], TODAY).state).toBe('in-force')
  })

  it('DEC-7: withdrawn stays withdrawn when a later one comes', () => {
    const [first, second] = [known('a', '2026-01-01'), known('b', '2026-06-01')]
    expect(declarationStanding(first, [event({ type: 'withdrawn' })], [first, second], TODAY).state).toBe('withdrawn')
  })

  it('DEC-10: expired from the day after its last day, spoken of 90 days before', () => {
    const until = (last: string) => known('a', '2023-11-21', last)
    const stateOf = (last: string) => declarationStanding(until(last), [], [until(last)], TODAY).state
    expect([stateOf('2026-11-21'), stateOf('2026-11-20')]).toEqual(['in-force', 'expired'])
    expect(
      ['2026-11-20', '2026-11-21', '2027-02-19', '2027-02-20'].map((last) => expiresSoon(until(last), TODAY)),
    ).toEqual([false, true, true, false])
    expect(expiresSoon(known('a', '2026-01-01'), TODAY)).toBe(false)
  })

  it('DEC-12: an event says why, and only fits where it may follow', () => {
    expect(eventProblem('in-force', 'suspended', ' ')).toEqual({ code: 'declaration.reason-missing' })
    expect(eventProblem('in-force', 'resumed', 'vì')).toEqual({ code: 'declaration.event-not-possible' })
    expect(eventProblem('withdrawn', 'resumed', 'vì')).toEqual({ code: 'declaration.event-not-possible' })
    expect(eventProblem('suspended', 'withdrawn', 'vì')).toBeNull()
  })

  it('DEC-9: another edition, a decided change and a unit that changed since ask for a new one', () => {
    const before = { on: day('2025-01-10'), edition: '2008' }
    const all = {
      declared: before,
      plannedEdition: '2015',
      changesDecidedOn: [day('2025-06-01')],
      unitFrom: day('2025-07-01'),
    }
    expect(redeclarationReasons(all)).toEqual(['edition', 'change-decided', 'unit-changed'])
    const after = { ...all, declared: { on: day('2025-08-01'), edition: '2015' } }
    expect(redeclarationReasons(after)).toEqual([])
    expect(redeclarationReasons({ ...after, plannedEdition: null, unitFrom: null })).toEqual([])
  })
})

describe('signs that a system lives on paper only', () => {
  const lively: LastSigns = {
    audit: day('2026-03-01'),
    review: day('2026-03-10'),
    record: TODAY,
    report: day('2026-10-15'),
  }
  const BEGAN = day('2024-01-01')

  it('DEC-11: none where all four happened within twelve months', () => {
    expect(decayReasons(lively, BEGAN, TODAY)).toEqual([])
  })

  it('DEC-11: each that is missing is a reason with its last day, to the day', () => {
    const signs = { ...lively, audit: day('2025-11-20'), review: day('2025-11-21'), report: null }
    expect(decayReasons(signs, BEGAN, TODAY)).toEqual([
      { sign: 'audit', lastOn: '2025-11-20' },
      { sign: 'report', lastOn: null },
    ])
  })

  it('DEC-11: nothing counts before the commune has been at it for twelve months', () => {
    const none: LastSigns = { audit: null, review: null, record: null, report: null }
    expect(decayReasons(none, null, TODAY)).toEqual([])
    expect(decayReasons(none, day('2025-11-21'), TODAY)).toEqual([])
    expect(decayReasons(none, day('2025-11-20'), TODAY)).toHaveLength(4)
  })
})
