import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formLanguage } from '#domain/questionnaire/library/form-language.ts'
import { formKey, isFormId, isFormVersion } from '#domain/questionnaire/library/form-key.ts'
import { sizeOfForm } from '#domain/questionnaire/library/form-size.ts'
import { cutText, formText, PART_LENGTH, readFormText } from '#domain/questionnaire/library/form-text.ts'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { longList } from '#support/questionnaire/large-forms.ts'

const { form } = aForm(
  [
    q('begin group', 'g'),
    q('select_one mức', 'a', { label: '', 'label::Vietnamese (vi)': 'Mức', 'label::English (en)': 'Level' }),
    q('note', 'n'),
    q('calculate', 'k', { calculation: '1' }),
    q('begin repeat', 'r'),
    q('text', 't', { relevant: "${a} = '1'" }),
    endOf('repeat'),
    endOf('group'),
  ],
  [c('mức', '1'), c('mức', '2')],
)

describe('a form as text', () => {
  it('LIB-2: is the same form again, in however many parts', () => {
    const text = formText(form)
    for (const length of [1, 7, 100, 100_000]) {
      const parts = cutText(text, length)
      expect(parts.every((part) => part.length <= Math.max(length, 2))).toBe(true)
      expect(readFormText(parts.join(''))).toEqual(form)
    }
  })

  it('LIB-2: no part ends in half a character, whatever is written in the form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 20 }), (text, length) => {
        const parts = cutText(text, length)
        expect(parts.join('')).toBe(text)
        expect(parts.every((part) => part.length <= length && part.isWellFormed())).toBe(true)
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('LIB-2: a list of 2 MB takes some dozens of parts, each below what an endpoint takes', () => {
    const { choices } = longList()
    const large = aForm([q('select_one xã', 'x')], choices).form
    const parts = cutText(formText(large))
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.length).toBeLessThan(60)
    expect(Math.max(...parts.map((text) => JSON.stringify({ text: [text] }).length))).toBeLessThan(1_000_000)
    expect(Math.max(...parts.map((text) => text.length))).toBeLessThanOrEqual(PART_LENGTH)
  })

  it('LIB-4: what is no form is none, and does no harm', () => {
    const broken = [
      '',
      'null',
      '[]',
      '{}',
      '"form"',
      formText(form).slice(0, -1),
      formText({ ...form, nodes: [{ kind: 'group', name: 'g', label: {} }] as never }),
      formText({ ...form, nodes: [{ ...form.nodes[0], label: 'x' }] as never }),
      formText({ ...form, nodes: [{ kind: 'spell', name: 'q', label: {} }] as never }),
      formText({ ...form, lists: { mức: { source: 'choices', choices: [{ name: 1 }] } } as never }),
      `${'[{"children":'.repeat(20_000)}`,
      `{"id":"a","version":"1","defaultLanguage":"","edition":null,"title":{},"lists":{},"nodes":${'[{"kind":"group","name":"g","label":{},"children":'.repeat(30_000)}[]${'}]'.repeat(30_000)}}`,
    ]
    for (const text of broken) expect(readFormText(text)).toBeUndefined()
  })

  it('LIB-3: ids and versions are of plain letters and short', () => {
    expect(formKey({ id: 'phiếu-a', version: '2026.1' })).toBe('phiếu-a@2026.1')
    for (const id of ['phiếu-a', 'a', '18091', 'PHIEU_2']) expect(isFormId(id)).toBe(true)
    for (const id of ['', 'a b', 'a@1', 'a/b', '-a', '.a', 'a\n', 'x'.repeat(61)]) expect(isFormId(id)).toBe(false)
    expect(isFormVersion('2026-11-21')).toBe(true)
    expect(isFormVersion('')).toBe(false)
  })

  it('LIB-7: a reader gets the language by code or by name, otherwise the form’s own', () => {
    expect(formLanguage(['Vietnamese (vi)', 'English (en)'], 'en', 'Vietnamese (vi)')).toBe('English (en)')
    expect(formLanguage(['Tiếng Việt', 'Tày (tyz)'], 'vi', 'Tày (tyz)')).toBe('Tiếng Việt')
    expect(formLanguage(['Tày (tyz)'], 'en', 'Tày (tyz)')).toBe('Tày (tyz)')
    expect(formLanguage([], 'vi', '')).toBe('')
  })

  it('LIB-6: the size counts what a person is asked', () => {
    expect(sizeOfForm(form)).toEqual({ questions: 2, choices: 2, languages: ['Vietnamese (vi)', 'English (en)'] })
  })
})
