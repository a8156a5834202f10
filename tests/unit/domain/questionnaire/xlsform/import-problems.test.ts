import { describe, expect, it } from 'vitest'
import { formProblemCodes } from '#domain/questionnaire/form/form-problem.ts'
import { purposeOf } from '#domain/questionnaire/form/form.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import english from '#locales/en/forms.json'
import vietnamese from '#locales/vi/forms.json'
import { aWorkbook, c, endOf, problemsOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'

const one = (rows: readonly RowByHeading[], choices: readonly RowByHeading[] = [], settings?: RowByHeading) =>
  problemsOf(settings === undefined ? aWorkbook(rows, choices) : aWorkbook(rows, choices, settings))

const at = (sheet: string, row: number, column: string, code: string, word?: string) =>
  word === undefined ? { sheet, row, column, code } : { sheet, row, column, code, word }

describe('a broken sheet is refused with sheet, row, column and reason', () => {
  it.each([
    ['no sheet survey', { choices: [['list_name']] }, { sheet: 'survey', row: 0, code: 'sheet-missing' }],
    ['an empty survey', { survey: [['type', 'name', 'label']] }, { sheet: 'survey', code: 'sheet-empty' }],
    [
      'no heading type',
      {
        survey: [
          ['kind', 'name'],
          ['text', 'a'],
        ],
      },
      at('survey', 1, 'type', 'column-missing', 'type'),
    ],
    [
      'a sheet that does something',
      { ...aWorkbook([q('text', 'a')]), entities: [['a'], ['b']] },
      { code: 'sheet-unknown', sheet: 'entities' },
    ],
    [
      'a heading twice',
      {
        survey: [
          ['type', 'name', 'label', 'label'],
          ['text', 'a', 'x', 'y'],
        ],
      },
      at('survey', 1, 'label', 'column-twice'),
    ],
    [
      'text under no heading',
      {
        survey: [
          ['type', 'name', 'label'],
          ['text', 'a', 'x', 'lạc'],
        ],
      },
      at('survey', 2, 'D', 'heading-missing', 'lạc'),
    ],
    [
      'a column nobody knows',
      {
        survey: [
          ['type', 'name', 'label', 'media::image'],
          ['text', 'a', 'x', 'a.jpg'],
        ],
      },
      at('survey', 2, 'media::image', 'not-supported', 'media::image'),
    ],
    [
      'a column that XLSForm does not have',
      {
        survey: [
          ['type', 'name', 'label', 'nhóm máu'],
          ['text', 'a', 'x', 'O'],
        ],
      },
      at('survey', 2, 'nhóm máu', 'column-unknown', 'nhóm máu'),
    ],
  ] as const)('FRM-19: %s', (_title, workbook, problem) => {
    expect(problemsOf(workbook as unknown as Workbook)).toMatchObject([problem])
  })

  it.each([
    ['an unknown type', [q('integr', 'a')], at('survey', 2, 'type', 'type-unknown', 'integr')],
    ['a type we do not take', [q('geotrace', 'a')], at('survey', 2, 'type', 'not-supported', 'geotrace')],
    [
      'or_other of a file',
      [q('select_one_from_file x.csv or_other', 'a')],
      at('survey', 2, 'type', 'not-supported', 'or_other'),
    ],
    [
      'a range that is none',
      [q('range', 'a', { parameters: 'start=9 end=1' })],
      at('survey', 2, 'parameters', 'cell-unfit', 'start=9 end=1'),
    ],
    [
      'a log that asks for positions',
      [q('audit', 'audit', { parameters: 'location-priority=balanced' })],
      at('survey', 2, 'parameters', 'not-supported'),
    ],
    [
      'a file that is not there',
      [q('select_one_from_file x.csv', 'a')],
      at('survey', 2, 'type', 'file-missing', 'x.csv'),
    ],
    ['a list that is not there', [q('select_one l', 'a')], at('survey', 2, 'type', 'list-missing', 'l')],
    [
      'a choosing question without a list',
      [q('select_one', 'a')],
      at('survey', 2, 'type', 'list-unnamed', 'select_one'),
    ],
    ['a ranking', [q('rank l', 'a')], at('survey', 2, 'type', 'not-supported', 'rank l')],
    [
      'an answer of an earlier filling',
      [q('text', 'a', { default: '${last-saved#a}' })],
      at('survey', 2, 'default', 'not-supported', '${last-saved#a}'),
    ],
    [
      'a name nobody has, in a sentence of one language',
      [q('text', 'a', { constraint: '1', 'constraint_message::vi': 'Sai', 'constraint_message::en': '${b}' })],
      at('survey', 2, 'constraint_message::en', 'reference-unknown', 'b'),
    ],
    [
      'a sum too long for the stack of a telephone',
      [q('calculate', 'a', { calculation: Array.from({ length: 8_000 }, () => '1').join('+') })],
      at('survey', 2, 'calculation', 'expression-deep', '1+1+1+1+1+1+'),
    ],
    [
      'brackets within brackets',
      [q('calculate', 'a', { calculation: `${'('.repeat(300)}1${')'.repeat(300)}` })],
      at('survey', 2, 'calculation', 'expression-deep'),
    ],
    [
      'an expression cut off at its end',
      [q('calculate', 'a', { calculation: 'if(true(), 1' })],
      at('survey', 2, 'calculation', 'expression-unreadable', 'if(true(), 1'),
    ],
    [
      'what a formula left behind',
      [q('text', 'a', { relevant: '#REF!' })],
      at('survey', 2, 'relevant', 'cell-error', '#REF!'),
    ],
    ['no type', [{ type: '', name: 'a', label: 'A' }], at('survey', 2, 'type', 'type-missing')],
    ['no name', [q('text', '', { label: 'A' })], at('survey', 2, 'name', 'name-missing')],
    ['a name with a space', [q('text', 'a b')], at('survey', 2, 'name', 'name-unfit', 'a b')],
    ['no label', [{ type: 'text', name: 'a' }], at('survey', 2, 'label', 'label-missing')],
    ['a group not ended', [q('begin group', 'g'), q('text', 'a')], at('survey', 2, 'type', 'group-not-ended')],
    ['a group not begun', [q('text', 'a'), endOf('group')], at('survey', 3, 'type', 'group-not-begun')],
    [
      'an expression cut off',
      [q('text', 'a', { relevant: "${a} = 'x" })],
      at('survey', 2, 'relevant', 'expression-unreadable', "'x"),
    ],
    [
      'a name nobody has',
      [q('text', 'a', { constraint: '${b} > 1' })],
      at('survey', 2, 'constraint', 'reference-unknown', 'b'),
    ],
    [
      'a name nobody has, in a label',
      [q('text', 'a', { label: 'Chào ${b}' })],
      at('survey', 2, 'label', 'reference-unknown', 'b'),
    ],
    [
      'a path that leads nowhere',
      [q('calculate', 'a', { calculation: '../nowhere + 1' })],
      at('survey', 2, 'calculation', 'reference-unknown', 'nowhere'),
    ],
    [
      'a function nobody has',
      [q('calculate', 'a', { calculation: 'frobnicate(1)' })],
      at('survey', 2, 'calculation', 'function-unknown', 'frobnicate'),
    ],
    [
      'too few arguments',
      [q('calculate', 'a', { calculation: 'if(1, 2)' })],
      at('survey', 2, 'calculation', 'function-arguments', 'if'),
    ],
    [
      'a broken pattern',
      [q('text', 'a', { constraint: "regex(., '[a')" })],
      at('survey', 2, 'constraint', 'pattern-unreadable', '[a'),
    ],
    [
      'a table nobody has',
      [q('calculate', 'a', { calculation: "pulldata('t', 'x', 'y', 'z')" })],
      at('survey', 2, 'calculation', 'list-missing', 't'),
    ],
    ['a calculation without one', [q('calculate', 'a')], at('survey', 2, 'calculation', 'needs-other-column')],
    [
      'a count for a question',
      [q('text', 'a', { repeat_count: '2' })],
      at('survey', 2, 'repeat_count', 'cell-idle', 'text'),
    ],
    [
      'a rule that a group cannot have',
      [q('begin group', 'g', { constraint: '1' }), q('text', 'a'), endOf('group')],
      at('survey', 2, 'constraint', 'cell-idle', 'begin group'),
    ],
    [
      'choices in random order',
      [q('text', 'a', { parameters: 'randomize=true' })],
      at('survey', 2, 'parameters', 'not-supported'),
    ],
    [
      'an appearance that fetches',
      [q('text', 'a', { appearance: 'ex:app' })],
      at('survey', 2, 'appearance', 'not-supported'),
    ],
  ])('FRM-6, FRM-18, FRM-19: %s', (_title, rows, problem) => {
    expect(one(rows)).toMatchObject([problem])
  })

  it('FRM-19: a row that is refused is there for the others, so that nobody is told that its name or list is missing', () => {
    const rows = [
      q('select_one_from_file places.geojson', 'a'),
      q('rank l', 'b'),
      q('calculate', 'c', { calculation: "concat(${a}, ${b}, instance('places')/root/item[name = ${a}]/label)" }),
    ]
    expect(one(rows)).toMatchObject([
      at('survey', 2, 'type', 'not-supported', 'places.geojson'),
      at('survey', 3, 'type', 'not-supported', 'rank l'),
    ])
    expect(one([{ type: 'text', name: '', label: '' }])).toMatchObject([{ code: 'name-missing' }, { word: 'text' }])
  })

  it('FRM-19: a question for each choice is told at both its rows', () => {
    const rows = [q('begin_loop over l', 'a'), q('text', 'b'), { type: 'end loop' }]
    expect(one(rows)).toMatchObject([
      at('survey', 2, 'type', 'not-supported', 'begin_loop over l'),
      at('survey', 4, 'type', 'not-supported', 'end loop'),
    ])
  })

  it('FRM-19: choices say which list they belong to, and their words take no answers in', () => {
    const rows = [q('select_one l', 'a')]
    const sheets = {
      ...aWorkbook(rows),
      choices: [
        ['list', 'name', 'label'],
        ['l', 'x', 'X'],
        ['l', 'y', 'Y'],
      ],
    }
    expect(problemsOf(sheets)).toMatchObject([
      at('choices', 1, 'list_name', 'column-missing', 'list_name'),
      at('survey', 2, 'type', 'list-missing', 'l'),
    ])
    expect(one(rows, [c('l', 'x'), c('', 'y')])).toMatchObject([
      at('choices', 3, 'list_name', 'list-name-missing', 'y'),
    ])
    expect(one(rows, [c('l', 'x', { label: 'Con của ${a}' })])).toMatchObject([
      at('choices', 2, 'label', 'not-supported', '${a}'),
    ])
  })

  it('FRM-6: a filter asks for columns that choices have, and for those of no list that is not there', () => {
    const asks = (choice_filter: string, type = 'select_one l') => [q('text', 'b'), q(type, 'a', { choice_filter })]
    const choices = [c('l', 'x', { tỉnh: '1' }), c('m', 'y', { vùng: '2' })]
    expect(one(asks('tinh = ${b} and vùng = 1'), choices)).toMatchObject([
      at('survey', 3, 'choice_filter', 'column-absent', 'tinh'),
    ])
    expect(one(asks("tỉnh = instance('m')/root/item[vùng = 2 and name != '']/name or label = null"), choices)).toEqual(
      [],
    )
    expect(one(asks('tinh = ${b}', 'select_one n'), choices)).toMatchObject([{ code: 'list-missing' }])
  })

  it('FRM-41: a cell that says yes or no in other words is refused, not read as no', () => {
    const rows = [
      q('text', 'a', { key: 'có' }),
      q('select_one m', 'b', { evidence: 'x', disabled: 'Không' }),
      q('text', 'c', { key: 'yes', evidence: 'TRUE', disabled: 'no' }),
      { type: 'begin group', name: 'g', label: 'g', disabled: '1' },
      q('text', 'd', { key: 'False', evidence: '', disabled: 'false()' }),
      endOf('group'),
    ]
    const choices = [c('m', 'x', { Gap: 'có' }), c('m', 'y', { Gap: 'yes' }), c('m', 'z', { Gap: 'no' })]
    expect(one(rows, choices)).toEqual([
      at('survey', 2, 'key', 'cell-yes-no', 'có'),
      at('survey', 3, 'disabled', 'cell-yes-no', 'Không'),
      at('survey', 3, 'evidence', 'cell-yes-no', 'x'),
      at('survey', 5, 'disabled', 'cell-yes-no', '1'),
      at('choices', 2, 'Gap', 'cell-yes-no', 'có'),
    ])
  })

  it('FRM-20: a list may have any name; nothing is refused without saying why', () => {
    for (const list of ['constructor', 'toString', '__proto__']) {
      const form = importWorkbook(aWorkbook([q(`select_one ${list} or_other`, 'a')], [c(list, '1'), c(list, '2')]))
      const names = form.ok ? form.value.form.lists[list]?.choices.map(({ name }) => name) : form.error
      expect(names).toEqual(['1', '2', 'other'])
      expect(one([q(`select_one ${list}`, 'a')], [c('m', '1')])).toMatchObject([{ code: 'list-missing', word: list }])
    }
  })

  it('FRM-41: the column gap is found however its heading is written', () => {
    const imported = importWorkbook(aWorkbook([q('select_one m', 'b')], [c('m', 'y', { ' GAP ': 'yes' }), c('m', 'z')]))
    expect(imported).toMatchObject({
      value: { form: { lists: { m: { choices: [{ columns: { gap: 'yes' } }, {}] } } } },
    })
  })

  it('FRM-19: a second row of settings is told by its row', () => {
    const settings = [
      ['form_id', 'version'],
      ['f', '1'],
      ['g', '2'],
    ]
    expect(problemsOf({ ...aWorkbook([q('text', 'a')]), settings })).toMatchObject([
      { sheet: 'settings', row: 3, code: 'settings-rows', word: '2' },
    ])
  })

  it('FRM-19: what stands under no heading is told by the letters of its column, however wide the sheet is', () => {
    const wide = (at: number, text: string) => Array.from({ length: 16_384 }, (_, n) => (n === at ? text : null))
    const survey = [
      ['type', 'name', 'label'],
      ...Array.from({ length: 2_500 }, (_, n) => ['text', `q${n}`, 'Q']),
      wide(27, 'lạc'),
    ]
    const started = performance.now()
    expect(problemsOf({ survey })).toMatchObject([
      at('survey', 2502, 'AB', 'heading-missing', 'lạc'),
      { code: 'type-missing' },
    ])
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('FRM-19: a repeat ended as a group is told at both ends, and what is inside is not told to be missing', () => {
    const rows = [q('begin repeat', 'g'), q('text', 'a'), endOf('group'), q('calculate', 'b', { calculation: '${a}' })]
    expect(one(rows)).toMatchObject([
      at('survey', 4, 'type', 'group-not-begun'),
      at('survey', 2, 'type', 'group-not-ended'),
    ])
  })

  it('FRM-5: a name twice is told at both rows, a choice twice at the second', () => {
    expect(one([q('text', 'a'), q('text', 'a')])).toMatchObject([
      { row: 2, code: 'name-twice' },
      { code: 'name-twice' },
    ])
    expect(one([q('select_one l', 'a')], [c('l', 'x'), c('l', 'x')])).toMatchObject([
      at('choices', 3, 'name', 'choice-twice', 'x'),
    ])
    expect(one([q('select_multiple l', 'a')], [c('l', 'x y')])).toMatchObject([
      at('choices', 2, 'name', 'name-unfit', 'x y'),
    ])
  })

  it.each([
    ['a question of itself', [q('text', 'a', { relevant: "${a} = 'x'" })], 'a → a'],
    [
      'two of each other',
      [q('calculate', 'a', { calculation: '${b}' }), q('calculate', 'b', { calculation: '${a}' })],
      'a → b → a',
    ],
    [
      'a group of what is inside',
      [q('begin group', 'g', { relevant: "${a} = 'x'" }), q('text', 'a'), endOf('group')],
      'g → a → g',
    ],
    [
      'how many rows there are of a row',
      [q('begin repeat', 'r', { repeat_count: '${n}' }), q('integer', 'n'), endOf('repeat')],
      'r → n → r',
    ],
  ])('FRM-7: %s is a circle, and refused', (_title, rows, word) => {
    expect(one(rows)).toMatchObject([{ code: 'cycle', word }])
  })

  it('FRM-20: everything wrong is told together, and nothing is imported', () => {
    const imported = importWorkbook(
      aWorkbook([q('integr', 'a'), q('text', 'b', { relevant: '${nobody} = 1' }), q('select_one l', 'c')], [], {
        form_id: 'f',
        version: '1',
        edition: '1999',
        submission_url: 'x',
      }),
    )
    expect(imported).toMatchObject({ ok: false })
    expect(!imported.ok && imported.error.map(({ code }) => code).sort()).toEqual([
      'cell-unfit',
      'list-missing',
      'not-supported',
      'reference-unknown',
      'type-unknown',
    ])
  })

  it('FRM-29: a use that is none is refused with its cell; an empty one and `commune` are the same', () => {
    const settings = (use: string) => aWorkbook([q('text', 'a')], [], { form_id: 'f', version: '1', use })
    expect(problemsOf(settings('visits'))).toMatchObject([
      { code: 'cell-unfit', row: 2, column: 'use', word: 'visits' },
    ])
    const [named, empty, visit] = ['commune', '', 'Visit'].map((use) => importWorkbook(settings(use)))
    expect(named).toEqual(empty)
    expect(named?.ok && purposeOf(named.value.form)).toBe('commune')
    expect(visit?.ok && purposeOf(visit.value.form)).toBe('visit')
  })

  it('FRM-19: notes of the author are let be: other sheets, and headings that begin with #', () => {
    const workbook = { ...aWorkbook([{ ...q('text', 'a'), '#ghi chú': 'hỏi lại' }]), 'Hướng dẫn': [['đọc kỹ']] }
    expect(problemsOf(workbook)).toEqual([])
  })

  it('FRM-19: a form too large for a tablet is refused by its size', () => {
    const rows = Array.from({ length: 5_001 }, (_, n) => q('text', `q${n}`))
    expect(one(rows)).toMatchObject([{ sheet: 'survey', code: 'too-large', word: '5001' }])
  })

  it('FRM-19: every reason has a sentence in both languages', () => {
    for (const { problem } of [vietnamese, english])
      expect(Object.keys(problem).sort()).toEqual([...formProblemCodes].sort())
  })
})

it('FRM-20: two rows that say the same are told with the row of each', () => {
  const twice = problemsOf(
    aWorkbook([
      q('text', 'a'),
      q('text', 'b', { relevant: '${x} = 1' }),
      q('text', 'a'),
      q('text', 'b c'),
      q('text', 'b c'),
    ]),
  )
  expect(twice.map(({ code, row }) => [code, row])).toEqual([
    ['name-twice', 2],
    ['reference-unknown', 3],
    ['name-twice', 4],
    ['name-unfit', 5],
    ['name-unfit', 6],
  ])
})
