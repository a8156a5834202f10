// What forms that were written for other programs commonly use.
import { describe, expect, it } from 'vitest'
import { sealFilling } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { aForm, aSession, aWorkbook, c, endOf, NOON, problemsOf, q } from '#support/questionnaire/form-builder.ts'

const clock = { now: () => NOON }

const isSameAgain = (form: Parameters<typeof exportWorkbook>[0]): void => {
  const { workbook, files } = exportWorkbook(form)
  const again = importWorkbook(workbook, { files })
  expect(again.ok && again.value.form).toEqual(form)
}

describe('or_other', () => {
  const survey = [q('select_multiple l or_other', 'a', { 'label::Vietnamese (vi)': 'A', 'label::English (en)': 'A' })]
  const choices = [c('l', '1', { label: '', 'label::Vietnamese (vi)': 'Một', 'label::English (en)': 'One' })]

  it('FRM-24: adds the choice and the question for its words, in the languages of the author', () => {
    const { form } = aForm(survey, choices)
    expect(form.lists['l']?.choices.at(-1)).toEqual({
      name: 'other',
      label: { 'Vietnamese (vi)': 'Khác', 'English (en)': 'Other' },
      columns: {},
    })
    const session = new FormSession(aForm(survey, choices), { clock })
    expect(session.state('/a_other')?.relevant).toBe(false)
    session.answer('/a', '1 other')
    expect(session.state('/a_other')).toMatchObject({ relevant: true })
    isSameAgain(form)
  })

  it('FRM-24: keeps a choice of that name as the author wrote it, and is refused with a filter', () => {
    const own = aForm([q('select_one l or_other', 'a')], [c('l', '1'), c('l', 'other', { label: 'Khác nữa' })])
    expect(own.form.lists['l']?.choices).toHaveLength(2)
    const [problem] = problemsOf(
      aWorkbook([q('select_one l or_other', 'a', { choice_filter: 'true()' })], [c('l', '1')]),
    )
    expect(problem).toMatchObject({ code: 'not-supported', row: 2, column: 'choice_filter', word: 'or_other' })
  })
})

describe('range', () => {
  it('FRM-25: is a number between its ends in whole steps', () => {
    const session = aSession([q('range', 'a', { parameters: 'start=-5; end=10 step=5', constraint: '. != 0' })])
    const told = (text: string) => {
      session.answer('/a', text)
      return session.state('/a')?.problem?.kind ?? null
    }
    expect(['-5', '0', '5', '10'].map(told)).toEqual([null, 'constraint', null, null])
    expect(['-10', '15', '3', '2,5'].map(told)).toEqual(['constraint', 'constraint', 'constraint', 'not-whole'])
    session.answer('/a', '15')
    expect(session.state('/a')?.problem?.message).toBe('Từ -5 đến 10, mỗi bước 5.')
  })

  it('FRM-25: with places behind the point it is a decimal, and without parameters it goes from 0 to 10', () => {
    const { form } = aForm([q('range', 'a', { parameters: 'start=0 end=1 step=0.1' }), q('range', 'b')])
    expect(form.nodes.map((node) => node.kind)).toEqual(['decimal', 'integer'])
    const session = new FormSession(aForm([q('range', 'a', { parameters: 'start=0 end=1 step=0.1' })]), { clock })
    const steps = Array.from({ length: 11 }, (_, at) => String(at / 10))
    expect(steps.map((text) => (session.answer('/a', text), session.state('/a')?.problem ?? null))).toEqual(
      steps.map(() => null),
    )
    session.answer('/a', '0.15')
    expect(session.state('/a')?.problem?.kind).toBe('constraint')
    isSameAgain(form)
  })
})

describe('a cascade whose choices share names', () => {
  const survey = [
    q('select_one huyện', 'huyện'),
    q('select_one xã', 'xã', { choice_filter: 'huyện = ${huyện}' }),
    q('calculate', 'tên', { calculation: "jr:choice-name(${huyện}, '${huyện}')" }),
  ]
  const choices = [
    c('huyện', 'h1', { label: 'Huyện một' }),
    c('huyện', 'h2'),
    c('xã', '1', { huyện: 'h1', label: 'Một của h1' }),
    c('xã', '1', { huyện: 'h2', label: 'Một của h2' }),
  ]

  it('FRM-26: is read where the settings allow it, and refused where they do not', () => {
    const settings = { form_id: 'phieu', version: '1', allow_choice_duplicates: 'yes' }
    const read = importWorkbook(aWorkbook(survey, choices, settings))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const session = new FormSession(read.value, { clock })
    session.answer('/huyện', 'h2')
    session.answer('/xã', '1')
    expect(session.state('/xã')?.choices.map(({ label }) => label)).toEqual([{ '': 'Một của h2' }])
    session.answer('/huyện', 'h1')
    expect(session.state('/tên')?.value).toBe('Huyện một')
    isSameAgain(read.value.form)
    expect(problemsOf(aWorkbook(survey, choices))).toMatchObject([{ code: 'choice-twice', row: 5 }])
  })
})

describe('what concerns other programs', () => {
  it('FRM-27: is passed over by name, and what no browser tells stays empty', () => {
    const read = importWorkbook(
      aWorkbook(
        [
          q('audit', 'audit', { label: '', $kuid: 'x1' }),
          q('simserial', 'sim', { label: '' }),
          q('get today', 'hôm_nay', { label: '' }),
          q('text', 'a'),
          q('text', 'bỏ', { disabled: 'yes', relevant: '${không_có} = 1' }),
        ],
        [],
        { form_id: 'phieu', version: '1', auto_send: 'yes', sms_keyword: 'p', clean_text_values: 'no' },
      ),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.form.nodes.map(({ kind, name }) => [kind, name])).toEqual([
      ['hidden', 'audit'],
      ['hidden', 'sim'],
      ['today', 'hôm_nay'],
      ['text', 'a'],
    ])
  })
})

describe('evidence on any question', () => {
  const form = aForm(
    [q('select_one l', 'a', { evidence: 'yes' }), q('text', 'b')],
    ['0', '1'].map((name) => c('l', name)),
  )

  it('FRM-28: is a column of its own, kept when the form is written again, and sealed with the answer', () => {
    const [a, b] = form.form.nodes.filter(isQuestion)
    expect([a?.takesEvidence, b?.takesEvidence]).toEqual([true, undefined])
    isSameAgain(form.form)
    const filling = 'fil.u.phieu@1.2026-1'
    const photo = { of: fillingAnswerId(filling, '/a'), sha256: 'aa', mime: 'image/jpeg', size: 1, caption: '' }
    const blank = { reason: '', note: '' }
    const sealed = sealFilling(form, {
      filling,
      form: 'phieu@1',
      unit: 'u',
      round: '2026-1',
      submittedBy: 'acc',
      answers: [{ ...blank, path: '/a', value: '1' }],
      evidence: [photo],
      at: NOON,
      session: {},
    })
    expect(sealed.ok && sealed.value.evidence).toMatchObject([{ path: '/a', sha256: 'aa' }])
    expect(sealed.ok && sealed.value.answers).toMatchObject([{ path: '/a', value: '1' }])
  })
})

describe('expressions as large forms use them', () => {
  it('FRM-4: position, indexed-repeat, once, selected-at and sums over repeats work together', () => {
    const session = aSession(
      [
        q('begin repeat', 'hộ', { label: 'Hộ' }),
        q('calculate', 'số', { calculation: 'position(..)' }),
        q('integer', 'người'),
        q('calculate', 'mã', { calculation: "once(concat('H', ${số}))" }),
        endOf('repeat'),
        q('calculate', 'thứ_hai', { calculation: 'indexed-repeat(${người}, ${hộ}, 2)' }),
        q('calculate', 'tổng', { calculation: 'sum(${người})' }),
        q('calculate', 'lớn', { calculation: 'max(${người})' }),
        q('select_multiple l', 'chọn'),
        q('calculate', 'đầu', { calculation: 'selected-at(${chọn}, 0)' }),
      ],
      [c('l', 'x'), c('l', 'y')],
    )
    session.addInstance('/hộ', 'b')
    session.answer('/hộ[1]/người', '3')
    session.answer('/hộ[b]/người', '5')
    session.answer('/chọn', 'y')
    const valueAt = (ref: string) => session.state(ref)?.value
    expect(['/hộ[1]/số', '/hộ[b]/số', '/hộ[b]/mã', '/thứ_hai', '/tổng', '/lớn', '/đầu'].map(valueAt)).toEqual([
      '1',
      '2',
      'H2',
      '5',
      '8',
      '5',
      'y',
    ])
  })
})

describe('the spellings of older forms', () => {
  it('FRM-18: reads what `bind::`, `body::` and `jr:` say as the columns of today', () => {
    const old = aForm([
      { type: 'integer', name: 'n', label: 'N', 'bind::required': 'yes', 'bind:jr:requiredMsg': 'Cần' },
      { type: 'begin repeat', name: 'r', label: 'R', 'jr:count': '${n}', 'body::appearance': 'field-list' },
      { type: 'text', name: 'a', label: 'A', 'bind:relevant': '${n} > 0', 'bind::constraint': ". != 'x'" },
      { type: 'text', name: 'b', label: 'B', 'bind::jr:constraintMsg::vi': 'Sai', 'bind::readonly': 'no' },
      endOf('repeat'),
      { type: 'calculate', name: 'c', 'bind::calculate': '${n} + 1' },
    ])
    const today = aForm([
      q('integer', 'n', { label: 'N', required: 'yes', required_message: 'Cần' }),
      q('begin repeat', 'r', { label: 'R', repeat_count: '${n}', appearance: 'field-list' }),
      q('text', 'a', { label: 'A', relevant: '${n} > 0', constraint: ". != 'x'" }),
      q('text', 'b', { label: 'B', 'constraint_message::vi': 'Sai', read_only: 'no' }),
      endOf('repeat'),
      q('calculate', 'c', { calculation: '${n} + 1' }),
    ])
    expect(old.form).toEqual(today.form)
    isSameAgain(old.form)
    expect(problemsOf(aWorkbook([q('text', 'a', { 'bind::type': 'int' })]))).toMatchObject([{ code: 'not-supported' }])
  })

  it('FRM-18: a name is the same in one sign or two, and signs without width are not part of it', () => {
    const { form } = aForm(
      [
        { '\u200Btype': 'select_one l\u200B', '\uFEFFname': 'họ_tên'.normalize('NFD'), label: 'A' },
        { '\u200Btype': 'text', '\uFEFFname': 'b', label: 'B', relevant: "${họ_tên} = 'xã'" },
      ],
      [c('l', 'xã'.normalize('NFD'))],
    )
    expect(form.nodes.map(({ name, kind }) => [name, kind])).toEqual([
      ['họ_tên'.normalize('NFC'), 'select_one'],
      ['b', 'text'],
    ])
    expect(form.lists['l']?.choices[0]?.name).toBe('xã'.normalize('NFC'))
  })

  it('FRM-18: reads types as they were written once', () => {
    const written = [
      'add integer prompt',
      'Select1 l',
      'select one using l',
      'select all that apply from l or specify other',
      'IMEI',
    ]
    const { form } = aForm(
      written.map((type, n) => q(type, `q${n}`)),
      [c('l', '1')],
    )
    expect(form.nodes.map(({ kind }) => kind)).toEqual([
      'integer',
      'select_one',
      'select_one',
      'select_multiple',
      'text',
      'deviceid',
    ])
    isSameAgain(form)
  })

  it('FRM-25: passes over how a slider is drawn, whatever the case of its words', () => {
    const parameters = 'Start=2 eNd=9 step=1 tick_interval=2 placeHOLDER=6 tick_labelset=l'
    expect(aForm([q('range', 'a', { parameters })]).form.nodes[0]).toMatchObject({
      kind: 'integer',
      constraint: '. >= 2 and . <= 9 and round((. - (2)) div 1, 6) = round((. - (2)) div 1, 0)',
    })
  })

  it('FRM-27: passes over remarks and the words to a text-message gateway', () => {
    const rows = [{ ...q('text', 'a'), notes: 'hỏi lại', 'Ghi chú': 'x', sms_field: 'a' }]
    expect(aForm(rows).form).toEqual(aForm([q('text', 'a')]).form)
  })
})

describe('what other programs do not ask for', () => {
  it('FRM-33: a note and a log go without a name, and what a group requires means nothing', () => {
    const rows = [
      q('note', '', { label: 'Chào' }),
      q('audit', '', { label: '' }),
      q('begin group', 'g', { required: 'yes' }),
    ]
    const { form } = aForm([...rows, q('text', 'a'), endOf('group')])
    expect(form.nodes.map(({ name }) => name)).toEqual(['generated_note_name_2', 'audit', 'g'])
    isSameAgain(form)
  })

  it('FRM-33: the hint of a group or repeat is a note that stands first in it', () => {
    const { form } = aForm([
      q('begin repeat', 'r', { 'hint::vi': 'Mỗi thôn một lần' }),
      q('text', 'a'),
      endOf('repeat'),
    ])
    expect(form.nodes[0]).toMatchObject({
      kind: 'repeat',
      children: [{ kind: 'note', name: 'r_hint', label: { vi: 'Mỗi thôn một lần' } }, { name: 'a' }],
    })
    isSameAgain(form)
  })

  it('FRM-34: guidance stands under the hint', () => {
    const session = aSession([
      q('text', 'a', { hint: 'Ghi số', guidance_hint: 'Xem ${b}' }),
      q('text', 'b', { guidance_hint: 'Sổ' }),
      q('text', 'c', { hint: 'Hỏi' }),
    ])
    session.answer('/b', 'sổ 3')
    expect(['/a', '/b', '/c'].map((ref) => session.state(ref)?.hint)).toEqual(['Ghi số\nXem sổ 3', 'Sổ', 'Hỏi'])
  })

  it('FRM-3: `null` is nothing, as authors mean it', () => {
    const session = aSession([
      q('text', 'a'),
      q('calculate', 'b', { calculation: "if(${a} = '', null, ${a})" }),
      q('calculate', 'c', { calculation: "coalesce(NULL, 'x')" }),
    ])
    expect(['/b', '/c'].map((ref) => session.state(ref)?.value)).toEqual(['', 'x'])
    session.answer('/a', 'y')
    expect(session.state('/b')?.value).toBe('y')
  })
})
