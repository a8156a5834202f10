import { describe, expect, it } from 'vitest'
import { compileForm } from '#domain/questionnaire/form/compile-form.ts'
import { isQuestion, isShown, type Form, type FormNode } from '#domain/questionnaire/form/form.ts'
import { fillingGap } from '#domain/questionnaire/filling/filling-gap.ts'
import { verifiedFigures } from '#domain/questionnaire/filling/verified-figures.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import { sizeOfForm } from '#domain/questionnaire/library/form-size.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { indicatorGroups } from '#domain/questionnaire/shipped-forms/local-government-indicators.ts'
import { loadShippedForm } from '#domain/questionnaire/shipped-forms/load-shipped-form.ts'
import { SHIPPED_LANGUAGES, shippedForms } from '#domain/questionnaire/shipped-forms/shipped-form-list.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { NOON } from '#support/questionnaire/form-builder.ts'

const clock = { now: () => NOON }
const all = (nodes: readonly FormNode[]): readonly FormNode[] =>
  nodes.flatMap((node) => (isQuestion(node) ? [node] : [node, ...all(node.children)]))

async function compiled(id: string) {
  const form = await loadShippedForm(`${id}@1`)
  const result = compileForm(form as Form)
  if (!result.ok) throw new Error(JSON.stringify(result.error.map(({ code, word }) => [code, word])))
  return result.value
}

describe('the forms the program brings', () => {
  it('LIB-8: each entry of the list opens as the form it names, with as many questions, and an unknown key opens nothing', async () => {
    for (const entry of shippedForms) {
      const { form } = await compiled(entry.id)
      expect([formKey(form), form.title, sizeOfForm(form).questions]).toEqual([
        formKey(entry),
        entry.title,
        entry.questions,
      ])
    }
    expect(await loadShippedForm('local-government-18091@2')).toBeUndefined()
  })

  it('LIB-8: everything that is shown is said in both languages, and nothing of it twice the same', async () => {
    for (const { id } of shippedForms) {
      const { form } = await compiled(id)
      const shown = all(form.nodes).filter((node) => isShown(node))
      const texts = shown.flatMap((node) => [
        node.label,
        ...(isQuestion(node) ? [node.hint, node.requiredMessage, node.constraintMessage] : []),
      ])
      for (const [at, text] of texts.entries()) {
        const [vi = '', en = ''] = SHIPPED_LANGUAGES.map((language) => text[language])
        if (Object.keys(text).length === 0) continue
        expect([at, vi === '', en === '', vi === en]).toEqual([at, false, false, false])
      }
      expect(shown.every(({ label }) => Object.keys(label).length === 2)).toBe(true)
      // A unit is one text: only a sign reads the same in both.
      expect(shown.flatMap((node) => (isQuestion(node) ? (node.unit ?? []) : [])).join('')).not.toMatch(/\p{L}/u)
    }
  })

  it('LIB-8: written to sheets and read again they are the same', async () => {
    for (const { id } of shippedForms) {
      const { form } = await compiled(id)
      const again = importWorkbook(exportWorkbook(form).workbook)
      expect(again.ok && again.value.form).toEqual(form)
    }
  })

  it('LIB-8: 39 indicators in four groups, names that stand on memory marked, colours counted', async () => {
    expect(indicatorGroups.map(({ indicators }) => indicators.length)).toEqual([12, 8, 11, 8])
    const session = new FormSession(await compiled('local-government-18091'), { clock })
    const vietnamese = (ref: string) => session.state(ref)?.hint ?? ''
    expect(vietnamese('/nhom_2/mau_2_1')).toContain('cần kiểm tra')
    expect(vietnamese('/nhom_1/mau_1_1')).not.toContain('cần kiểm tra')
    expect(session.state('/nhom_1/can_cu_1_1')?.relevant).toBe(false)
    session.answer('/nhom_1/mau_1_1', 'green')
    session.answer('/nhom_1/mau_1_2', 'red')
    session.answer('/nhom_4/mau_4_8', 'green')
    expect(session.state('/nhom_1/can_cu_1_1')).toMatchObject({ relevant: true, problem: { kind: 'required' } })
    expect(session.state('/nhom_1/viec_1_2')?.relevant).toBe(true)
    expect(session.state('/nhom_1/ket_qua_nhom_1')?.label).toBe('Đến nay: 1 xanh · 0 vàng · 1 đỏ, trên 12 chỉ số')
    expect(session.state('/tong_hop/ket_qua_chung')?.label).toBe('Đến nay: 2 xanh · 0 vàng · 1 đỏ, trên 39 chỉ số')
  })

  it('LIB-8: the scorecard says it is a sample and adds up', async () => {
    const scorecard = await compiled('administrative-reform-sample')
    expect(Object.values(scorecard.form.title)[0]).toContain('mẫu, chưa phải quy định của tỉnh')
    const session = new FormSession(scorecard, { clock })
    session.answer('/tc1/tu_cham_tc1', '0.5')
    for (const [share, points] of [
      ['79,9', '0'],
      ['80', '0.4'],
      ['100', '0.5'],
      ['', ''],
    ] as const) {
      session.answer('/tc7/ty_le_tc7', share)
      expect([share, session.state('/tc7/tu_cham_tc7')?.value]).toEqual([share, points])
    }
    session.answer('/tc7/ty_le_tc7', '90')
    expect(session.state('/tong/tong_tu_cham')?.value).toBe('0.95')
  })

  it('FIL-15: the scorecard, verified, has its total by its own rules, and a score below the most is a gap', async () => {
    const scorecard = await compiled('administrative-reform-sample')
    const column = SHIPPED_LANGUAGES[0]
    const answers = [
      { path: '/tc1/tu_cham_tc1', label: 'Điểm tự chấm', value: '0.5' },
      { path: '/tc7/ty_le_tc7', label: 'Tỷ lệ', value: '90' },
    ]
    const verifications = {
      '/tc1/tu_cham_tc1': { level: 'other', value: '0.25', reason: 'Kế hoạch chưa ký' },
      '/tc7/ty_le_tc7': { level: 'other', value: '70', reason: 'Đếm lại' },
    } as const
    const options = { clock, language: column }
    expect(verifiedFigures(scorecard, { answers }, verifications, options)).toEqual([
      { ref: '/tong/tong_diem', own: 'Tổng điểm 0,95 · tối đa 3,5', verified: 'Tổng điểm 0,25 · tối đa 3,5' },
    ])
    const question = all(scorecard.form.nodes)
      .filter(isQuestion)
      .find(({ name }) => name === 'tu_cham_tc1')
    const gaps = ['0', '0.25', '0.5'].map((value) => fillingGap(scorecard.form, question, { value }, undefined))
    expect(gaps).toEqual(['own', 'own', null])
  })
})
