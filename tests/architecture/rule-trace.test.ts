import { describe, expect, it } from 'vitest'
import { namedRulesOf, rulesOf, traceRules } from './rule-trace.ts'
import { readFiles } from './source-tree.ts'

const file = (text: string) => [{ path: 'x', text }]

const trace = () =>
  traceRules(
    rulesOf(readFiles('src', /\/SPEC\.md$/)),
    namedRulesOf(readFiles('tests', /^tests\/(?!architecture\/).*\.tsx?$/)),
  )

describe('a rule of a SPEC.md', () => {
  it('is named by the title of a test', () => {
    expect(rulesOf(readFiles('src', /\/SPEC\.md$/)).length).toBeGreaterThan(0)
    expect(trace().unproved).toEqual([])
  })

  it('has its number to itself', () => {
    expect(trace().twice).toEqual([])
  })

  it('exists when a test names it', () => {
    expect(trace().unknown).toEqual([])
  })
})

describe('the trace', () => {
  it('reads several rules off one title, also of a table test', () => {
    const tests = file("it('AB-1, AB-2: both hold', () => {})\nit.each([[1]])('AB-3: for %s', () => {})")
    expect(namedRulesOf(tests).map(({ rule }) => rule)).toEqual(['AB-1', 'AB-2', 'AB-3'])
  })

  it('reports a rule without test, a title without rule and a number given twice', () => {
    const rules = rulesOf(file('- **AB-1** one\n- **AB-2** two\n- **AB-2** again\n'))
    expect(traceRules(rules, namedRulesOf(file("it('AB-1: holds')\nit('AB-9: is unknown')")))).toEqual({
      unproved: ['AB-2 (x)', 'AB-2 (x)'],
      unknown: ['AB-9 (x)'],
      twice: ['AB-2 (x)'],
    })
  })

  it('does not take a skipped or commented-out test for a proof', () => {
    expect(namedRulesOf(file("it.skip('AB-1: sleeps')\n// it('AB-2: was here')\nit.todo('AB-3: later')"))).toEqual([])
  })
})
