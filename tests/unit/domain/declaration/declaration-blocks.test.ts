import { describe, expect, it } from 'vitest'
import { declarationBlocks, type DeclarationFacts, overrideProblem } from '#domain/declaration/declaration-blocks.ts'
import { type KnownRequest, openMajors } from '#domain/declaration/open-major.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const day = (text: string) => text as LocalDate
const ON = day('2026-11-21')

const ready: DeclarationFacts = {
  openMajor: 0,
  auditsConcludedOn: [day('2026-11-01')],
  reviewsHeldOn: [day('2026-11-10')],
  trialFrom: day('2026-08-01'),
  trialTo: day('2026-11-05'),
  blockingQuestions: 0,
}
const codes = (more: Partial<DeclarationFacts>) => declarationBlocks({ ...ready, ...more }, ON).map(({ code }) => code)

describe('what speaks against declaring', () => {
  it('DEC-1: nothing where every condition is met, each where one is not', () => {
    expect(codes({})).toEqual([])
    expect(codes({ openMajor: 2 })).toEqual(['open-major'])
    expect(codes({ auditsConcludedOn: [] })).toEqual(['no-audit'])
    expect(codes({ reviewsHeldOn: [] })).toEqual(['no-review'])
    expect(codes({ trialFrom: null, trialTo: null })).toEqual(['trial-short'])
    expect(codes({ blockingQuestions: 3 })).toEqual(['not-ready'])
  })

  it('DEC-1: a round that was never handed in blocks as a key question does', () => {
    const [block] = declarationBlocks({ ...ready, blockingQuestions: null }, ON)
    expect(block).toEqual({ code: 'not-ready', count: null, on: null })
  })

  it('DEC-1: an audit of twelve months ago counts on the day itself, not on the next, and one to come never', () => {
    expect(codes({ auditsConcludedOn: [day('2025-11-21')] })).toEqual([])
    expect(codes({ auditsConcludedOn: [day('2025-11-20')] })).toEqual(['no-audit'])
    expect(codes({ reviewsHeldOn: [day('2026-11-22')] })).toEqual(['no-review'])
    expect(declarationBlocks({ ...ready, auditsConcludedOn: [day('2025-01-02')] }, ON)[0]?.on).toBe('2025-01-02')
  })

  it('DEC-3: three calendar months, to the day, up to the day it was done or to the declaration', () => {
    expect(codes({ trialFrom: day('2026-08-21'), trialTo: null })).toEqual([])
    expect(codes({ trialFrom: day('2026-08-22'), trialTo: null })).toEqual(['trial-short'])
    expect(codes({ trialFrom: day('2026-08-01'), trialTo: day('2026-10-31') })).toEqual(['trial-short'])
    expect(codes({ trialFrom: day('2026-08-01'), trialTo: day('2026-11-01') })).toEqual([])
    expect(declarationBlocks({ ...ready, trialFrom: day('2026-10-16'), trialTo: null }, ON)[0]?.on).toBe('2027-01-16')
  })

  it('DEC-4: only a reason of ten characters overrides', () => {
    const blocks = declarationBlocks({ ...ready, openMajor: 1 }, ON)
    expect(overrideProblem(blocks, '  ok       ')).toEqual({ code: 'declaration.blocked', params: { count: 1 } })
    expect(overrideProblem(blocks, 'Theo chỉ đạo')).toBeNull()
    expect(overrideProblem([], '')).toBeNull()
  })
})

const request = (more: Partial<KnownRequest>): KnownRequest => ({
  id: 'car-1',
  of: 'fin-1',
  grade: 'major',
  state: 'proposed',
  next: null,
  ...more,
})

describe('open major nonconformities', () => {
  const findings = [
    { id: 'fin-1', grade: 'major' },
    { id: 'fin-2', grade: 'minor' },
  ]

  it('DEC-2: a finding without a request is open, one with a closed request is not', () => {
    expect(openMajors(findings, [])).toEqual(['fin-1'])
    expect(openMajors(findings, [request({ state: 'verifying' })])).toEqual(['fin-1'])
    expect(openMajors(findings, [request({ state: 'closed' })])).toEqual([])
  })

  it('DEC-2: carried over, it is as open as the request that goes on, and counted once', () => {
    const first = request({ state: 'carried-over', next: 'car-2' })
    const second = request({ id: 'car-2', of: 'car-1' })
    expect(openMajors(findings, [first, second])).toEqual(['fin-1'])
    expect(openMajors(findings, [first, { ...second, state: 'closed' }])).toEqual([])
    expect(openMajors(findings, [request({ state: 'carried-over', next: 'car-9' })])).toEqual(['fin-1'])
  })

  it('DEC-2, CA-22: a major one that a lesser one ended in still counts, and a double of two majors once', () => {
    const double = request({ of: null, state: 'carried-over', next: 'car-2' })
    const other = request({ id: 'car-2', of: null })
    expect(openMajors([], [{ ...double, grade: 'minor' }, other])).toEqual(['car-2'])
    expect(openMajors([], [double, other])).toEqual(['car-1'])
    expect(openMajors([], [double, { ...other, state: 'closed' }])).toEqual([])
  })

  it('DEC-2: what goes on after a closing without effect counts by itself', () => {
    const closed = request({ state: 'closed', next: 'car-2' })
    expect(openMajors(findings, [closed, request({ id: 'car-2', of: 'car-1' })])).toEqual(['car-2'])
  })

  it('DEC-2: two requests that lead into each other end the walk, and are open', () => {
    const a = request({ state: 'carried-over', next: 'car-2' })
    const b = request({ id: 'car-2', of: null, state: 'carried-over', next: 'car-1' })
    expect(openMajors(findings, [a, b])).toEqual(['fin-1'])
    expect(openMajors([], [{ ...a, of: null }, b])).toEqual(['car-1'])
  })

  it('DEC-2: a request of grade major that comes from an inspection counts as well', () => {
    expect(openMajors([], [request({ of: 'short-1' }), request({ id: 'car-2', of: null, grade: 'minor' })])).toEqual([
      'car-1',
    ])
  })
})
