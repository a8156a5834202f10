import { describe, expect, it } from 'vitest'
import { communeSelfAssessmentV1 as instrument } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import { assessmentSheet } from '#domain/self-assessment/assessment-sheet.ts'
import type { SubmittedAnswer } from '#domain/self-assessment/submission.ts'

const given: Readonly<Record<string, Partial<SubmittedAnswer>>> = {
  'Q4.1': { score: 0, note: 'Chưa có bảng' },
  'Q4.3': { score: 'na', reason: 'Tỉnh làm thay' },
}
const photo = (questionId: string, sha256: string) => ({ questionId, sha256, mime: 'image/jpeg', size: 1, caption: '' })
const content = {
  // Sealed in another order than the instrument's: the paper keeps the instrument's.
  answers: [...instrument.questions]
    .reverse()
    .map(({ id }): SubmittedAnswer => ({ questionId: id, score: 2, reason: '', note: '', ...given[id] })),
  evidence: [photo('Q4.1', 'a'), photo('Q4.1', 'b'), photo('Q5.1', 'c')],
}
const found = { 'Q4.1': { level: 1, reason: 'Có bảng, thiếu ngày' }, 'Q4.2': { level: 2, reason: '' } } as const

describe('the sheet of a submission', () => {
  it('SA-32: every question stands once, as it was sealed, in the order of the instrument', () => {
    const { chapters } = assessmentSheet(instrument, content, {})
    expect(chapters.map(({ section }) => section.id)).toEqual(instrument.sections.map(({ id }) => id))
    const rows = chapters.flatMap((chapter) => chapter.rows)
    expect(rows.map(({ question }) => question.id)).toEqual(instrument.questions.map(({ id }) => id))
    expect(rows[0]).toMatchObject({ own: given['Q4.1'], found: null, evidence: 2 })
    expect(rows[2]).toMatchObject({ own: given['Q4.3'], found: null, evidence: 0 })
  })

  it('SA-32: what was found stands beside it, and figures are counted from both', () => {
    const sheet = assessmentSheet(instrument, content, found)
    expect(sheet.chapters[0]?.rows.map((row) => row.found?.level)).toEqual([1, 2, undefined, undefined, undefined])
    expect(sheet.count).toEqual({ verified: 2, total: 52, differing: 1 })
    expect(sheet.own).toMatchObject({ mean: 100 / 51, answered: 52, total: 52, notApplicable: 1 })
    expect(sheet.verified?.mean).toBe(101 / 51)
    expect(sheet.own.blocking).toEqual([{ question: 'Q4.3', cause: 'not-applicable' }])
    expect(sheet.chapters[0]?.mean).toEqual({ own: 6 / 4, verified: 7 / 4 })
    expect(sheet.clauses[0]).toEqual({ clause: '4.1', mean: { own: 0, verified: 1 }, lacking: ['Q4.1'] })
  })

  it('SA-32: of what nobody looked at there is no verified mean', () => {
    const sheet = assessmentSheet(instrument, content, found)
    expect(sheet.chapters[1]?.mean).toEqual({ own: 2, verified: null })
    expect(sheet.clauses.find(({ clause }) => clause === '5.1')?.mean).toEqual({ own: 2, verified: null })
    const untouched = assessmentSheet(instrument, content, { 'Q4.1': { level: null, reason: '' } })
    expect(untouched.verified).toBeNull()
    expect(untouched.chapters[0]).toMatchObject({ mean: { verified: null } })
    expect(untouched.chapters[0]?.rows[0]?.found).toBeNull()
  })

  it('SA-32: a level that was found to be enough is no longer lacking', () => {
    const better = { 'Q4.1': { level: 3, reason: 'Thấy bảng ở tủ số 2' } } as const
    expect(assessmentSheet(instrument, content, better).clauses[0]?.lacking).toEqual([])
  })
})
