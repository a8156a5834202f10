import { describe, expect, it } from 'vitest'
import { createMinutes } from '#domain/inspection/minutes.ts'
import { sealedInspectionProblem, sealedRemedyProblem } from '#domain/inspection/sealed-papers.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { aWork } from './inspection-work.ts'

function minutes(patch: object = {}) {
  const sealed = createMinutes(aWork(), {
    number: 1,
    evidence: [],
    sealedAt: '2026-11-21T02:00:00.000Z',
    sealedBy: 'a',
  })
  if (!sealed.ok) throw new Error(sealed.error.code)
  return { ...sealed.value, ...patch }
}
const codeOf = (patch: object) => sealedInspectionProblem(minutes(patch))?.code

describe('sealed minutes of an inspection that arrive', () => {
  it('INS-5: are complete as a device seals them, by whatever outline, and with words of a later version', () => {
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ items: [{ item: 'cau_1', result: 'of-later', note: '' }], shortcomings: [] })).toBeUndefined()
    expect(codeOf({ rating: 'of-later', ofLater: [] })).toBeUndefined()
  })

  it.each([
    ['inspection.decision-missing', { decisionNumber: '' }],
    ['inspection.leader-missing', { team: [] }],
    ['inspection.items-open', { items: [{ item: 'K1', result: null, note: '' }] }],
    ['inspection.reason-missing', { items: [{ item: 'K1', result: 'na', note: ' ' }] }],
    ['inspection.shortcoming-missing', { shortcomings: [] }],
    ['shortcoming.basis-missing', { shortcomings: [{ ...aWork().shortcomings[0], basis: '' }] }],
    ['shortcoming.grade-missing', { shortcomings: [{ ...aWork().shortcomings[0], grade: null }] }],
    ['inspection.report-due-missing', { reportDueOn: null }],
    ['inspection.day-too-early', { on: '2026-11-01', shortcomings: [], items: [], reportDueOn: null }],
    ['inspection.conclusion-missing', { texts: {} }],
    ['inspection.rating-missing', { rating: null }],
  ])('INS-5: lack what a device would have refused: %s', (code, patch) => {
    expect(codeOf(patch)).toBe(code)
  })
})

const line = { shortcoming: 's1', state: 'done', words: 'Đã sửa', papers: 'QĐ 12', doneOn: writtenDate('01/12/2026') }
const report = (one: object, patch: object = {}) => ({
  on: '2026-12-10',
  lines: [{ ...line, ...one }],
  evidence: [],
  ...patch,
})
const codeOfReport = (one: object, patch?: object) => sealedRemedyProblem(report(one, patch))?.code

describe('a sealed report of remedy that arrives', () => {
  it('INS-9: says of each line what was done with its proof, or why not and until when', () => {
    expect(codeOfReport({})).toBeUndefined()
    expect(codeOfReport({ papers: '' }, { evidence: [{ subject: 's1', sha256: 'a' }] })).toBeUndefined()
    expect(codeOfReport({ state: 'of-later', words: '' })).toBeUndefined()
    expect(codeOfReport({ papers: '' })).toBe('remedy.proof-missing')
    expect(codeOfReport({ words: ' ' })).toBe('remedy.words-missing')
    expect(codeOfReport({ state: null })).toBe('remedy.state-missing')
    expect(codeOfReport({ doneOn: writtenDate('11/12/2026') })).toBe('remedy.done-on-ahead')
    expect(codeOfReport({ state: 'partial' })).toBe('remedy.promise-missing')
    expect(codeOfReport({}, { lines: [] })).toBe('remedy.nothing-to-report')
  })
})
