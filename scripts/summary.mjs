// Reads what vitest and Playwright wrote about their runs, and adds everything up into the last line of `npm test`.
// A run that found no test, or ended badly without a failed test, counts as a failure; a skip whose title is not
// listed with a reason in tests/support/allowed-skips.json fails as well.

/** @typedef {{ passed: number, failed: number, skipped: number, skippedTitles: string[], unsteadyTitles: string[] }} Tally */
/** @typedef {{ title: string, reason: string }} AllowedSkip */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0, skippedTitles: [], unsteadyTitles: [] })

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function addUp(tallies) {
  const sum = emptyTally()
  for (const tally of tallies) {
    sum.passed += tally.passed
    sum.failed += tally.failed
    sum.skipped += tally.skipped
    sum.skippedTitles.push(...tally.skippedTitles)
    sum.unsteadyTitles.push(...tally.unsteadyTitles)
  }
  return sum
}

/** @param {Tally} tally @param {string} status @param {string} title */
function count(tally, status, title) {
  if (status === 'passed') tally.passed += 1
  else if (status === 'failed') tally.failed += 1
  else {
    tally.skipped += 1
    tally.skippedTitles.push(title)
  }
}

/** A runner that says it failed, or ran nothing, must show in the figures. @param {Tally} tally @param {boolean} isRunnerOk */
function withRunnerFailure(tally, isRunnerOk) {
  const ran = tally.passed + tally.failed
  if (tally.failed === 0 && (!isRunnerOk || ran === 0)) tally.failed += 1
  return tally
}

/** @param {any} report vitest's JSON report, undefined when it wrote none @param {boolean} isRunnerOk @returns {Tally} */
export function tallyVitest(report, isRunnerOk) {
  const tally = emptyTally()
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) count(tally, test.status, test.fullName)
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) tally.failed += 1
  }
  return withRunnerFailure(tally, isRunnerOk)
}

const PLAYWRIGHT_STATUS = { expected: 'passed', unexpected: 'failed', flaky: 'failed', skipped: 'skipped' }

/** @param {any} suite @returns {any[]} */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/** @param {any} report Playwright's JSON report @param {boolean} isRunnerOk @returns {Tally} */
export function tallyPlaywright(report, isRunnerOk) {
  const tally = emptyTally()
  for (const spec of (report?.suites ?? []).flatMap(specsOf))
    for (const test of spec.tests) count(tally, PLAYWRIGHT_STATUS[test.status] ?? 'failed', spec.title)
  return withRunnerFailure(tally, isRunnerOk)
}

/** More than these at once is no bad minute of the machine. */
const MOST_ASKED_AGAIN = 3

/**
 * Titles of the failed tests that may be asked once more by themselves (decision 0044). Where chance decides what
 * happens, tagged `@chance`, a second try proves nothing: one such failure, and none is asked again.
 * @param {any} report Playwright's JSON report
 */
export function mayBeAskedAgain(report) {
  const failed = (report?.suites ?? [])
    .flatMap(specsOf)
    .filter((/** @type {any} */ spec) => spec.tests.some((/** @type {any} */ test) => test.status === 'unexpected'))
  const isChance = failed.some((/** @type {any} */ spec) => spec.tags?.includes('chance'))
  return isChance || failed.length > MOST_ASKED_AGAIN ? [] : failed.map((/** @type {any} */ spec) => String(spec.title))
}

/** What failed in the first run is counted as it came out in the second. @param {Tally} first @param {Tally} second @param {readonly string[]} titles @returns {Tally} */
export function afterSecondRun(first, second, titles) {
  // Anything but exactly the tests that were to be asked again explains nothing.
  if (second.passed + second.failed !== titles.length || first.failed !== titles.length) return first
  const unsteadyTitles = second.failed === 0 ? [...titles] : []
  return { ...first, passed: first.passed + second.passed, failed: second.failed, unsteadyTitles }
}

/** Titles of skips nobody gave a reason for. @param {Tally} tally @param {readonly AllowedSkip[]} allowed */
export function unexplainedSkips(tally, allowed) {
  const explained = new Set(allowed.filter((skip) => skip.reason.trim() !== '').map((skip) => skip.title))
  return tally.skippedTitles.filter((title) => !explained.has(title))
}

/** @param {Tally} tally */
export const summaryLine = (tally) => `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`
