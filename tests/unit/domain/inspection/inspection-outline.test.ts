import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { outlineOfForm } from '#domain/inspection/form-outline.ts'
import {
  inParts,
  mayChangeOutline,
  outlineOfMinutes,
  programOutline,
  strayAnswers,
} from '#domain/inspection/inspection-outline.ts'
import { createMinutes, minutesBytes, minutesGaps } from '#domain/inspection/minutes.ts'
import { sampleAuditItems, sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import { valueOf } from '#support/store/test-store.ts'
import { aShortcoming, aWork } from './inspection-work.ts'

const outline = outlineOfForm(sampleOutline)!
const met = { result: 'met', note: '' } as const
const notMet = { result: 'not-met', note: '' } as const
const ids = outline.items.map(({ id }) => id)
const answers = Object.fromEntries(ids.map((id) => [id, id === 'muc_tieu' ? notMet : met]))
const work = (more: Parameters<typeof aWork>[0] = {}) =>
  aWork({ outline, answers, shortcomings: [aShortcoming({ item: 'muc_tieu' })], ...more })
const sealParts = { number: 1, evidence: [], sealedAt: '2026-11-21T02:00:00.000Z', sealedBy: 'acc-1' }

describe('an outline of the province', () => {
  it('INS-14: has the questions of its form as contents, and a form for something else is none', () => {
    expect(ids).toEqual(['phan_cong', 'muc_tieu', 'ho_so_mau'])
    expect(outline).toMatchObject({ form: 'mau-de-cuong-kiem-tra@1', items: [{ clause: '5.3', notes: [{}] }, {}, {}] })
    expect(outline.items[1]).not.toHaveProperty('why')
    expect(outlineOfForm(sampleAuditItems)).toBeNull()
    expect(inParts(outline.items, ({ section }) => section).map(({ items }) => items.length)).toEqual([2, 1])
  })

  it('INS-5: every content of it is asked for, by its place in the outline', () => {
    expect(minutesGaps(work())).toEqual([])
    const gaps = minutesGaps(work({ answers: { muc_tieu: notMet }, shortcomings: [] }))
    expect(gaps.map(({ problem }) => [problem.code, problem.params?.['items']])).toEqual([
      ['inspection.items-open', '1, 3'],
      ['inspection.shortcoming-missing', '2'],
    ])
  })

  it('INS-15: is changed only while nothing is judged by it and nothing sealed', () => {
    expect(mayChangeOutline(programOutline, {}, 0)).toBe(true)
    expect(mayChangeOutline(programOutline, { K1: { result: null, note: 'xem' } }, 0)).toBe(true)
    expect(mayChangeOutline(programOutline, { K1: met }, 0)).toBe(false)
    expect(mayChangeOutline(programOutline, {}, 1)).toBe(false)
    expect(mayChangeOutline(outline, { K1: met }, 0)).toBe(true)
    expect(mayChangeOutline(null, { K1: met }, 0)).toBe(false)
    expect(strayAnswers(outline, { K1: met, K2: { result: null, note: '' }, muc_tieu: met })).toEqual(['K1'])
  })

  it('INS-17: minutes are not sealed while its form is not here', () => {
    expect(minutesGaps(work({ outline: null })).map(({ problem }) => problem.code)).toEqual([
      'inspection.outline-missing',
    ])
    expect(createMinutes(work({ outline: null }), sealParts)).toMatchObject({ ok: false })
  })

  it('INS-16: sealed minutes carry its words and can be read without the form', () => {
    const content = valueOf(createMinutes(work(), sealParts))
    expect(content.outline).toEqual({ form: 'mau-de-cuong-kiem-tra@1', title: outline.title })
    expect(content.items[0]?.words).toMatchObject({ title: outline.items[0]?.title, clause: '5.3' })
    const read = outlineOfMinutes(content)
    expect(read?.items.map(({ id, question, lookAt, section }) => ({ id, question, lookAt, section }))).toEqual(
      outline.items.map(({ id, question, lookAt, section }) => ({ id, question, lookAt, section })),
    )
    expect(read?.form).toBe(outline.form)
  })

  it('INS-16: minutes of before have no words, keep their bytes, and are read in those of the program', () => {
    const { items, ...content } = valueOf(createMinutes(aWork(), sealParts))
    expect(content).not.toHaveProperty('outline')
    const before = { ...content, items: items.map(({ words: _words, ...item }) => item) }
    expect(outlineOfMinutes(before)).toBeNull()
    // What the version before made of the same work.
    const hash = '3a3f6e0a82f1d9b86b110c5a0e1a558284af7dfbe79cc5b0c70e02bc584a6635'
    expect(createHash('sha256').update(minutesBytes(before)).digest('hex')).toBe(hash)
  })
})
