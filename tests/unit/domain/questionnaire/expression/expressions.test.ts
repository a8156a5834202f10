import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { functionNames } from '#domain/questionnaire/expression/functions.ts'
import { parseExpression } from '#domain/questionnaire/expression/parse-expression.ts'
import { aSession, endOf, q, valueOf } from '#support/questionnaire/form-builder.ts'

describe('reading an expression', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['7 - 2 - 1', '4'],
    ['- 2 + 5', '3'],
    ['8 div 2 mod 3', '1'],
    ['2 < 3 and 3 <= 3', 'true'],
    ["1 = 2 or 'a' != 'b'", 'true'],
    ['.5 + 1.', '1.5'],
    ['“a” = ‘a’', 'true'],
  ])('FRM-1: %s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value)
  })

  it('FRM-1: tells where it cannot be read', () => {
    expect(parseExpression('1 + + 2')).toMatchObject({ ok: false, error: { at: 4 } })
    expect(parseExpression("concat('a', 'b'")).toMatchObject({ ok: false, error: { near: '' } })
    expect(parseExpression('1 ; 2')).toMatchObject({ ok: false, error: { near: '; 2' } })
    expect(parseExpression('')).toMatchObject({ ok: false })
  })

  it('FRM-1: a hostile depth is refused, not run into the ground', () => {
    expect(parseExpression(`${'('.repeat(100_000)}1`)).toMatchObject({ ok: false })
    expect(parseExpression(`${'-'.repeat(100_000)}1`)).toMatchObject({ ok: false })
  })

  it('FRM-1: names may hold words of the language and letters of any alphabet', () => {
    expect(valueOf('${div} + ${số-dân}', { div: '1', 'số-dân': '2' })).toBe('3')
  })
})

describe('places', () => {
  const survey = [
    q('begin group', 'g'),
    q('integer', 'a', { default: '1' }),
    q('integer', 'b', { default: '2' }),
    q('begin repeat', 'r', { repeat_count: '3' }),
    q('calculate', 'n', { calculation: 'position(..)' }),
    q('calculate', 'sibling', { calculation: '../n * 10' }),
    endOf('repeat'),
    endOf('group'),
  ]

  it.each([
    ['/data/g/a + /phieu/g/b', '3'],
    ['../g/a', '1'],
    ['count(/data/g/r)', '3'],
    ['count(../g/*)', '5'],
    ['count(//n)', '3'],
    ['/data/g/r[2]/n', '2'],
    ['${r}[position() = last()]/n', '3'],
    ['sum(/data/g/r[n > 1]/n)', '5'],
    ['count(${a} | ${b} | ${a})', '2'],
    ['${n}', '1'],
    ['sum(${sibling})', '60'],
    ['current()/../g/b', '2'],
    ['count(${r}[sibling = 20])', '1'],
  ])('FRM-2: %s is %s', (calculation, value) => {
    const session = aSession([...survey, q('calculate', 'x', { calculation })])
    expect(session.state('/x')?.value).toBe(value)
  })
})

describe('values', () => {
  it.each([
    ['what is empty is not a number, and is written as nothing', '${a} + 1', { a: '' }, ''],
    ['an empty answer equals the empty text', "${a} = ''", { a: '' }, 'true'],
    ['an empty answer is neither less nor more', '${a} < 5 or ${a} >= 5', { a: '' }, 'false'],
    ['texts of digits are compared as numbers with a number', '${a} = 5', { a: '5.0' }, 'true'],
    ['texts are compared as texts', '${a} = ${b}', { a: '5', b: '5.0' }, 'false'],
    ['zero is no', 'if(0, 1, 2)', {}, '2'],
    ['not a number is no', "if(number('x'), 1, 2)", {}, '2'],
    ['a date counts as a day', "date('2026-03-01') - date('2026-02-01')", {}, '28'],
    ['dates are compared as days', "today() > '2026-11-20' and today() = '2026-11-21'", {}, 'true'],
    ['a day no calendar has is no date', "date('2025-11-31')", {}, ''],
    ['division by zero is written as it is', '1 div 0', {}, 'Infinity'],
  ] as const)('FRM-3: %s', (_title, expression, answers, value) => {
    expect(valueOf(expression, answers)).toBe(value)
  })
})

describe('functions', () => {
  it.each([
    ["selected('a b c', 'b')", 'true'],
    ["selected('', 'b')", 'false'],
    ["count-selected(' a b ')", '2'],
    ["selected-at('a b c', 1)", 'b'],
    ["selected-at('a b c', 7)", ''],
    ["coalesce('', 'x')", 'x'],
    ["coalesce('', '', 'y')", 'y'],
    ["if(1 = 1, 'a', 'b')", 'a'],
    ["regex('0912345678', '^0[0-9]{9}$')", 'true'],
    ["regex('912', '^0[0-9]{9}$')", 'false'],
    ["string-length('Lạng Sơn')", '8'],
    ["concat('a', 1, true())", 'a1true'],
    ["join('-', 'a', 'b')", 'a-b'],
    ["substr('abcdef', 1, 3)", 'bc'],
    ["substr('abcdef', -2)", 'ef'],
    ["substring('12345', 2, 3)", '234'],
    ["substring-before('a/b', '/')", 'a'],
    ["substring-after('a--b', '--')", 'b'],
    ["contains('abc', 'b') and starts-with('abc', 'a') and ends-with('abc', 'c')", 'true'],
    ["translate('abc', 'ab', 'x')", 'xc'],
    ["normalize-space('  a   b ')", 'a b'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['round(3.14159, 2)', '3.14'],
    ['int(-2.7)', '-2'],
    ['pow(2, 10)', '1024'],
    ['min(3, 1, 2) + max(3, 1, 2)', '4'],
    ["number('12') + 1", '13'],
    ['floor(1.9) + ceiling(1.1) + abs(-1)', '4'],
    ['round(sqrt(2) * sqrt(2))', '2'],
    ['not(false())', 'true'],
    ["boolean-from-string('1')", 'true'],
    ["format-date('2026-11-21', '%d/%m/%Y %a %b')", '21/11/2026 Sat Nov'],
    ["format-date-time('2026-11-21T08:05:09.000+07:00', '%H:%M:%S')", '08:05:09'],
    ['format-date(today(), "%e.%n.%y")', '21.11.26'],
    ["decimal-date-time('1970-01-02T07:00:00.000+07:00')", '1'],
    ["decimal-time('12:00:00.000+07:00')", '0.5'],
    ["date('2026-1-5')", '2026-01-05'],
    ['now()', '2026-11-21T08:30:00.000+07:00'],
    ['checklist(2, -1, true(), false(), true())', 'true'],
    ['weighted-checklist(3, 5, true(), 2, true(), 2)', 'true'],
    ['string-length(uuid())', '36'],
    ['random()', '0'],
  ])('FRM-4: %s is %s', (expression, value) => {
    expect(valueOf(expression)).toBe(value)
  })

  it('FRM-4: knows the functions of XLSForm by name', () => {
    expect(functionNames()).toContain('indexed-repeat')
    expect(functionNames().length).toBe(69)
    const table = readFileSync('docs/xlsform.md', 'utf8')
    expect(functionNames().filter((name) => !table.includes(`\`${name}\``))).toEqual([])
  })
})
