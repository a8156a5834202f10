import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern } from '#domain/questionnaire/expression/pattern.ts'
import { aForm, problemsOf, aWorkbook, q, valueOf } from '#support/questionnaire/form-builder.ts'

const test = (source: string, text: string): boolean => {
  const pattern = compilePattern(source)
  if (typeof pattern !== 'object') throw new Error(`${source} is ${pattern}`)
  return pattern.test(text)
}

/** Patterns as authors write them: telephone numbers, codes, names, e-mail addresses, numbers of documents. */
const written: readonly (readonly [pattern: string, texts: readonly string[]])[] = [
  ['^0[0-9]{9}$', ['0912345678', '912345678', '09123456789', ' 0912345678']],
  ['^(\\+84|0)\\d{9,10}$', ['+84912345678', '0912345678', '84912345678']],
  ['^[A-Z]{2}-\\d{4}(?:/\\w+)?$', ['LS-0001', 'LS-0001/QD', 'LS-0001/', 'ls-0001']],
  ['^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$', ['a.b@c.vn', 'a@b', '@b.c', 'a+b@c-d.e.f']],
  ['\\bxã\\b', ['xã', 'đến xã này', 'phường']],
  ['^\\d+(,\\d{1,2})?$', ['12', '12,5', '12,555', ',5']],
  ['^(?=.*\\d)(?=.*[a-z]).{4,}$', ['abc1', 'abcd', '1a', '12ab!']],
  ['^(?!000)\\d{3}$', ['000', '001', '12']],
  ['a|bc|', ['a', 'b', 'bc', '']],
  ['^[^<>]*$', ['một', '<a>', '']],
  ['x{2}', ['x', 'axx', '']],
  ['^(ab){1,2}c?$', ['ab', 'ababc', 'abababc']],
  ['^[a\\]b-]+$', ['a]b-', 'c']],
  ['^.$', ['đ', '\n', 'ab']],
  ['a{,2}', ['a{,2}', 'aa']],
  ['(?<nam>\\d{4})', ['năm 2026', 'năm']],
  ['^(a*)*$', ['aaa', 'aab', '']],
]

describe('patterns of regex()', () => {
  it('FRM-23: patterns as authors write them match as the language matches them', () => {
    for (const [pattern, texts] of written)
      for (const text of texts)
        expect([pattern, text, test(pattern, text)]).toEqual([pattern, text, new RegExp(pattern).test(text)])
  })

  it('FRM-23: random patterns match as the language matches them', () => {
    const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '^', '$', '\\b')
    const { pattern } = fc.letrec<{ pattern: string; row: string; part: string }>((tie) => ({
      pattern: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
      row: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { depthSize: 'small' },
        atom,
        fc
          .tuple(fc.constantFrom('a', '[bc]', '.'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?'))
          .map(([one, count]) => one + count),
        fc
          .tuple(fc.constantFrom('(', '(?:'), tie('pattern'), fc.constantFrom('', '*', '+', '?', '{0,2}'))
          .map(([open, inner, count]) => `${open}${inner})${count}`),
        fc.tuple(fc.constantFrom('(?=', '(?!'), tie('row')).map(([open, inner]) => `${open}${inner})`),
      ),
    }))
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '1', ' '), { maxLength: 8 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        expect([source, given, test(source, given)]).toEqual([source, given, new RegExp(source).test(given)])
      }),
      { numRuns: 2_000, seed: 20261121 },
    )
  })

  it('FRM-23: what would try all ways for minutes is answered, because every letter is looked at once', () => {
    const long = 'a'.repeat(5_000)
    for (const pattern of ['^(a+)+$', '^(a|aa)+$', '^(.*a){20}$', '(x+x+)+y', '^([a-z]+\\s?)+$'])
      expect([pattern, test(pattern, `${long}!`)]).toEqual([pattern, false])
    expect(test('^(a+)+$', long)).toBe(true)
    expect(valueOf(`regex(\${a}, '^(a+)+$')`, { a: `${long}!` })).toBe('false')
  })

  it('FRM-23: letters of every alphabet can be asked for', () => {
    expect([test('^[\\p{L} ]+$', 'Nông Thị Đào'), test('^[\\p{L} ]+$', 'x1')]).toEqual([true, false])
  })

  it('FRM-23: what can only be run by trying all ways is refused with its place, and so is what grows beyond reason', () => {
    expect(['[a', '(', 'a**'].map(compilePattern)).toEqual(['unreadable', 'unreadable', 'unreadable'])
    expect(['(a)\\1', '(?<=a)b', '(?<!a)b', 'a{1000}{1000}', '(a{99}){99}'].map(compilePattern).slice(0, 3)).toEqual([
      'unfit',
      'unfit',
      'unfit',
    ])
    expect(compilePattern('(a{99}){99}')).toBe('unfit')
    const [problem] = problemsOf(aWorkbook([q('text', 'a', { constraint: "regex(., '(a)\\1')" })]))
    expect(problem).toMatchObject({ code: 'not-supported', row: 2, column: 'constraint', word: 'regex: (a)\\1' })
    expect(aForm([q('text', 'a', { constraint: "regex(., '^[a-z]{2,30}$')" })]).form.nodes).toHaveLength(1)
  })
})
