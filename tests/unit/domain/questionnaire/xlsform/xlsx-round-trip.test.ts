import { describe, expect, it } from 'vitest'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { aForm, aWorkbook, c, endOf, NOON, q } from '#support/questionnaire/form-builder.ts'
import { fiveHundredQuestions, levels, longList } from '#support/questionnaire/large-forms.ts'
import { readXlsx, tableOf, writeXlsx } from '#support/questionnaire/xlsx-file.ts'

const clock = { now: () => NOON }

async function throughFile(workbook: Workbook) {
  const imported = importWorkbook(await readXlsx(await writeXlsx(workbook)))
  if (!imported.ok) throw new Error(JSON.stringify(imported.error.slice(0, 3)))
  return imported.value
}

describe('a workbook in a real file', () => {
  it('FRM-21: comes back as the same form, in two languages, with groups, nested repeats and rules', async () => {
    const workbook = aWorkbook(
      [
        q('begin group', 'g', { 'label::Vietnamese (vi)': 'Nhóm', 'label::English (en)': 'Group', clause: '4.1' }),
        q('select_one mức', 'q1', {
          'label::Vietnamese (vi)': 'Câu 1',
          appearance: 'conformity',
          key: 'yes',
          required: 'yes',
        }),
        q('begin repeat', 'hộ', { relevant: "${q1} != 'na'" }),
        q('decimal', 'diện_tích', { 'label::Vietnamese (vi)': 'Diện tích', unit: 'ha', constraint: '. >= 0' }),
        q('begin repeat', 'người', { repeat_count: '2' }),
        q('date', 'sinh', {
          hint: 'ngày/tháng/năm',
          constraint: '. <= today()',
          constraint_message: 'Chưa tới ngày ấy',
        }),
        endOf('repeat'),
        endOf('repeat'),
        endOf('group'),
        q('calculate', 'số', { calculation: 'count(${hộ})' }),
      ],
      ['0', '1', '2', '3', 'na'].map((name) => c('mức', name, { ghi_chú: `cột thêm ${name}` })),
      {
        form_id: 'phieu-a',
        version: '2026-1',
        'form_title::Vietnamese (vi)': 'Phiếu A',
        edition: '2015',
        default_language: 'Vietnamese (vi)',
      },
    )
    const form = (await throughFile(workbook)).form
    expect(form).toMatchObject({
      id: 'phieu-a',
      version: '2026-1',
      edition: '2015',
      title: { 'Vietnamese (vi)': 'Phiếu A' },
    })
    expect((await throughFile(exportWorkbook(form).workbook)).form).toEqual(form)
  })

  it('FRM-18: numbers, dates and yes/no in cells are read as the text a person sees', () => {
    const imported = importWorkbook({
      survey: [
        ['type', 'name', 'label', 'required', 'default'],
        ['integer', 'n', 'N', true, 5],
        ['date', 'd', 'D', false, new Date('2026-11-21T00:00:00Z')],
      ],
      settings: [
        ['form_id', 'version'],
        ['f', 20_261_121],
      ],
    })
    expect(imported.ok && imported.value.form).toMatchObject({
      version: '20261121',
      nodes: [
        { required: 'yes', default: '5' },
        { required: 'no', default: '2026-11-21' },
      ],
    })
  })

  it('FRM-22: 500 questions with 420 rules come in, and an answer touches only what depends on it', async () => {
    const compiled = await throughFile(aWorkbook(fiveHundredQuestions(), levels))
    expect(compiled.form.nodes).toHaveLength(10)
    const session = new FormSession(compiled, { clock })
    const touched = Array.from(
      { length: 100 },
      (_, at) => session.answer(`/g${Math.floor((at * 5) / 50) * 50}/q${at * 5}`, String(at % 4)).length,
    )
    expect(Math.max(...touched)).toBeGreaterThan(1)
    expect(Math.max(...touched)).toBeLessThan(50)
  })

  it('FRM-22: a list of 2 MB comes in, and its filter answers', async () => {
    const { choices, bytes } = longList()
    expect(bytes).toBeGreaterThan(1_400_000)
    const survey = [q('select_one tỉnh', 'p'), q('select_one xã', 'x', { choice_filter: 'tỉnh = ${p}' })]
    const session = new FormSession(await throughFile(aWorkbook(survey, choices)), { clock })
    for (const province of ['p1', 'p7']) session.answer('/p', province)
    expect(session.state('/x')?.choices).toHaveLength(765)
  }, 60_000)

  it('FRM-18: tables beside the form are lists and can be looked things up in', () => {
    const files = {
      'xa.csv': tableOf(
        ['name', 'label', 'dân'],
        [
          ['a', 'Xã A', '1200'],
          ['b', 'Xã B', '900'],
        ],
      ),
    }
    const form = aForm(
      [
        q('select_one_from_file xa.csv', 'x'),
        q('calculate', 'dân', { calculation: "pulldata('xa', 'dân', 'name', ${x})" }),
        q('calculate', 'nhãn', { calculation: "instance('xa')/root/item[name = ${x}]/label" }),
        q('calculate', 'đông', { calculation: "count(instance('xa')/root/item[dân > 1000])" }),
      ],
      [],
      { files },
    )
    const session = new FormSession(form, { clock })
    session.answer('/x', 'a')
    expect(['/dân', '/nhãn', '/đông'].map((ref) => session.state(ref)?.value)).toEqual(['1200', 'Xã A', '1'])
    expect(exportWorkbook(form.form).files['xa.csv']).toEqual(files['xa.csv'])
  })
})
