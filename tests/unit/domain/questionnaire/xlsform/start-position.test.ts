import { describe, expect, it } from 'vitest'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { aForm, aSession, q } from '#support/questionnaire/form-builder.ts'

describe('a position that other programs note at the beginning', () => {
  it('FRM-38: is a question that a person answers, with words where it has none', () => {
    const rows = [
      { type: 'start-geopoint', name: 'chỗ', 'label::Vietnamese (vi)': '', 'label::English (en)': '' },
      q('text', 'a', { 'label::Vietnamese (vi)': 'A', 'label::English (en)': 'A' }),
    ]
    const { form } = aForm(rows)
    expect(form.nodes[0]).toMatchObject({
      kind: 'geopoint',
      name: 'chỗ',
      label: { 'Vietnamese (vi)': 'Vị trí khi bắt đầu', 'English (en)': 'Position at the start' },
    })
    const session = aSession(rows)
    expect(session.state('/chỗ')).toMatchObject({ written: '', relevant: true, readOnly: false, problem: null })
    session.answer('/chỗ', '21.85 106.76')
    expect(session.state('/chỗ')?.value).toBe('21.85 106.76')
    const again = importWorkbook(exportWorkbook(form).workbook)
    expect(again.ok && again.value.form).toEqual(form)
  })

  it('FRM-38: the words the author wrote stay', () => {
    const { form } = aForm([{ type: 'start-geopoint', name: 'chỗ', label: 'Đứng ở đâu?' }])
    expect(form.nodes[0]).toMatchObject({ kind: 'geopoint', label: { '': 'Đứng ở đâu?' } })
    const bare = aForm([
      { type: 'start-geopoint', name: 'chỗ' },
      { type: 'calculate', name: 'b', calculation: '${chỗ}' },
    ])
    expect(bare.form.nodes[0]?.label).toEqual({ '': 'Vị trí khi bắt đầu' })
  })
})
