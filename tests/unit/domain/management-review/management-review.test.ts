import { describe, expect, it } from 'vitest'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { gather, type ReviewFacts } from '#domain/management-review/gathering.ts'
import {
  type Attendee,
  type ManagementReview,
  noticeState,
  reviewProblems,
} from '#domain/management-review/management-review.ts'
import { createMinutes, type MinutesParts } from '#domain/management-review/minutes.ts'
import { decisionCategories, isDecisionCategory, reviewInputs } from '#domain/management-review/review-input.ts'

const day = (text: string) => text as LocalDate
const TODAY = day('2026-11-21')

const aReview = (more: Partial<ManagementReview> = {}): ManagementReview => ({
  unit: 'ls25-06001',
  number: 1,
  on: day('2026-11-20'),
  noticedOn: day('2026-11-13'),
  place: 'Phòng họp UBND xã',
  chair: 'Chủ tịch UBND xã',
  secretary: 'Thư ký ISO',
  conclusion: '',
  hasNoDecision: false,
  ...more,
})

const attendance: readonly Attendee[] = [
  { name: 'Người B', post: 'Thư ký ISO', side: 'secretary', isPresent: true },
  { name: 'Người A', post: 'Chủ tịch', side: 'chair', isPresent: true },
]
const inputs = reviewInputs.map(({ id }) => ({ input: id, text: 'Không thay đổi', gatheredAt: null }))
const decision = {
  id: 'act-1',
  category: 'resource' as const,
  what: 'Mua máy quét',
  who: 'Văn phòng',
  until: writtenDate('31/12/2026'),
}

const parts = (more: Partial<MinutesParts> = {}): MinutesParts => ({
  id: 'rev-1',
  review: aReview(),
  attendance,
  inputs,
  decisions: [decision],
  sealedAt: '2026-11-21T02:00:00.000Z',
  sealedBy: 'acc',
  ...more,
})

const codesOf = (more: Partial<MinutesParts>) => {
  const all = parts(more)
  return reviewProblems({ ...all, decisions: all.decisions.length }, TODAY).map(({ code }) => code)
}

describe('what a review of the leaders lacks', () => {
  it('MR-1: there are twelve inputs, each with an id and a clause of its own', () => {
    expect(reviewInputs).toHaveLength(12)
    expect(new Set(reviewInputs.map(({ id }) => id)).size).toBe(12)
    expect(new Set(reviewInputs.map(({ clause }) => clause)).size).toBe(12)
    expect(reviewInputs.every(({ clause }) => clause.startsWith('9.3.2 '))).toBe(true)
  })

  it('MR-4: nothing is missing where everything is said', () => {
    expect(codesOf({})).toEqual([])
  })

  it('MR-4: chair, secretary and place are named, two were there, and the chair was one of them', () => {
    const empty = aReview({ chair: ' ', secretary: '', place: '' })
    expect(codesOf({ review: empty })).toEqual([
      'management-review.place-missing',
      'management-review.chair-missing',
      'management-review.secretary-missing',
    ])
    expect(codesOf({ attendance: attendance.slice(1) })).toEqual(['management-review.attendance-missing'])
    const absent = attendance.map((one) => ({ ...one, isPresent: one.side !== 'chair' }))
    expect(codesOf({ attendance: [...absent, { ...attendance[0]!, name: 'Người C' }] })).toEqual([
      'management-review.chair-absent',
    ])
  })

  it('MR-4: every input says something, and blanks are nothing', () => {
    const blank = inputs.map((one) => (one.input === 'risks' ? { ...one, text: '  ' } : one))
    const all = parts({ inputs: blank.filter(({ input }) => input !== 'suppliers') })
    expect(reviewProblems({ ...all, decisions: 1 }, TODAY)).toEqual([
      { code: 'management-review.input-missing', params: { missing: 2 } },
    ])
  })

  it('MR-4: without a decision somebody says that there is none', () => {
    expect(codesOf({ decisions: [] })).toEqual(['management-review.decision-missing'])
    expect(codesOf({ decisions: [], review: aReview({ hasNoDecision: true }) })).toEqual([])
  })

  it('MR-5: seven days are in time, six are short, none is missing, and only one after the meeting is refused', () => {
    const stateOf = (noticedOn: string | null) =>
      noticeState(aReview({ noticedOn: noticedOn === null ? null : day(noticedOn) }))
    expect(['2026-11-13', '2026-11-14', '2026-11-20', null].map(stateOf)).toEqual([
      'in-time',
      'short',
      'short',
      'missing',
    ])
    expect(codesOf({ review: aReview({ noticedOn: null }) })).toEqual([])
    expect(codesOf({ review: aReview({ noticedOn: day('2026-11-14') }) })).toEqual([])
    expect(codesOf({ review: aReview({ noticedOn: day('2026-11-21') }) })).toEqual(['management-review.notice-after'])
  })

  it('MR-6: minutes are not sealed before the day of the meeting', () => {
    expect(codesOf({ review: aReview({ on: day('2026-11-22') }) })).toEqual(['management-review.not-held'])
    expect(codesOf({ review: aReview({ on: TODAY }) })).toEqual([])
  })
})

describe('minutes', () => {
  it('MR-11: are not sealed with a decision due before the meeting, or more than three years after it', () => {
    const sealed = (until: string) =>
      createMinutes(parts({ decisions: [decision, { ...decision, id: 'act-2', until: writtenDate(until) }] }), TODAY)
    expect(sealed('20/11/2026').ok).toBe(true)
    expect(sealed('19/11/2026')).toEqual({
      ok: false,
      error: { code: 'date.too-early', params: { day: '19/11/2026', bound: '20/11/2026' } },
    })
    expect([sealed('20/11/2029').ok, sealed('21/11/2029').ok]).toEqual([true, false])
  })

  it('MR-6: are the same text for every order in which things were written', () => {
    const there = createMinutes(parts(), TODAY)
    const other = { ...decision, id: 'act-0', category: 'improvement' as const }
    const back = createMinutes(parts({ inputs: [...inputs].reverse(), attendance: [...attendance].reverse() }), TODAY)
    expect(there.ok && back.ok && canonicalJson(there.value) === canonicalJson(back.value)).toBe(true)
    const two = createMinutes(parts({ decisions: [decision, other] }), TODAY)
    expect(two.ok && two.value.decisions.map(({ category }) => category)).toEqual(['improvement', 'resource'])
    expect(two.ok && two.value.attendance.map(({ side }) => side)).toEqual(['chair', 'secretary'])
  })

  it('MR-5: the notice stands in them, short ones too', () => {
    const short = createMinutes(parts({ review: aReview({ noticedOn: day('2026-11-18') }) }), TODAY)
    expect(short.ok && short.value).toMatchObject({ notice: 'short', noticedOn: '2026-11-18' })
  })

  it('MR-4: are refused with the first thing that is missing', () => {
    const refused = createMinutes(parts({ inputs: [] }), TODAY)
    expect(refused).toEqual({ ok: false, error: { code: 'management-review.input-missing', params: { missing: 12 } } })
  })

  it('MR-4: "no decision" does not stand beside decisions', () => {
    const sealed = createMinutes(parts({ review: aReview({ hasNoDecision: true }) }), TODAY)
    expect(sealed.ok && sealed.value.hasNoDecision).toBe(false)
  })

  it('MR-8: a decision is an improvement, a change or resources', () => {
    expect(decisionCategories).toEqual(['improvement', 'change', 'resource'])
    expect([isDecisionCategory('change'), isDecisionCategory('Q4.1')]).toEqual([true, false])
  })
})

const nothing: ReviewFacts = {
  earlierDecisions: [],
  improvements: [],
  findings: [],
  requests: { open: 0, overdue: 0, closed: 0 },
  audits: [],
  rounds: [],
  pilot: null,
  visits: [],
  editions: { declared: null, planned: '2015' },
}

describe('what is gathered for a review', () => {
  it('MR-2: nothing is said about what is not known', () => {
    expect(gather(nothing, TODAY)).toEqual({})
  })

  it('MR-2: earlier decisions by state, with those that are late', () => {
    const until = writtenDate('01/11/2026')
    const facts = {
      ...nothing,
      earlierDecisions: [
        { state: 'open', until },
        { state: 'done', until },
        { state: 'open', until: writtenDate('30/11/2026') },
      ] as const,
    }
    expect(gather(facts, TODAY)).toEqual({
      'earlier-decisions': [{ key: 'earlierDecisions', params: { total: 3, done: 1, open: 2, overdue: 1 } }],
    })
  })

  it('MR-2: findings, requests, audits, scores, stage, visits and editions', () => {
    const facts: ReviewFacts = {
      ...nothing,
      findings: [
        { grade: 'major', isClosed: false },
        { grade: 'minor', isClosed: true },
        { grade: 'opportunity', isClosed: false },
      ],
      requests: { open: 1, overdue: 1, closed: 1 },
      audits: [{ on: day('2026-10-01'), counts: { major: 1, minor: 1, observation: 0, opportunity: 1, strength: 0 } }],
      rounds: [
        { round: '2026-2', mean: 2, blocking: 1 },
        { round: '2026-1', mean: 1.5, blocking: 3 },
      ],
      pilot: { percent: 60, stage: 'G6', daysLate: 4 },
      visits: [{ lateReasons: ['short-of-staff', 'other'], flag: 'red' }],
      editions: { declared: '2008', planned: '2015' },
    }
    const gathered = gather(facts, TODAY)
    expect(gathered.nonconformities).toEqual([
      { key: 'findings', params: { major: 1, minor: 0, closed: 1 } },
      { key: 'requests', params: { total: 2, open: 1, overdue: 1, closed: 1 } },
    ])
    expect(gathered.audits?.[0]?.params).toMatchObject({ on: '2026-10-01', major: 1 })
    expect(gathered['process-results']?.[0]).toMatchObject({ key: 'scoreCompared', params: { mean: 2, before: 1.5 } })
    expect(gathered.objectives?.[0]?.key).toBe('pilotLate')
    expect(gathered.resources).toEqual([{ key: 'lateReason', params: { reason: 'short-of-staff', count: 1 } }])
    expect(gathered.monitoring?.[0]?.params).toEqual({ count: 1, red: 1 })
    expect(gathered.context?.[0]?.params).toEqual({ declared: '2008', planned: '2015' })
    expect(gathered.opportunities?.[0]?.params).toEqual({ count: 1 })
    expect(gathered.suppliers).toBeUndefined()
  })
})
