import { describe, expect, it } from 'vitest'
import { countPhotos, definitionsOf, sealFilling } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingGap } from '#domain/questionnaire/filling/filling-gap.ts'
import { verifiableAnswers } from '#domain/questionnaire/filling/filling-verification.ts'
import {
  fillingAnswerId,
  fillingId,
  fillingOfAnswer,
  formOfFilling,
} from '#domain/questionnaire/filling/filling-names.ts'
import { firstAnswers } from '#domain/questionnaire/filling/first-answers.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import { progressOf } from '#domain/questionnaire/filling/progress.ts'
import { type FillingAnswer, instanceMark, sessionAnswers } from '#domain/questionnaire/filling/stored-answers.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { moveAnswers } from '#domain/questionnaire/revision/move-answers.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { aForm, c, endOf, NOON, q } from '#support/questionnaire/form-builder.ts'

const clock = { now: () => NOON }
const answer = (path: string, value: string, more: Partial<FillingAnswer> = {}): FillingAnswer => ({
  path,
  value,
  reason: '',
  note: '',
  ...more,
})

const scale = ['0', '1', '2', '3', 'na'].map((name) => c('mức', name, { label: `Mức ${name}` }))

const form = aForm(
  [
    q('text', 'tên', { label: 'Tên', required: 'yes' }),
    q('note', 'lời', { label: 'Xin chào' }),
    q('select_one mức', 'câu', { label: 'Câu một', appearance: 'conformity' }),
    q('integer', 'tuổi', { label: 'Tuổi', constraint: '. < 100', relevant: "${tên} != ''" }),
    q('calculate', 'gấp', { calculation: '${tuổi} * 2' }),
    q('begin repeat', 'người', { label: 'Người' }),
    q('text', 'họ', { label: 'Họ' }),
    q('image', 'ảnh', { label: 'Ảnh' }),
    endOf('repeat'),
  ],
  scale,
)

const sessionOf = (answers: readonly FillingAnswer[]) =>
  new FormSession(form, { clock, stored: sessionAnswers(answers) })

describe('a filling', () => {
  it('FIL-1: counts what a person can answer now, and what is wrong or lacks its reason is not answered', () => {
    const definitions = definitionsOf(form)
    expect(progressOf(sessionOf([]), definitions)).toEqual({ answered: 0, total: 4 })
    const some = [answer('/tên', 'An'), answer('/tuổi', '120'), answer('/câu', 'na')]
    expect(progressOf(sessionOf(some), definitions)).toEqual({ answered: 1, total: 5 })
    const right = [answer('/tên', 'An'), answer('/tuổi', '20'), answer('/câu', 'na', { reason: 'không có' })]
    expect(progressOf(sessionOf(right), definitions)).toEqual({ answered: 3, total: 5 })
  })

  it('FIL-2: an answer has one id, made of name and keys, and no longer than an endpoint takes', () => {
    const filling = fillingId('ls25-06001', 'phieu@1.2', '2026-1')
    expect([filling, formOfFilling(filling)]).toEqual(['fil.ls25-06001.phieu@1.2.2026-1', 'phieu@1.2'])
    expect(fillingAnswerId(filling, '/nhóm/người[k1]/họ')).toBe(`fan.${filling}/họ~k1`)
    expect(fillingAnswerId(filling, '/người[k1]')).toBe(`fan.${filling}/người~k1`)
    expect(fillingOfAnswer(fillingAnswerId(filling, '/x'))).toBe(filling)
    const refs = Array.from({ length: 2000 }, (_, at) => `/g/${'tên_rất_dài'.repeat(20)}${at}[k${at % 7}]/q`)
    const ids = refs.map((ref) => fillingAnswerId(filling, `${ref}${'x'.repeat(200)}`))
    expect(new Set(ids).size).toBe(refs.length)
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(200)
  })

  it('FIL-3: instances stand one by one, in the order in which they came; one taken out keeps its answers', () => {
    const marks = [
      answer('/người[1]', instanceMark(0)),
      answer('/người[kb]', instanceMark(2000)),
      answer('/người[ka]', instanceMark(1000)),
      answer('/người[kc]', ''),
      answer('/người[kc]/họ', 'Lý'),
    ]
    expect(sessionAnswers(marks)).toMatchObject({ '/người': '1 ka kb', '/người[kc]/họ': 'Lý' })
    expect(sessionOf(marks).state('/người')?.instances).toEqual(['/người[1]', '/người[ka]', '/người[kb]'])
    expect(sessionAnswers([answer('/người[1]', '')])['/người']).toBe('')
  })

  it('FIL-4: handed in is what counts, in the words it was asked with; with something wrong nothing is', () => {
    const filling = fillingId('ls25-06001', 'phieu@1', '2026-1')
    const photo = {
      of: fillingAnswerId(filling, '/người[1]/ảnh'),
      sha256: 'aa',
      mime: 'image/jpeg',
      size: 1,
      caption: '',
    }
    const parts = {
      filling,
      form: 'phieu@1',
      unit: 'ls25-06001',
      round: '2026-1',
      submittedBy: 'acc-1',
      at: NOON,
      session: {},
      evidence: [photo],
    }
    const wrong = [answer('/tên', ''), answer('/tuổi', '20')]
    expect(sealFilling(form, { ...parts, answers: wrong })).toMatchObject({
      error: { code: 'filling.incomplete', params: { missing: 1 } },
    })
    const answers = [
      answer('/tên', 'An', { note: 'ghi thêm' }),
      answer('/tuổi', '20'),
      answer('/câu', 'na', { reason: 'không có' }),
      answer('/người[kx]', ''),
      answer('/người[kx]/họ', 'đã bỏ'),
    ]
    const sealed = sealFilling(form, { ...parts, answers })
    expect(sealed.ok && sealed.value.answers).toEqual([
      { path: '/tên', label: 'Tên', value: 'An', note: 'ghi thêm' },
      { path: '/câu', label: 'Câu một', value: 'na', shown: 'Mức na', reason: 'không có' },
      { path: '/tuổi', label: 'Tuổi', value: '20' },
      { path: '/gấp', label: '', value: '40', computed: true },
    ])
    const kept = sealFilling(form, { ...parts, answers: [answer('/tên', 'An')] })
    expect(kept.ok && kept.value.evidence).toEqual([
      { path: '/người[1]/ảnh', sha256: 'aa', mime: 'image/jpeg', size: 1, caption: '' },
    ])
  })

  it('FIL-29: a photo or a note where nothing was answered is handed in with its question, and verified', () => {
    const optional = aForm([
      q('text', 'mô_tả', { label: 'Mô tả', evidence: 'yes' }),
      q('text', 'khác', { label: 'Khác' }),
      q('date', 'ngày', { label: 'Ngày' }),
      q('text', 'ẩn', { label: 'Ẩn', evidence: 'yes', relevant: 'false()' }),
    ])
    const filling = fillingId('ls25-06001', 'phieu@1', '2026-1')
    const photo = (path: string) => ({
      of: fillingAnswerId(filling, path),
      sha256: `sha${path}`,
      mime: 'image/jpeg',
      size: 1,
      caption: '',
    })
    const sealed = sealFilling(optional, {
      filling,
      form: 'phieu@1',
      unit: 'ls25-06001',
      round: '2026-1',
      submittedBy: 'acc-1',
      at: NOON,
      session: {},
      evidence: [photo('/mô_tả'), photo('/ẩn')],
      answers: [answer('/ngày', '', { note: 'sổ đang ở huyện' }), answer('/khác', '')],
    })
    if (!sealed.ok) throw new Error(sealed.error.code)
    expect(sealed.value.answers).toEqual([
      { path: '/mô_tả', label: 'Mô tả', value: '' },
      { path: '/ngày', label: 'Ngày', value: '', note: 'sổ đang ở huyện' },
    ])
    expect(sealed.value.evidence).toMatchObject([{ path: '/mô_tả', sha256: 'sha/mô_tả' }])
    expect(verifiableAnswers(sealed.value)).toHaveLength(2)
  })

  it('FIL-7: defaults and what the device tells are stored first, and of what is calculated only what stays', () => {
    const begun = aForm([
      q('start', 'bắt_đầu'),
      q('text', 'mặc_định', { default: 'xin chào' }),
      q('calculate', 'hai', { calculation: '1 + 1' }),
      q('calculate', 'mã', { calculation: 'once(2 + 2)' }),
    ])
    const session = new FormSession(begun, { clock })
    expect(firstAnswers(session, definitionsOf(begun)).map(({ path }) => path)).toEqual([
      '/bắt_đầu',
      '/mặc_định',
      '/mã',
    ])
  })

  it('FIL-1: a photo answers its question', () => {
    const session = sessionOf([answer('/tên', 'An')])
    const filling = fillingId('u', 'phieu@1', '2026-1')
    countPhotos(session, filling, definitionsOf(form), [fillingAnswerId(filling, '/người[1]/ảnh')])
    expect(session.state('/người[1]/ảnh')?.value).toBe('1')
  })

  it('FRM-17: the column of a language is found however its author named it', () => {
    const named = { title: { 'Vietnamese (vi)': 'Phiếu', 'English (en)': 'Form' }, nodes: [] }
    expect([columnOfLanguage(named, 'en'), columnOfLanguage(named, 'fr')]).toEqual(['English (en)', 'fr'])
    const grouped = aForm([
      { type: 'begin group', name: 'ngoài' },
      { type: 'begin repeat', name: 'trong' },
      q('text', 'câu', { 'label::English (en)': 'Name', 'label::Tiếng Việt': 'Tên' }),
      endOf('repeat'),
      endOf('group'),
    ])
    const columns = ['vi', 'en'].map((language) => columnOfLanguage(grouped.form, language))
    expect(columns).toEqual(['Tiếng Việt', 'English (en)'])
  })
})

describe('the name of a choice with spaces', () => {
  const one = aForm(
    [q('select_one m', 'a')],
    [c('m', 'chưa có', { label: 'Chưa có gì', gap: 'yes' }), c('m', 'có', { label: 'Đã có' }), c('m', 'chưa')],
  )
  const reworded = aForm(
    [q('select_one m', 'a')],
    [c('m', 'chưa có', { label: 'Chưa lập', gap: 'yes' }), c('m', 'có', { label: 'Đã có' }), c('m', 'chưa')],
  )
  const parts = {
    filling: fillingId('ls25-06001', 'phieu@1', '2026-1'),
    form: 'phieu@1',
    unit: 'ls25-06001',
    round: '2026-1',
    submittedBy: 'acc-1',
    at: NOON,
    session: {},
    evidence: [],
  }

  it('FRM-40: is sealed in the words of that choice, and never in those of others that its words name', () => {
    const sealed = sealFilling(one, { ...parts, answers: [answer('/a', 'chưa có')] })
    expect(sealed).toMatchObject({ value: { answers: [{ value: 'chưa có', shown: 'Chưa có gì' }] } })
  })

  it('FRM-40: is a gap where that choice says so, and is looked at again where that choice has other words', () => {
    const [question] = one.form.nodes
    if (question === undefined || !isQuestion(question)) throw new Error('no question')
    const gap = (value: string) => fillingGap(one.form, question, { value }, undefined)
    expect([gap('chưa có'), gap('có'), gap('chưa')]).toEqual(['own', null, null])
    expect(moveAnswers([answer('/a', 'chưa có')], one, reworded)).toMatchObject({ aside: [], lookAgain: ['a'] })
    expect(moveAnswers([answer('/a', 'có')], one, reworded)).toMatchObject({ aside: [], lookAgain: [] })
  })
})
