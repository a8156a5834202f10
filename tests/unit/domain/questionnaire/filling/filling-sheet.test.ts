import { describe, expect, it } from 'vitest'
import { sheetAnswer } from '#domain/questionnaire/filling/filling-sheet.ts'

const photo = (path: string, caption: string) => ({ path, caption, sha256: caption, mime: 'image/jpeg', size: 1 })
const none = { evidence: [] }

describe('an answer on paper', () => {
  it('FIL-26: stands in its words, with the unit of its question, its reason and its note', () => {
    const distance = { path: '/xa', label: 'Xa bao nhiêu', value: '12', note: 'Đường đất' }
    expect(sheetAnswer(distance, { kind: 'integer', unit: 'km' }, none, undefined)).toEqual({
      words: '12',
      unit: 'km',
      reason: '',
      note: 'Đường đất',
      captions: [],
      found: null,
    })
    const chosen = { path: '/a', label: 'A', value: 'na', shown: 'Không áp dụng', reason: 'Không có việc này' }
    expect(sheetAnswer(chosen, undefined, none, undefined)).toMatchObject({
      words: 'Không áp dụng',
      unit: '',
      reason: 'Không có việc này',
    })
  })

  it('FIL-26: photos are their captions, and their number is not said twice', () => {
    const evidence = [photo('/ảnh', ' Quầy số 1 '), photo('/ảnh', ''), photo('/khác', 'Biển')]
    const answer = { path: '/ảnh', label: 'Ảnh', value: '2' }
    expect(sheetAnswer(answer, { kind: 'image' }, { evidence }, undefined)).toMatchObject({
      words: '',
      captions: ['Quầy số 1', ''],
    })
    expect(sheetAnswer(answer, { kind: 'integer' }, { evidence }, undefined).words).toBe('2')
    expect(sheetAnswer(answer, undefined, { evidence }, undefined).words).toBe('2')
  })

  it('FIL-26: what was found stands beside it only where somebody verified', () => {
    const answer = { path: '/a', label: 'A', value: '1' }
    const other = { level: 'other', value: '0', reason: 'Chưa thấy' } as const
    expect(sheetAnswer(answer, undefined, none, other).found).toEqual(other)
    expect(sheetAnswer(answer, undefined, none, { level: null, value: '', reason: '' }).found).toBeNull()
  })
})
