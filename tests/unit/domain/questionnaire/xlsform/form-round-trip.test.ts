import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choice, ChoiceList, Form, FormNode, Question, Texts } from '#domain/questionnaire/form/form.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { asName } from '#domain/questionnaire/xlsform/sheet.ts'
import { aWorkbook, c, q } from '#support/questionnaire/form-builder.ts'

/** A cell: not empty, no blanks around it, nothing put in. */
const cell = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('${'))

/** A cell that other cells may name: accented letters are in one sign when it was read (FRM-18). */
const key = cell.map(asName).filter((text) => text !== '' && text === text.trim())

const language = fc.constantFrom('', 'Vietnamese (vi)', 'English (en)', 'Tày')
const texts: fc.Arbitrary<Texts> = fc.dictionary(language, cell)
const words: fc.Arbitrary<Texts> = fc.dictionary(language, cell, { minKeys: 1 })
const truth = fc.constantFrom('yes', 'no', 'true()', '1 < 2', "'a' != 'b' and not(false())")

/** Leaves out what was not drawn, as a form does. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const LISTS = ['l1', 'l2', 'f1'] as const

const question = fc
  .record({
    kind: fc.constantFrom(
      'integer',
      'decimal',
      'text',
      'note',
      'date',
      'time',
      'dateTime',
      'geopoint',
      'image',
      'file',
      'barcode',
      'acknowledge',
      'select_one',
      'select_multiple',
      'calculate' as const,
    ),
    label: words,
    hint: texts,
    guidance: texts,
    requiredMessage: texts,
    constraintMessage: texts,
    list: fc.constantFrom(...LISTS),
    relevant: maybe(truth),
    required: maybe(truth),
    readOnly: maybe(truth),
    constraint: maybe(fc.constantFrom(". != ''", 'string-length(.) < 9')),
    calculation: maybe(fc.constantFrom('1 + 1', "concat('a', 'b')")),
    default: maybe(fc.constantFrom('5', 'một hai', 'today()')),
    appearance: maybe(fc.constantFrom('minimal', 'conformity', 'signature')),
    unit: maybe(key),
    clause: maybe(fc.constantFrom('4.1', '10.2')),
    isKey: maybe(fc.constant(true as const)),
    parameters: maybe(fc.constant('max-pixels=1600')),
  })
  .map(({ list, ...drawn }): Omit<Question, 'name'> => {
    const isChoosing = drawn.kind === 'select_one' || drawn.kind === 'select_multiple'
    const calculation = drawn.kind === 'calculate' ? (drawn.calculation ?? '2') : drawn.calculation
    return present({ ...drawn, calculation, ...(isChoosing ? { list } : {}) }) as unknown as Omit<Question, 'name'>
  })

type Unnamed = Record<string, unknown>

const { node } = fc.letrec<{ node: Unnamed }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: question as unknown as fc.Arbitrary<Unnamed> },
    {
      weight: 1,
      arbitrary: fc
        .record({
          kind: fc.constant('group'),
          label: texts,
          relevant: maybe(truth),
          clause: maybe(fc.constant('7')),
          children: fc.array(tie('node'), { maxLength: 4 }),
        })
        .map(present),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          kind: fc.constant('repeat'),
          label: texts,
          readOnly: maybe(truth),
          count: maybe(fc.constantFrom('2', '1 + 1')),
          children: fc.array(tie('node'), { maxLength: 4 }),
        })
        .map(present),
    },
  ),
}))

/** Names in reading order, so that each is there once. */
function named(nodes: readonly Unnamed[], next = { at: 0 }): readonly FormNode[] {
  return nodes.map((one) => {
    next.at += 1
    const name = `câu_${next.at}`
    return ('children' in one
      ? { ...one, name, children: named(one.children as Unnamed[], next) }
      : { ...one, name }) as unknown as FormNode
  })
}

const choices: fc.Arbitrary<readonly Choice[]> = fc
  .array(fc.record({ label: texts, columns: fc.dictionary(fc.constantFrom('xã', 'dân', 'Vùng'), key) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((drawn) => drawn.map((one, at) => ({ name: `c${at}`, ...one })))

const listFrom = (source: ChoiceList['source']) => choices.map((drawn): ChoiceList => ({ source, choices: drawn }))

const form: fc.Arbitrary<Form> = fc
  .record({
    id: key,
    version: fc.constantFrom('1', '2026-11'),
    edition: fc.constantFrom(null, '2008', '2015/Amd1:2024' as const),
    title: texts,
    defaultLanguage: fc.constantFrom('', 'Vietnamese (vi)'),
    instanceName: maybe(fc.constant("concat('a', 'b')")),
    style: maybe(fc.constant('pages')),
    use: maybe(fc.constant('visit')),
    nodes: fc.array(node, { minLength: 1, maxLength: 6 }).map((drawn) => named(drawn)),
    lists: fc.record({ l1: listFrom('choices'), l2: listFrom('external'), f1: listFrom('file') }),
  })
  .map((drawn) => present(drawn) as Form)

describe('a form', () => {
  it('FRM-21: is the same after it was written to sheets and read again', () => {
    fc.assert(
      fc.property(form, (drawn) => {
        const { workbook, files } = exportWorkbook(drawn)
        const again = importWorkbook(workbook, { files })
        expect(again.ok ? again.value.form : again.error).toEqual(drawn)
      }),
      { numRuns: 100 },
    )
  })

  it('FRM-21: written by an older tool comes out in today’s spelling', () => {
    const old = importWorkbook(
      aWorkbook(
        [
          q('begin_group', 'g', { relevance: "'a' = 'a'" }),
          q('select one from l', 'a', { readonly: 'yes' }),
          q('select all that apply from l', 'b', { 'constraint msg': 'x' }),
          q('int', 'n', { 'label:English': 'N' }),
          { type: 'end_group' },
        ],
        [c('l', 'x')],
      ),
    )
    expect(old.ok && exportWorkbook(old.value.form).workbook.survey).toEqual([
      ['type', 'name', 'label', 'label::English', 'relevant', 'constraint_message', 'read_only'].filter((one) => one),
      ['begin group', 'g', 'g', null, "'a' = 'a'", null, null],
      ['select_one l', 'a', 'a', null, null, null, 'yes'],
      ['select_multiple l', 'b', 'b', null, null, 'x', null],
      ['integer', 'n', null, 'N', null, null, null],
      ['end group', null, null, null, null, null, null],
    ])
  })
})
