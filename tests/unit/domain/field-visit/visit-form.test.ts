import { describe, expect, it } from 'vitest'
import { noVisitDetails } from '#domain/field-visit/visit.ts'
import { sealVisitForm } from '#domain/field-visit/visit-form.ts'
import { createVisitRecord } from '#domain/field-visit/visit-record.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { fillingFigures } from '#domain/questionnaire/filling/filling-figures.ts'
import {
  feedOfFilling,
  fillingAnswerId,
  fillingId,
  visitOfFilling,
} from '#domain/questionnaire/filling/filling-names.ts'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'

const TODAY = '2026-11-21' as LocalDate
const AT = Date.UTC(2026, 10, 21, 4)
const UNIT = 'ls25-06001'
const VISIT = '01953f2a-7b1c-7d2e-8f30-9a4b5c6d7e8f'
const FILLING = fillingId(UNIT, 'phieu@1.2', VISIT)

const compiled = aForm(
  [
    q('select_one có', 'niêm', { label: 'Đã niêm yết?', required: 'yes' }),
    q('begin repeat', 'quầy', { label: 'Quầy' }),
    q('decimal', 'chờ', { label: 'Chờ bao lâu', unit: 'phút', constraint: '. < 600' }),
    endOf('repeat'),
    q('text', 'vì', { label: 'Vì sao chưa', relevant: "${niêm} = 'chua'", required: 'yes' }),
    q('image', 'ảnh', { label: 'Ảnh bảng' }),
  ],
  [c('có', 'co', { label: 'Có' }), c('có', 'chua', { label: 'Chưa' })],
)

const answer = (path: string, value: string) => ({ path, value, reason: '', note: '' })
const photo = { of: fillingAnswerId(FILLING, '/ảnh'), sha256: 'ab', mime: 'image/jpeg', size: 9, caption: 'Bảng' }

const sealed = (answers = [answer('/niêm', 'co'), answer('/quầy[a]', '0'), answer('/quầy[a]/chờ', '12.5')]) =>
  sealVisitForm(compiled, {
    filling: FILLING,
    form: 'phieu@1.2',
    unit: UNIT,
    round: VISIT,
    submittedBy: 'acc-monitor',
    answers,
    evidence: [photo],
    at: AT,
    session: { language: '' },
  })

const record = (forms?: Parameters<typeof createVisitRecord>[0]['forms']) => {
  const visit = {
    ...noVisitDetails,
    id: 'v1',
    unit: UNIT,
    on: writtenDate('21/11/2026'),
    stage: 'G4' as const,
    flag: 'green' as const,
    done: 'Đã xem',
    lateReasons: [],
    recommendation: '',
    visitors: 'Người theo dõi A',
    received: 'Thư ký ISO',
  }
  const parts = { visit, number: 1, tasks: [], evidence: [], sealedAt: '2026-11-21T04:00:00.000Z', sealedBy: 'a' }
  return createVisitRecord({ ...parts, ...(forms !== undefined && { forms }) }, TODAY)
}

describe('where a form of a visit stands', () => {
  it('FIL-18: is read from its id, whatever dots the version has; a round is no visit', () => {
    expect([visitOfFilling(FILLING), feedOfFilling(FILLING)]).toEqual([VISIT, `${UNIT}/pub`])
    for (const round of ['2026-1', 'trial', '01953f2a'])
      expect([
        visitOfFilling(fillingId(UNIT, 'phieu@1', round)),
        feedOfFilling(fillingId(UNIT, 'phieu@1', round)),
      ]).toEqual([null, `${UNIT}/self`])
  })

  it('FIL-19: how far it is the form reckons, photos and hidden questions with it', () => {
    const figures = (answers: ReturnType<typeof answer>[], photos: readonly string[] = []) =>
      fillingFigures(compiled, { filling: FILLING, answers, session: {}, photos, at: AT })
    expect(figures([])).toEqual({ answered: 0, total: 3, missing: 1 })
    expect(figures([answer('/niêm', 'chua')])).toEqual({ answered: 1, total: 4, missing: 1 })
    expect(figures([answer('/niêm', 'co')], [photo.of])).toEqual({ answered: 2, total: 3, missing: 0 })
  })
})

describe('a form of a visit in its record', () => {
  it('VIS-19: is sealed in the words of the form, with units and the hashes of its photos', () => {
    expect(sealed()).toMatchObject({
      ok: true,
      value: {
        form: 'phieu@1.2',
        answers: [
          { path: '/niêm', label: 'Đã niêm yết?', shown: 'Có' },
          { path: '/quầy[a]/chờ', value: '12.5', unit: 'phút' },
          { path: '/ảnh', value: '1', photos: true },
        ],
        evidence: [{ path: '/ảnh', sha256: 'ab' }],
      },
    })
  })

  it('VIS-20: names the form and counts what is missing and what is wrong', () => {
    expect(sealed([answer('/niêm', 'chua'), answer('/quầy[a]', '0'), answer('/quầy[a]/chờ', '900')])).toEqual({
      ok: false,
      error: { code: 'visit.form-incomplete', params: { form: 'phieu', missing: 2 } },
    })
  })

  it('VIS-19: stands in one order in the record, and a record without forms is what it always was', () => {
    const one = sealed()
    if (!one.ok) throw new Error(one.error.code)
    const other = { ...one.value, filling: fillingId(UNIT, 'a@1', VISIT) }
    const [there, back] = [record([one.value, other]), record([other, one.value])]
    expect(canonicalJson(there)).toBe(canonicalJson(back))
    expect(there.ok && there.value.forms?.map(({ filling }) => filling)).toEqual([other.filling, one.value.filling])
    expect(canonicalJson(record([]))).toBe(canonicalJson(record()))
    expect(record().ok && Object.keys((record() as { value: object }).value)).not.toContain('forms')
  })
})
