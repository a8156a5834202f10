import { describe, expect, it } from 'vitest'
import { saidValue } from '#domain/questionnaire/session/said-value.ts'
import { aSession, q } from '#support/questionnaire/form-builder.ts'

describe('a value in the words of a label', () => {
  it.each([
    ['calculate', '2.71', 'vi', '2,71'],
    ['calculate', '-0.5', 'Tiếng Việt (vi)', '-0,5'],
    ['calculate', '2.71', 'English (en)', '2.71'],
    ['calculate', '12', 'vi', '12'],
    ['calculate', 'bản 2.7.1', 'vi', 'bản 2.7.1'],
    ['calculate', '0.30000000000000004', 'vi', '0,3'],
    ['calculate', '99.99999999999999', 'en', '100'],
    ['calculate', '-2.7755575615628914', 'vi', '-2,77555756156289'],
    ['calculate', '1234567.125', 'vi', '1234567,125'],
    ['decimal', '0.30000000000000004', 'vi', '0,3'],
    ['text', '0.30000000000000004', 'vi', '0.30000000000000004'],
    ['barcode', '123456789012.34567890', 'vi', '123456789012.34567890'],
    ['decimal', '5.0', 'vi', '5'],
    ['decimal', '5.05', 'vi', '5,05'],
    ['decimal', '5.0', 'en', '5'],
    ['date', '2026-11-22', 'en', '22/11/2026'],
    ['text', '2.71', 'vi', '2.71'],
    ['text', '2026-11-22', 'vi', '2026-11-22'],
    ['integer', '', 'vi', ''],
  ] as const)('FRM-39: a %s of %s is said in %s as %s', (kind, value, column, said) => {
    expect(saidValue(kind, value, column)).toBe(said)
  })

  it('FRM-39: expressions see it unchanged', () => {
    const session = aSession([
      q('decimal', 'x'),
      q('calculate', 'half', { calculation: '${x} div 2' }),
      q('note', 'told', { label: 'Một nửa là ${half}' }),
    ])
    session.answer('/x', '5')
    expect(session.state('/half')?.value).toBe('2.5')
    expect(session.state('/told')?.label).toBe('Một nửa là 2,5')
  })
})
