import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { type DraftAnswer, moveAnswers } from '#domain/questionnaire/revision/move-answers.ts'
import { aForm, c, endOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'

const choices = ['0', '1', 'na'].map((name) => c('mức', name))
const form = (rows: readonly RowByHeading[], list = choices): CompiledForm => aForm(rows, list)
const gave = (path: string, value: string, more: Partial<DraftAnswer> = {}): DraftAnswer => ({
  path,
  value,
  reason: '',
  note: '',
  ...more,
})

const sum = ({ answers, aside }: ReturnType<typeof moveAnswers>) => ({
  went: answers.map(({ path, value }) => `${path}=${value}`),
  aside: aside.map(({ path, value, why }) => `${path}=${value} ${why}`),
})

describe('a draft under a corrected version', () => {
  it('RVS-3: answers go along as they were written, into other groups too, where they can still be read', () => {
    const from = form([q('text', 'a'), q('integer', 'n'), q('select_one mức', 's'), q('text', 'd')])
    const to = form([
      q('begin group', 'g'),
      q('text', 'a'),
      endOf('group'),
      q('decimal', 'n'),
      q('select_multiple mức', 's'),
      q('date', 'd'),
    ])
    const answers = [gave('/a', ' chữ '), gave('/n', '05'), gave('/s', '1'), gave('/d', '5/1/2026', { note: 'ghi' })]
    const moved = moveAnswers(answers, from, to)
    expect(sum(moved)).toEqual({ went: ['/g/a= chữ ', '/n=05', '/s=1', '/d=5/1/2026'], aside: [] })
    expect(moved.answers[3]?.note).toBe('ghi')
  })

  it('RVS-4: what does not fit is set aside with question, version and reason', () => {
    const from = form([
      q('text', 'bỏ', { label: 'Câu đã bỏ' }),
      q('text', 'số'),
      q('select_one mức', 'chọn'),
      q('select_one mức', 'thang', { appearance: 'conformity' }),
      q('image', 'ảnh'),
      q('begin repeat', 'r'),
      q('text', 'trong'),
      endOf('repeat'),
    ])
    const to = form(
      [
        q('integer', 'số'),
        q('select_one mức', 'chọn'),
        q('select_one mức', 'thang'),
        q('text', 'ảnh'),
        q('text', 'trong'),
      ],
      [c('mức', '0'), c('mức', 'na')],
    )
    const answers = [
      gave('/bỏ', 'x', { note: 'quan trọng' }),
      gave('/số', 'mười'),
      gave('/chọn', '1'),
      gave('/thang', 'na', { reason: 'không có việc này' }),
      gave('/ảnh', '2 ảnh'),
      gave('/r[a]', '1'),
      gave('/r[a]/trong', 'y'),
      gave('/bỏ#', ''),
    ]
    const moved = moveAnswers(answers, from, to)
    expect(sum(moved)).toEqual({
      went: [],
      aside: [
        '/bỏ=x removed',
        '/số=mười type',
        '/chọn=1 choice',
        '/thang=na reason',
        '/ảnh=2 ảnh type',
        '/r[a]=1 removed',
        '/r[a]/trong=y place',
      ],
    })
    expect(moved.aside[0]).toMatchObject({ label: { '': 'Câu đã bỏ' }, version: '1', note: 'quan trọng' })
  })

  it('RVS-3: instances go along with their keys; a counted repeat takes only the keys it makes itself', () => {
    const rows = (repeat: RowByHeading) => [
      q('integer', 'k'),
      repeat,
      q('text', 't'),
      q('begin repeat', 'trong'),
      q('text', 'u'),
      endOf('repeat'),
      endOf('repeat'),
    ]
    const from = form(rows(q('begin repeat', 'r')))
    const grouped = form([q('begin group', 'g'), ...rows(q('begin repeat', 'r')), endOf('group')])
    const answers = [
      gave('/r[x7]', '1'),
      gave('/r[x7]/t', 'a'),
      gave('/r[x7]/trong[2]', '1'),
      gave('/r[x7]/trong[2]/u', 'b'),
    ]
    expect(sum(moveAnswers(answers, from, grouped))).toEqual({
      went: ['/g/r[x7]=1', '/g/r[x7]/t=a', '/g/r[x7]/trong[2]=1', '/g/r[x7]/trong[2]/u=b'],
      aside: [],
    })
    const counted = form(rows(q('begin repeat', 'r', { repeat_count: '${k}' })))
    expect(sum(moveAnswers([...answers, gave('/r[1]/t', 'c')], from, counted)).went).toEqual(['/r[1]/t=c'])
  })

  it('RVS-5: what was set aside comes back where it is asked for again and nobody has answered since', () => {
    const first = form([q('text', 'a'), q('text', 'b')])
    const second = form([q('text', 'a')])
    const away = moveAnswers([gave('/a', '1'), gave('/b', '2')], first, second)
    expect(sum(away)).toEqual({ went: ['/a=1'], aside: ['/b=2 removed'] })
    const back = moveAnswers(away.answers, second, first, away.aside)
    expect(sum(back)).toEqual({ went: ['/a=1', '/b=2'], aside: [] })
    const answered = moveAnswers([...away.answers, gave('/b', 'mới')], second, first, away.aside)
    expect(sum(answered)).toEqual({ went: ['/a=1', '/b=mới'], aside: ['/b=2 removed'] })
    expect(sum(moveAnswers(away.answers, second, second, away.aside))).toEqual(sum(away))
  })

  it('RVS-6: an answer that went along under other words is named', () => {
    const from = form([q('text', 'a', { label: 'Số hộ' }), q('text', 'b'), q('text', 'c', { label: 'C' })])
    const to = form([q('text', 'a', { label: 'Số hộ nghèo' }), q('text', 'b'), q('text', 'c', { label: 'Ç' })])
    expect(moveAnswers([gave('/a', '5'), gave('/b', '6')], from, to).lookAgain).toEqual(['a'])
  })

  it('RVS-6: so is one whose choice says something else now, and no other choice', () => {
    const list = (one: string, nought: string) => [c('mức', '1', { label: one }), c('mức', '0', { label: nought })]
    const rows = [q('select_one mức', 'a'), q('select_multiple mức', 'b'), q('select_one mức', 'c')]
    const [from, to] = [form(rows, list('Có', 'Chưa')), form(rows, list('Có, đã dùng', 'Chưa'))]
    const answers = [gave('/a', '1'), gave('/b', '0 1'), gave('/c', '0')]
    expect(moveAnswers(answers, from, to).lookAgain).toEqual(['a', 'b'])
  })

  it('RVS-9: what two people answered differently stays disputed: neither chosen, nor set aside, nor covered', () => {
    const from = form([q('text', 'a'), q('text', 'bỏ'), q('text', 'n')])
    const to = form([q('begin group', 'g'), q('text', 'a'), q('integer', 'n'), endOf('group')])
    const disputed = { hasConflict: true }
    const answers = [gave('/a', 'x', disputed), gave('/bỏ', 'y', disputed), gave('/n', 'ba', disputed)]
    const moved = moveAnswers(answers, from, to)
    expect(sum(moved)).toEqual({ went: ['/g/a=x', '/bỏ=y', '/g/n=ba'], aside: [] })
    const earlier = { ...gave('/a', 'cũ'), why: 'removed', version: '0', label: {} } as const
    const again = moveAnswers([gave('/a', '', disputed)], from, to, [earlier])
    expect(sum(again)).toEqual({ went: ['/g/a='], aside: ['/a=cũ removed'] })
  })

  it('RVS-4: whatever two versions are, every answer is in the moved draft or aside, once and unchanged', () => {
    const kinds = ['text', 'integer', 'date', 'select_one mức', 'select_multiple mức', 'image', 'geopoint']
    const names = ['a', 'b', 'c', 'd', 'e']
    const question = fc.record({ name: fc.constantFrom(...names), kind: fc.constantFrom(...kinds), place: fc.nat(2) })
    const version = fc.uniqueArray(question, { selector: ({ name }) => name, maxLength: 5 }).map((questions) => {
      const at = (place: number) =>
        questions.filter((one) => one.place === place).map(({ kind, name }) => q(kind, name))
      const rows = [
        ...at(0),
        ...(at(1).length > 0 ? [q('begin group', 'g'), ...at(1), endOf('group')] : []),
        ...(at(2).length > 0 ? [q('begin repeat', 'r'), ...at(2), endOf('repeat')] : []),
      ]
      return { compiled: form(rows.length > 0 ? rows : [q('text', 'z')]), questions }
    })
    const value = fc.constantFrom('', '0', '1', 'chữ', '2026-11-21', '0 na', '10 106')
    fc.assert(
      fc.property(version, version, fc.array(value, { minLength: 5, maxLength: 5 }), (from, to, values) => {
        const given = from.questions.map(({ name, place }, at) =>
          gave(`${['', '/g', '/r[k]'][place]}/${name}`, values[at] ?? ''),
        )
        const { answers, aside } = moveAnswers(given, from.compiled, to.compiled)
        const text = ({ value: one, reason, note }: DraftAnswer) => [one, reason, note].join('|')
        const before = given
          .filter((one) => one.value !== '')
          .map(text)
          .sort()
        expect([...answers.filter((one) => one.value !== ''), ...aside].map(text).sort()).toEqual(before)
        expect(new Set(answers.map(({ path }) => path)).size).toBe(answers.length)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
