import { describe, expect, it } from 'vitest'
import { checklistOf, formTitle } from '#domain/questionnaire/checklist/form-items.ts'
import { sampleAuditItems, sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { aWorkbook, c, endOf, problemsOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'

const settings = (use = 'inspection', more: RowByHeading = {}): RowByHeading => ({
  form_id: 'de-cuong',
  version: '1',
  use,
  ...more,
})

const refused = (rows: readonly RowByHeading[], choices: readonly RowByHeading[] = [], more: RowByHeading = {}) =>
  problemsOf(aWorkbook(rows, choices, settings('inspection', more)))

function formOf(rows: readonly RowByHeading[], more: RowByHeading = {}) {
  const imported = importWorkbook(aWorkbook(rows, [], settings('audit', more)))
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  return imported.value.form
}

const VI = 'Vietnamese (vi)'
const EN = 'English (en)'

describe('a form that is a list of items', () => {
  it.each([
    ['a number', q('integer', 'b'), 'type', 'integer'],
    ['a choice', q('select_one cap', 'b'), 'type', 'select_one'],
    ['a calculation', q('calculate', 'b', { calculation: '1' }), 'type', 'calculate'],
    ['the hour it began', q('start', 'b'), 'type', 'start'],
    ['a condition', q('text', 'b', { relevant: '1 = 1' }), 'relevant', '1 = 1'],
    ['an answer that is asked for', q('text', 'b', { required: 'yes' }), 'required', 'yes'],
    ['a rule for the answer', q('text', 'b', { constraint: '. != ""' }), 'constraint', '. != ""'],
    ['an answer at hand', q('text', 'b', { default: 'có' }), 'default', 'có'],
    ['one nobody writes', q('text', 'b', { read_only: 'yes' }), 'read_only', 'yes'],
    ['a look', q('text', 'b', { appearance: 'multiline' }), 'appearance', 'multiline'],
    ['a key question', q('text', 'b', { key: 'yes' }), 'key', 'yes'],
    ['evidence', q('text', 'b', { evidence: 'yes' }), 'evidence', 'yes'],
    ['another answer in its words', q('text', 'b', { label: 'Như ${a}' }), 'label', '${a}'],
    ['a hint under words to read', q('note', 'b', { hint: 'Xem' }), 'hint', 'Xem'],
  ])('FRM-30: refuses %s with its place', (_, row, column, word) => {
    const choices = column === 'type' && word === 'select_one' ? [c('cap', 'x')] : []
    expect(refused([q('text', 'a'), row], choices)).toContainEqual({
      code: 'item-unfit',
      sheet: 'survey',
      row: 3,
      column,
      word,
    })
  })

  it('FRM-30: refuses repeats, lists of choices, and settings of forms that are filled in', () => {
    const rows = [q('begin repeat', 'r'), q('text', 'a'), endOf('repeat')]
    expect(refused(rows, [c('cap', 'x')], { style: 'pages' })).toMatchObject([
      { code: 'item-unfit', sheet: 'settings', row: 2, column: 'style', word: 'pages' },
      { code: 'item-unfit', sheet: 'survey', row: 2, column: 'type', word: 'repeat' },
      { code: 'item-unfit', sheet: 'choices', row: 2, column: 'list_name', word: 'cap' },
    ])
  })

  it('FRM-30: refuses a form without items, with too many, and with texts too long for a sealed record', () => {
    expect(refused([q('note', 'a')])).toMatchObject([{ code: 'items-missing', sheet: 'settings', column: 'use' }])
    const many = Array.from({ length: 201 }, (_, n) => q('text', `q${n}`))
    expect(refused(many)).toMatchObject([{ code: 'items-too-many', word: '201' }])
    expect(refused([q('text', 'a', { label: 'ă'.repeat(601) })])).toMatchObject([
      { code: 'item-long', row: 2, column: 'label', word: '601' },
    ])
    expect(refused([q('text', 'a'.repeat(61))])).toMatchObject([{ code: 'item-long', column: 'name' }])
    expect(refused([q('text', 'a', { clause: 'Điều 5' })])).toMatchObject([
      { code: 'cell-unfit', column: 'clause', word: 'Điều 5' },
    ])
    expect(refused([{ type: 'text', name: 'a', hint: 'Sổ' }])).toMatchObject([{ code: 'label-missing', row: 2 }])
  })

  it('FRM-30: forms that communes fill in keep everything they had', () => {
    const rows = [q('integer', 'a', { required: 'yes' })]
    expect(problemsOf(aWorkbook(rows, [], settings('commune')))).toEqual([])
    expect(problemsOf(aWorkbook(rows, [], settings('visit')))).toEqual([])
  })

  it('FRM-31: gives its items with parts, clauses, notes and words in both languages', () => {
    const form = formOf(
      [
        { type: 'note', name: 'n1', [`label::${VI}`]: 'Đọc trước', [`label::${EN}`]: 'Read first' },
        { type: 'begin group', name: 'g', [`label::${VI}`]: 'Phần một', [`label::${EN}`]: 'Part one', clause: '7.5' },
        { type: 'begin group', name: 'h', [`label::${VI}`]: 'Hồ sơ', [`label::${EN}`]: 'Records' },
        {
          type: 'text',
          name: 'a',
          [`label::${VI}`]: 'Có sổ?',
          [`label::${EN}`]: 'Is there a book?',
          [`hint::${VI}`]: 'Sổ theo dõi',
          [`guidance_hint::${VI}`]: 'Không sổ thì không biết',
        },
        endOf('group'),
        endOf('group'),
        { type: 'text', name: 'b', [`label::${VI}`]: 'Có hạn?', clause: '8.5.1' },
        { type: 'note', name: 'n2', [`label::${VI}`]: 'Hết' },
      ],
      { [`form_title::${VI}`]: 'Câu hỏi của tỉnh', default_language: VI },
    )
    const [first, second] = checklistOf(form)
    expect(first).toEqual({
      id: 'a',
      question: { vi: 'Có sổ?', en: 'Is there a book?' },
      lookAt: { vi: 'Sổ theo dõi', en: 'Sổ theo dõi' },
      why: { vi: 'Không sổ thì không biết', en: 'Không sổ thì không biết' },
      section: { vi: 'Phần một · Hồ sơ', en: 'Part one · Records' },
      clause: '7.5',
      notes: [{ vi: 'Đọc trước', en: 'Read first' }],
    })
    expect(second).toMatchObject({ id: 'b', section: null, clause: '8.5.1', notes: [{ vi: 'Hết' }] })
    expect(formTitle(form)).toEqual({ vi: 'Câu hỏi của tỉnh', en: 'Câu hỏi của tỉnh' })
  })

  it('FRM-32: the samples are imported whole, as they are', () => {
    for (const sample of [sampleOutline, sampleAuditItems]) {
      const { workbook, files } = exportWorkbook(sample)
      const imported = importWorkbook(workbook, { files })
      expect(imported.ok && imported.value.form).toEqual(sample)
      expect(checklistOf(sample).every(({ question }) => question.vi !== question.en)).toBe(true)
    }
  })
})
