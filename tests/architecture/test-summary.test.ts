// The last line of `npm test` is believed by people and machines, so what it counts is tested like a rule.
import { describe, expect, it } from 'vitest'
import {
  addUp,
  afterSecondRun,
  emptyTally,
  mayBeAskedAgain,
  summaryLine,
  tallyPlaywright,
  tallyVitest,
  unexplainedSkips,
} from '../../scripts/summary.mjs'

const vitestReport = (...statuses: string[]) => ({
  testResults: [
    { status: 'passed', assertionResults: statuses.map((status) => ({ status, fullName: `a ${status} test` })) },
  ],
})

describe('the summary', () => {
  it('counts what vitest reports, to-dos as skipped', () => {
    const tally = tallyVitest(vitestReport('passed', 'passed', 'failed', 'skipped', 'todo'), false)
    expect(summaryLine(tally)).toBe('2 passed, 1 failed, 2 skipped')
  })

  it('counts what Playwright reports, in nested suites, a flaky test as failed', () => {
    const specs = (...statuses: string[]) => statuses.map((status) => ({ title: status, tests: [{ status }] }))
    const report = {
      suites: [{ specs: specs('expected'), suites: [{ specs: specs('unexpected', 'flaky', 'skipped') }] }],
    }
    expect(summaryLine(tallyPlaywright(report, false))).toBe('1 passed, 2 failed, 1 skipped')
  })

  it.each([
    ['wrote no report', undefined, false],
    ['ran no test', vitestReport(), true],
    ['ran only skipped tests', vitestReport('skipped'), true],
    ['failed outside every test', vitestReport('passed'), false],
    ['could not load a file', { testResults: [{ status: 'failed', assertionResults: [] }] }, false],
  ])('counts a failure when a runner %s', (_what, report, isRunnerOk) => {
    expect(tallyVitest(report, isRunnerOk).failed).toBe(1)
  })

  it('adds up all runners', () => {
    const check = { ...emptyTally(), passed: 1 }
    expect(summaryLine(addUp([check, tallyVitest(vitestReport('passed', 'skipped'), true)]))).toBe(
      '2 passed, 0 failed, 1 skipped',
    )
  })

  it('accepts a skip only with its reason', () => {
    const tally = tallyVitest(vitestReport('passed', 'skipped'), true)
    expect(unexplainedSkips(tally, [])).toEqual(['a skipped test'])
    expect(unexplainedSkips(tally, [{ title: 'a skipped test', reason: ' ' }])).toEqual(['a skipped test'])
    expect(unexplainedSkips(tally, [{ title: 'a skipped test', reason: 'no camera here' }])).toEqual([])
  })

  const failing = (...specs: { title: string; tags?: string[] }[]) => ({
    suites: [{ suites: [{ specs: specs.map((spec) => ({ ...spec, tests: [{ status: 'unexpected' }] })) }] }],
  })
  const tallyOf = (passed: number, failed: number) => ({ ...emptyTally(), passed, failed })

  it('asks up to three failed browser tests again, and none where one of them is left to chance', () => {
    expect(mayBeAskedAgain(failing({ title: 'a' }, { title: 'b' }, { title: 'c' }))).toEqual(['a', 'b', 'c'])
    expect(mayBeAskedAgain(failing({ title: 'a' }, { title: 'b' }, { title: 'c' }, { title: 'd' }))).toEqual([])
    expect(mayBeAskedAgain(failing({ title: 'a' }, { title: 'killed', tags: ['chance'] }))).toEqual([])
    expect(mayBeAskedAgain(undefined)).toEqual([])
  })

  it('counts what was asked again as it came out, and names what passed only then', () => {
    expect(afterSecondRun(tallyOf(57, 2), tallyOf(2, 0), ['a', 'b'])).toEqual({
      ...tallyOf(59, 0),
      unsteadyTitles: ['a', 'b'],
    })
    expect(afterSecondRun(tallyOf(57, 2), tallyOf(1, 1), ['a', 'b'])).toEqual(tallyOf(58, 1))
  })

  it('lets the first run stand where the second did not ask exactly what had failed', () => {
    expect(afterSecondRun(tallyOf(57, 2), tallyOf(1, 0), ['a', 'b'])).toEqual(tallyOf(57, 2))
    expect(afterSecondRun(tallyOf(57, 1), tallyOf(0, 1), ['a', 'b'])).toEqual(tallyOf(57, 1))
  })
})
