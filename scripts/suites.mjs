// Runs the test runners and reads their JSON reports. Playwright gets a free port and an empty data folder of its
// own, so that a run neither meets an endpoint that is already running nor what an earlier run left behind.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { runNode } from './child.mjs'
import { freePort } from './free-port.mjs'
import { inOwnTemp, memoryFolder } from './own-temp.mjs'
import { cacheFolder, inProject } from './project.mjs'
import { afterSecondRun, mayBeAskedAgain, tallyPlaywright, tallyVitest } from './summary.mjs'

export const VITEST_PROJECTS = ['architecture', 'unit', 'contract', 'scenario', 'sync', 'migration']

const reportFile = (/** @type {string} */ name) => path.join(cacheFolder, 'reports', `${name}.json`)

/** @param {string} file */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** @param {readonly string[]} projects */
export async function runVitest(projects) {
  const report = reportFile('vitest')
  rmSync(report, { force: true })
  const chosen = projects.flatMap((name) => ['--project', `${name}*`])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // Left to itself the runner keeps one core free, which on two cores is half the machine.
  const workers = `--maxWorkers=${availableParallelism()}`
  const { ok } = await inOwnTemp((env) =>
    runNode('node_modules/vitest/vitest.mjs', ['run', workers, ...chosen, ...reporters], { env }),
  )
  return tallyVitest(readReport(report), ok)
}

/**
 * Files side by side: each test file has an endpoint and profiles of its own. Browser tests wait more than they work, so
 * one more than there are processors. A bench wants the machine to itself.
 */
const WORKERS = { e2e: Math.min(3, availableParallelism() + 1), bench: 1, 'bench-sync': 1, screenshots: 1 }

/** @typedef {keyof typeof WORKERS} BrowserProject */

/** Browser tests of which `npm test` plays a shorter one beside them, see decision record 0045. */
const LONG = '@long'
export const withoutLong = ['--grep-invert', LONG]
export const onlyLong = ['--grep', LONG]

/** @param {BrowserProject} project @param {string} name of the report @param {readonly string[]} args */
async function playwrightOnce(project, name, args) {
  const report = reportFile(name)
  const data = path.join(cacheFolder, 'e2e-data')
  rmSync(report, { force: true })
  for (const folder of [data, `${data}-backups`, `${data}-template`, `${data}-template-backups`])
    rmSync(folder, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    SOTAY_E2E_PORT: String(await freePort()),
    SOTAY_E2E_DATA: path.relative(inProject(), data),
  }
  const run = (/** @type {Record<string, string>} */ own) =>
    runNode('node_modules/@playwright/test/cli.js', ['test', `--project=${project}`, ...args], {
      env: { ...env, ...own },
    })
  // What is measured is measured on the disk.
  const { ok } = await (project === 'e2e' ? inOwnTemp(run, memoryFolder()) : inOwnTemp(run))
  const read = readReport(report)
  return { read, tally: tallyPlaywright(read, ok) }
}

/** @param {BrowserProject} project @param {readonly string[]} [args] */
export async function runPlaywright(project, args = []) {
  const { read, tally } = await playwrightOnce(project, project, [`--workers=${WORKERS[project]}`, ...args])
  const titles = project === 'e2e' && tally.failed > 0 ? mayBeAskedAgain(read) : []
  if (titles.length === 0) return tally
  console.log('▶ e2e: hỏi lại riêng những bài vừa hỏng / what failed is asked once more, by itself')
  const second = await playwrightOnce(project, `${project}-again`, ['--workers=1', '--last-failed'])
  return afterSecondRun(tally, second.tally, titles)
}
