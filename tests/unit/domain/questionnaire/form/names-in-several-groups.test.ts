import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealFilling } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingAnswerId, refOfWord, wordOfRef } from '#domain/questionnaire/filling/filling-names.ts'
import { placedAnswers } from '#domain/questionnaire/filling/placed-answers.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { compareVersions } from '#domain/questionnaire/revision/compare-versions.ts'
import { type DraftAnswer, moveAnswers } from '#domain/questionnaire/revision/move-answers.ts'
import { itemsOfForm } from '#domain/questionnaire/revision/revised-item.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import {
  aForm,
  aSession,
  aWorkbook,
  c,
  endOf,
  NOON,
  problemsOf,
  q,
  type RowByHeading,
} from '#support/questionnaire/form-builder.ts'

const group = (name: string, ...rows: readonly RowByHeading[]) => [q('begin group', name), ...rows, endOf('group')]
const repeat = (name: string, ...rows: readonly RowByHeading[]) => [q('begin repeat', name), ...rows, endOf('repeat')]

const choices = [c('mức', '0'), c('mức', '1', { label: 'Có' })]

/** A household and its head, both with a name and an age. */
const household = [
  ...group('hộ', q('text', 'tên', { label: 'Tên hộ' }), q('integer', 'số', { label: 'Số người' })),
  ...group(
    'chủ',
    q('text', 'tên', { label: 'Tên chủ hộ' }),
    q('select_one mức', 'mức'),
    q('calculate', 'lời', { calculation: "concat(../tên, ' / ', /phieu/hộ/tên)" }),
  ),
  ...group('khác', q('select_one mức', 'mức', { relevant: "/phieu/chủ/mức = '1'" })),
]

const gave = (path: string, value: string, more: Partial<DraftAnswer> = {}) => ({
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

describe('a name in several groups', () => {
  it('FRM-36: is taken, and paths lead to each', () => {
    const session = aSession(household, choices)
    expect(session.refs()).toEqual([
      '/hộ',
      '/hộ/tên:',
      '/hộ/số',
      '/chủ',
      '/chủ/tên:',
      '/chủ/mức:',
      '/chủ/lời',
      '/khác',
      '/khác/mức:',
    ])
    session.answer('/hộ/tên:', 'A')
    session.answer('/chủ/tên:', 'B')
    expect(session.state('/chủ/lời')?.value).toBe('B / A')
    expect(session.state('/khác/mức:')?.relevant).toBe(false)
    session.answer('/chủ/mức:', '1')
    expect(session.state('/khác/mức:')?.relevant).toBe(true)
    expect(session.state('/hộ/tên:')?.value).toBe('A')
  })

  it('FRM-36: cannot be named by ${…}, in expressions and in words, and the place is told', () => {
    const rows = [
      ...group('a', q('text', 'x')),
      ...group('b', q('text', 'x')),
      q('text', 'y', { label: 'Của ${x}', relevant: "${x} = '1'" }),
      q('text', 'z', { required_message: 'Như ${x}' }),
      q('calculate', 'w', { calculation: "jr:choice-name('1', '${x}')" }),
    ]
    const told = problemsOf(aWorkbook(rows)).map(({ code, row, column, word }) => [code, row, column, word].join(' '))
    expect(told.toSorted()).toEqual([
      'reference-several 10 calculation x',
      'reference-several 8 label x',
      'reference-several 8 relevant x',
      'reference-several 9 required_message x',
    ])
    const named = [...group('a', q('text', 'x')), ...group('b', q('text', 'x'))]
    const settings = { form_id: 'p', version: '1', instance_name: '${x}' }
    expect(problemsOf(aWorkbook(named, [], settings))).toMatchObject([{ code: 'reference-several', word: 'x' }])
  })

  it('FRM-36: two rows of one group, two repeats, and two rows of a list of items are refused at both', () => {
    const rowsOf = (rows: readonly RowByHeading[], settings?: RowByHeading) =>
      problemsOf(aWorkbook(rows, [], settings)).map(({ code, row }) => `${code} ${row}`)
    expect(rowsOf(group('g', q('text', 'a'), q('text', 'a')))).toEqual(['name-twice 3', 'name-twice 4'])
    const repeats = [...group('g', ...repeat('r', q('text', 'a'))), ...repeat('r', q('text', 'b'))]
    expect(rowsOf(repeats)).toEqual(['name-twice 3', 'name-twice 7'])
    const items = [...group('g', q('text', 'a')), ...group('h', q('text', 'a'))]
    const use = { form_id: 'p', version: '1', use: 'inspection' }
    expect(rowsOf(items, use)).toEqual(['name-twice 3', 'name-twice 6'])
    expect(rowsOf(items)).toEqual([])
  })

  it('FRM-36: "or other" asks for the words of the choice beside it', () => {
    const asks = (name: string) => q('select_one mức or_other', name)
    const session = aSession([...group('a', asks('m')), ...group('b', asks('m')), ...group('c', asks('n'))], choices)
    session.answer('/b/m:', 'other')
    expect(['/a/m_other:', '/b/m_other:'].map((ref) => session.state(ref)?.relevant)).toEqual([false, true])
    session.answer('/c/n', 'other')
    expect(session.state('/c/n_other')?.relevant).toBe(true)
  })

  it('FRM-36: the label of a choice is that of the question that was meant', () => {
    const list = [c('mức', '1', { label: 'Có' }), c('khác', '1', { label: 'Nhiều' })]
    const rows = [
      ...group('a', q('select_one mức', 'x')),
      ...group('b', q('select_one khác', 'x'), q('calculate', 'y', { calculation: 'jr:choice-name(../x, ../x)' })),
    ]
    const session = aSession(rows, list)
    session.answer('/b/x:', '1')
    expect(session.state('/b/y')?.value).toBe('Nhiều')
  })

  it('FRM-36: such a form written to sheets and read again is the same', () => {
    const { form } = aForm(household, choices)
    const again = importWorkbook(exportWorkbook(form).workbook)
    expect(again.ok && again.value.form).toEqual(form)
  })

  it('FRM-37: answers are stored and sealed apart, by their path; a name of its own stays an id of its own', () => {
    const filling = 'fil.u.phieu@1.2026-1'
    const idOf = (ref: string) => fillingAnswerId(filling, ref).slice(`fan.${filling}/`.length)
    expect(['/hộ/tên:', '/chủ/tên:', '/hộ/số'].map(idOf)).toEqual(['hộ/tên:', 'chủ/tên:', 'số'])
    expect(['/g/r[k]/q:', '/g/r[k]/s:/q:', '/r:[k]/r:', '/r:[k]'].map(idOf)).toEqual([
      'g/r/q:~k',
      'g/r/s/q:~k',
      'r/r:~k',
      'r:~k',
    ])
    // What a move set aside under a version that looks like a mark is no path.
    expect(['/a~aside~1:', '/a~aside~2026/1:', '/g/a:~aside~2'].map(idOf)).toEqual(['a~aside~1:', '1:', 'g/a:~aside~2'])
    expect(refOfWord(wordOfRef('/g/r:[k]/q:'))).toBe('/g/r:[k]/q:')
    const long = (at: number) => fillingAnswerId(filling, `/g${at}/${'dài'.repeat(90)}:`)
    expect([long(1).length <= 200, long(1) === long(2)]).toEqual([true, false])
    const parts = { filling, form: 'phieu@1', unit: 'u', round: '2026-1', submittedBy: 'acc', evidence: [], at: NOON }
    const answers = [gave('/hộ/tên:', 'A'), gave('/chủ/tên:', 'B'), gave('/hộ/số', '4')]
    const sealed = sealFilling(aForm(household, choices), { ...parts, answers, session: {} })
    expect(sealed.ok && sealed.value.answers.map(({ path, label, value }) => [path, label, value])).toEqual([
      ['/hộ/tên:', 'Tên hộ', 'A'],
      ['/hộ/số', 'Số người', '4'],
      ['/chủ/tên:', 'Tên chủ hộ', 'B'],
      ['/chủ/lời', '', 'B / A'],
    ])
  })

  it('FRM-37: a repeat and what stands in it may share a name', () => {
    const session = aSession(repeat('gps', q('text', 'gps')))
    session.addInstance('/gps:', 'k')
    session.answer('/gps:[k]/gps:', 'x')
    expect(session.answers()).toMatchObject({ '/gps:': '1 k', '/gps:[k]/gps:': 'x' })
  })
})

describe('a draft whose names stand in several groups', () => {
  const two = (one: string, other: string): CompiledForm =>
    aForm([...group(one, q('text', 'x')), ...group(other, q('text', 'x'))])
  const once = (around: string): CompiledForm => aForm(group(around, q('text', 'x')))

  it('RVS-11: goes along by its path, and what has none is set aside', () => {
    const answers = [gave('/a/x:', 'một'), gave('/b/x:', 'hai')]
    expect(sum(moveAnswers(answers, two('a', 'b'), two('b', 'a')))).toEqual({
      went: ['/a/x:=một', '/b/x:=hai'],
      aside: [],
    })
    expect(sum(moveAnswers(answers, two('a', 'b'), two('b', 'c')))).toEqual({
      went: ['/b/x:=hai'],
      aside: ['/a/x:=một removed'],
    })
    expect(sum(moveAnswers(answers, two('a', 'b'), once('b')))).toEqual({
      went: ['/b/x=hai'],
      aside: ['/a/x:=một removed'],
    })
    expect(sum(moveAnswers(answers, two('a', 'b'), once('c'))).went).toEqual([])
    expect(sum(moveAnswers([gave('/b/x', 'hai')], once('b'), two('a', 'b'))).went).toEqual(['/b/x:=hai'])
    expect(sum(moveAnswers([gave('/c/x', 'ba')], once('c'), two('a', 'b'))).aside).toEqual(['/c/x=ba removed'])
    expect(sum(moveAnswers([gave('/c/x', 'ba')], once('c'), once('a'))).went).toEqual(['/a/x=ba'])
  })

  it('RVS-11: so do entries of a repeat whose name stands elsewhere too, with their keys', () => {
    const from = aForm(repeat('r', q('text', 't')))
    const to = aForm([...repeat('r', q('text', 't'), ...group('g', q('text', 'r')))])
    const answers = [gave('/r[k]', '1'), gave('/r[k]/t', 'x')]
    expect(sum(moveAnswers(answers, from, to)).went).toEqual(['/r:[k]=1', '/r:[k]/t=x'])
    const elsewhere = aForm([...group('h', ...repeat('r', q('text', 't'))), q('text', 'r')])
    expect(sum(moveAnswers(answers, from, elsewhere))).toEqual({
      went: [],
      aside: ['/r[k]=1 place', '/r[k]/t=x place'],
    })
  })

  it('RVS-11: what was set aside comes back at its path only', () => {
    const aside = { ...gave('/a/x:', 'cũ'), why: 'removed', version: '1', label: {} } as const
    expect(sum(moveAnswers([], once('b'), two('a', 'b'), [aside])).went).toEqual(['/a/x:=cũ'])
    expect(sum(moveAnswers([], two('b', 'c'), once('b'), [aside])).aside).toEqual(['/a/x:=cũ removed'])
  })

  it('RVS-11: two versions are compared as their answers are moved', () => {
    const revised = (from: CompiledForm, to: CompiledForm) => {
      const { items, unchanged } = compareVersions(itemsOfForm(from.form), itemsOfForm(to.form))
      return { items: items.map(({ name, what, aspects }) => [name, what, ...aspects]), unchanged }
    }
    expect(revised(two('a', 'b'), two('a', 'b'))).toEqual({ items: [], unchanged: 2 })
    expect(revised(two('a', 'b'), two('b', 'c'))).toEqual({
      items: [
        ['/a/x', 'removed'],
        ['/c/x', 'added'],
      ],
      unchanged: 1,
    })
    expect(revised(once('a'), two('a', 'b'))).toEqual({ items: [['/b/x', 'added']], unchanged: 1 })
    expect(revised(once('a'), once('b'))).toEqual({ items: [['x', 'changed', 'place']], unchanged: 0 })
  })

  it('RVS-12: what would get another id is not covered: disputed it stays where it was, late it stands aside', () => {
    const disputed = gave('/a/x', 'một', { hasConflict: true })
    expect(sum(moveAnswers([disputed], once('a'), two('a', 'b')))).toEqual({ went: ['/a/x=một'], aside: [] })
    const behind = [gave('/b/x:', 'một'), gave('/c/x', 'muộn'), gave('/b/x', '')]
    for (const answers of [behind, [...behind].reverse()])
      expect(sum(moveAnswers(answers, two('a', 'b'), once('b')))).toEqual({
        went: ['/b/x=một'],
        aside: ['/c/x=muộn place'],
      })
    const late = placedAnswers([gave('/a/x', 'muộn'), gave('/a/x:', 'một')], two('a', 'b'))
    expect(late.answers.map(({ path, value }) => `${path}=${value}`)).toEqual(['/a/x:=một'])
    expect(late.stray.map(({ path, value, why }) => `${path}=${value} ${why}`)).toEqual(['/a/x=muộn place'])
    const shared = aForm(repeat('r', q('text', 't'), q('text', 'u'), ...group('g', q('text', 'r'))))
    const entries = placedAnswers(
      [gave('/r[k]', '1'), gave('/r[k]/t', 'x'), gave('/r[l]', ''), gave('/r:[l]', '2')],
      shared,
    )
    expect(entries.answers.map(({ path, value }) => `${path}=${value}`)).toEqual(['/r:[k]=1', '/r:[k]/t=x', '/r:[l]=2'])
    expect(entries.stray).toEqual([])
  })

  it('RVS-11: whatever two versions are, every answer is in the moved draft or aside, and under its own name', () => {
    const place = fc.record({ group: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('x', 'y', 'z') })
    const version = fc
      .uniqueArray(place, { selector: ({ group: at, name }) => `${at}/${name}`, minLength: 1, maxLength: 7 })
      .map((places) => {
        const inside = (at: string) => places.filter((one) => one.group === at).map(({ name }) => q('text', name))
        return aForm(['a', 'b', 'c'].flatMap((at) => (inside(at).length > 0 ? group(at, ...inside(at)) : [])))
      })
    fc.assert(
      fc.property(version, version, (from, to) => {
        const refs = from.index.all.filter(({ node }) => node.kind === 'text').map(({ path }) => path)
        const moved = moveAnswers(
          refs.map((ref) => gave(ref, ref)),
          from,
          to,
        )
        const there = [...moved.answers, ...moved.aside].map(({ value }) => value)
        expect(there.sort()).toEqual([...refs].sort())
        const known = new Set(to.index.all.map(({ path }) => path))
        for (const { path, value } of moved.answers) {
          expect(known.has(path)).toBe(true)
          const [bare, was] = [path, value].map((one) => one.replaceAll(':', ''))
          const isUnique = !path.endsWith(':') && !value.endsWith(':')
          expect(isUnique ? bare?.slice(2) : bare).toBe(isUnique ? was?.slice(2) : was)
        }
      }),
    )
  })
})
