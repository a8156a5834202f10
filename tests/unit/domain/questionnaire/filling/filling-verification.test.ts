import { describe, expect, it } from 'vitest'
import { type FilledAnswer, sealFilling } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingGap } from '#domain/questionnaire/filling/filling-gap.ts'
import { fillingVerificationId } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingSigns } from '#domain/questionnaire/filling/filling-signs.ts'
import {
  checkFillingVerification,
  type FillingVerification,
  fillingVerificationCount,
  verifiableAnswers,
} from '#domain/questionnaire/filling/filling-verification.ts'
import { verifiedFigures } from '#domain/questionnaire/filling/verified-figures.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { aForm, c, endOf, NOON, q } from '#support/questionnaire/form-builder.ts'

const answer = (path: string, value: string, more: Partial<FilledAnswer> = {}): FilledAnswer => ({
  path,
  label: path.slice(1),
  value,
  ...more,
})

const found = (level: FillingVerification['level'], reason = '', value = ''): FillingVerification => ({
  level,
  value,
  reason,
})

const agreed = { level: 'agreed', value: '', reason: '' }

describe('the verification of a form', () => {
  const content = { answers: [answer('/a', '1'), answer('/tổng', '1', { computed: true }), answer('/b', 'x')] }

  it('FIL-11: asks about what a person answered, and about nothing that was reckoned', () => {
    expect(verifiableAnswers(content).map(({ path }) => path)).toEqual(['/a', '/b'])
    const count = fillingVerificationCount(content, { '/a': found('agreed'), '/tổng': found('agreed') })
    expect(count).toEqual({ total: 2, verified: 1, waiting: ['/b'], differing: [] })
    expect(fillingVerificationCount(content, { '/b': found('other', 'vì') }).differing).toEqual(['/b'])
    expect(fillingVerificationCount(content, { '/b': found(null) }).waiting).toEqual(['/a', '/b'])
  })

  it('FIL-12: "other" needs a reason, may name a value, and is an agreement where it names the same', () => {
    const check = (one: FillingVerification) => checkFillingVerification({ value: '0.5' }, one)
    expect(check(found('agreed', 'left over', '1'))).toEqual({ ok: true, value: agreed })
    expect(check(found('other', ' '))).toEqual({ ok: false, error: { code: 'verification.reason-missing' } })
    expect(check(found('other', 'thiếu biên bản', '0.25'))).toMatchObject({ ok: true, value: { value: '0.25' } })
    expect(check(found('other', 'chưa rõ'))).toMatchObject({ ok: true, value: { level: 'other', value: '' } })
    expect(check(found('other', '', '0.5'))).toEqual({ ok: true, value: agreed })
    expect(check(found(null, 'x', 'y'))).toEqual({ ok: true, value: { level: null, value: '', reason: '' } })
  })

  it('FIL-2: what was found has one id on every device, no longer than an endpoint takes', () => {
    const submission = '0198f000-0000-7000-8000-000000000001'
    expect(fillingVerificationId(submission, '/chung/người[k1]/họ')).toBe(`ver.${submission}.họ~k1`)
    const long = fillingVerificationId(submission, `/${'nhóm/'.repeat(9)}${'dài'.repeat(99)}`)
    expect(long.length).toBeLessThanOrEqual(200)
    expect(long.startsWith(`ver.${submission}.`)).toBe(true)
  })
})

describe('figures after verification', () => {
  const form = aForm(
    [
      q('select_one điểm', 'một'),
      q('begin repeat', 'người', { label: 'Người' }),
      q('integer', 'tuổi'),
      endOf('repeat'),
      q('calculate', 'tổng', { calculation: 'number(${một}) + sum(${tuổi})' }),
      q('note', 'kết_quả', { label: 'Tổng ${tổng}' }),
      q('note', 'lời', { label: 'Không có số' }),
    ],
    ['0', '1', '2'].map((name) => c('điểm', name)),
  )
  const answers = [
    answer('/một', '2'),
    answer('/người[1]/tuổi', '30'),
    answer('/người[kb]/tuổi', '40'),
    answer('/tổng', '72', { computed: true }),
  ]
  const options = { clock: { now: () => NOON }, language: '' }

  it('FIL-15: are what the form makes of the found values, in every instance; what was sealed stays', () => {
    expect(verifiedFigures(form, { answers }, {}, options)).toEqual([
      { ref: '/kết_quả', own: 'Tổng 72', verified: 'Tổng 72' },
    ])
    const verifications = {
      '/một': found('other', 'thiếu', '1'),
      '/người[kb]/tuổi': found('other', 'sai', '35'),
      '/người[1]/tuổi': found('other', 'chưa rõ'),
    }
    expect(verifiedFigures(form, { answers }, verifications, options)).toEqual([
      { ref: '/kết_quả', own: 'Tổng 72', verified: 'Tổng 66' },
    ])
    expect(answers[0]?.value).toBe('2')
  })

  it('FIL-15: rest on everything the form and the device filled in, and only what it calculates is reckoned anew', () => {
    const scored = aForm([
      q('today', 'hôm'),
      q('integer', 'tối_đa', { default: '10', read_only: 'yes' }),
      q('hidden', 'hệ_số', { default: '2' }),
      q('calculate', 'cộng', { default: '5' }),
      q('integer', 'tự_chấm'),
      q('integer', 'còn', { calculation: '${tối_đa} - ${tự_chấm}', read_only: 'yes' }),
      q('note', 'kết_quả', { label: '${hôm}: ${tự_chấm}/${tối_đa}, còn ${còn}, nhân ${hệ_số} cộng ${cộng}' }),
    ])
    const session = new FormSession(scored, { clock: options.clock })
    session.answer('/tự_chấm', '8')
    const own = '21/11/2026: 8/10, còn 2, nhân 2 cộng 5'
    expect(session.state('/kết_quả')?.label).toBe(own)
    const filled = Object.entries(session.answers()).map(([path, value]) => ({ path, value, reason: '', note: '' }))
    const about = { filling: 'fil.xa.phieu@1.2026-1', form: 'phieu@1', unit: 'xa', round: '2026-1', submittedBy: 'acc' }
    // Handed in a day later: `today` stays the day on which the filling began.
    const at = NOON + 86_400_000
    const sealed = sealFilling(scored, { ...about, at, session: {}, evidence: [], answers: filled })
    if (!sealed.ok) throw new Error(sealed.error.code)
    expect(verifiableAnswers(sealed.value).map(({ path }) => path)).toEqual(['/tự_chấm'])
    const later = { clock: { now: () => at }, language: '' }
    const verified = '21/11/2026: 6/10, còn 4, nhân 2 cộng 5'
    expect(verifiedFigures(scored, sealed.value, { '/tự_chấm': found('other', 'thiếu', '6') }, later)).toEqual([
      { ref: '/kết_quả', own, verified },
    ])
  })
})

describe('a gap of a form', () => {
  const { form } = aForm(
    [q('select_one mức', 'thang', { appearance: 'conformity' }), q('select_one màu', 'màu'), q('integer', 'số')],
    [
      ...['0', '1', '2', '3', 'na'].map((name) => c('mức', name)),
      c('màu', 'đỏ', { gap: 'yes' }),
      c('màu', 'xanh', { gap: '' }),
    ],
  )
  const questions = new Map(form.nodes.flatMap((node) => (isQuestion(node) ? [[node.name, node] as const] : [])))
  const gap = (name: string, value: string, one?: FillingVerification) =>
    fillingGap(form, questions.get(name), { value }, one)

  it('FIL-16: is what was found other, 0 or 1 on the scale, or a choice that says so', () => {
    expect(['0', '1', '2', '3', 'na'].map((value) => gap('thang', value))).toEqual(['own', 'own', null, null, null])
    expect([gap('màu', 'đỏ'), gap('màu', 'xanh'), gap('số', '0')]).toEqual(['own', null, null])
    expect(gap('số', '9', found('other', 'vì'))).toBe('verified')
    expect(gap('thang', '0', found('agreed'))).toBe('own')
    expect(fillingGap(undefined, undefined, { value: '0' }, undefined)).toBeNull()
  })
})

describe('signs of answering a form without looking', () => {
  const chosen = (count: number, more: Partial<FilledAnswer> = {}) =>
    Array.from({ length: count }, (_, at) => answer(`/c${at}`, 'yes', { shown: 'Có', ...more }))
  const nothing = { evidence: [], earlierPhotos: [], startedOn: '2026-11-01' }
  const signsOf = (answers: readonly FilledAnswer[]) => fillingSigns({ ...nothing, answers }).map((sign) => sign.is)

  it('HON-6: fifteen times the same words, by whatever lists they come, is a straight line', () => {
    expect(signsOf(chosen(15))).toEqual(['straight-line'])
    expect(signsOf([...chosen(8), answer('/t', 'viết'), ...chosen(8)])).toEqual([])
    expect(signsOf([...chosen(8), answer('/t', '9', { computed: true }), ...chosen(8)])).toEqual(['straight-line'])
    expect(signsOf([...chosen(8), answer('/c', 'no', { shown: 'Không' }), ...chosen(8)])).toEqual([])
    expect(signsOf([...chosen(8), ...chosen(1, { note: 'đã xem' }), ...chosen(8)])).toEqual([])
  })

  it('HON-6: ninety answers in three minutes are told, what the form filled in at its start is not', () => {
    const answers = chosen(90).map((one, at) => ({ ...one, shown: `Mức ${at % 2}` }))
    const changes = Object.fromEntries(answers.map(({ path }, at) => [path, { at: at * 2000, by: 'acc-a' }]))
    expect(fillingSigns({ ...nothing, answers, changes })).toEqual([{ is: 'pace', answers: 90, ms: 178_000 }])
    expect(fillingSigns({ ...nothing, answers })).toEqual([])
  })

  it('HON-6: one photo for two questions, one of an earlier form, and evidence older than the period', () => {
    const photo = (path: string, sha256: string, on: string | null) => ({
      path,
      sha256,
      takenAt: NOON,
      on: on as LocalDate | null,
    })
    const evidence = [photo('/a', 'aa', null), photo('/b', 'aa', null), photo('/c', 'cc', '2024-01-01')]
    const signs = fillingSigns({ ...nothing, answers: [], evidence, earlierPhotos: ['cc'] })
    expect(signs).toEqual([
      { is: 'same-photo', sha256: 'aa', questions: ['/a', '/b'] },
      { is: 'photo-of-earlier-round', sha256: 'cc', questions: ['/c'] },
      { is: 'old-evidence', questions: ['/c'], before: '2025-11-01' },
    ])
  })
})
