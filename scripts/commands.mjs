// What each npm script does, in order. Steps after a failed one still run (except after install and browser,
// without which nothing can), so that one run tells everything; times are printed at the end.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { benchEndpoint } from './bench-endpoint.mjs'
import { installPeers } from './bench-sync.mjs'
import { build } from './build.mjs'
import { provideBrowser } from './browser.mjs'
import { checks } from './checks.mjs'
import { endChildrenWithUs, runNode } from './child.mjs'
import { install } from './install.mjs'
import { largeFormOfBoth, oracleXlsform } from './oracle-xlsform.mjs'
import { inProject, projectRoot } from './project.mjs'
import { simulate } from './simulate.mjs'
import { Run } from './steps.mjs'
import { addUp, summaryLine, unexplainedSkips } from './summary.mjs'
import { VITEST_PROJECTS, onlyLong, runPlaywright, runVitest, withoutLong } from './suites.mjs'

const ADVICE = {
  install:
    'kiểm tra mạng và quyền ghi, xóa node_modules rồi chạy lại / check network and write access, delete node_modules, run again',
  browser:
    'cài Chrome, Chromium hoặc Edge, hoặc đặt CHROME_PATH / install Chrome, Chromium or Edge, or set CHROME_PATH',
  build: 'xem lỗi ở trên; npm run verify cho biết thêm / see the error above; npm run verify tells more',
  tests: 'xem bài kiểm thử hỏng ở trên / see the failed tests above',
}

const CHECKS = Object.keys(checks)
const PARTS = [...CHECKS, ...VITEST_PROJECTS, 'build', 'e2e']

/** @param {Run} run */
const installOrStop = (run) => run.must('install', ADVICE.install, install)

/** @param {Run} run */
const browserOrStop = (run) => run.must('browser', ADVICE.browser, provideBrowser)

/** @param {Run} run @param {readonly string[]} parts what to check, of PARTS */
async function check(run, parts) {
  const has = (/** @type {string} */ part) => parts.includes(part)
  // What reads the sources runs side by side: each leaves a processor idle for a part of its time.
  const reading = /** @type {const} */ (['format', 'lint', 'types', 'unused']).filter(has)
  await Promise.all(reading.map((name) => run.check(name, checks[name].advice, checks[name].run)))
  const projects = VITEST_PROJECTS.filter(has)
  if (projects.length > 0) await run.tests(`vitest ${projects.join(' ')}`, ADVICE.tests, () => runVitest(projects))
  if (!has('build') && !has('size') && !has('e2e')) return
  const isBuilt = await run.check('build', ADVICE.build, build)
  if (has('size') && isBuilt) await run.check('size', checks.size.advice, checks.size.run)
  if (has('e2e') && isBuilt) await run.tests('e2e', ADVICE.tests, () => runPlaywright('e2e', withoutLong))
}

function allowedSkips() {
  return JSON.parse(readFileSync(inProject('tests', 'support', 'allowed-skips.json'), 'utf8'))
}

/** @param {Run} run */
function finish(run) {
  const total = addUp(run.tallies)
  const unexplained = unexplainedSkips(total, allowedSkips())
  run.printTimes()
  for (const title of unexplained) console.log(`skipped without a reason in tests/support/allowed-skips.json: ${title}`)
  for (const title of total.unsteadyTitles)
    console.log(`không vững, chỉ đạt khi chạy riêng / unsteady, passed only by itself: ${title}`)
  process.exitCode = total.failed > 0 || unexplained.length > 0 ? 1 : 0
  console.log(summaryLine(total))
}

/** @param {readonly string[]} asked */
function chosenParts(asked) {
  const unknown = asked.filter((part) => !PARTS.includes(part))
  if (unknown.length === 0) return asked.length > 0 ? asked : PARTS
  console.error(`Không có phần "${unknown.join(' ')}"; có: / no such part; there are: ${PARTS.join(' ')}`)
  process.exit(2)
}

/** @param {readonly string[]} asked */
async function test(asked) {
  const parts = chosenParts(asked)
  const run = new Run()
  await installOrStop(run)
  if (parts.includes('e2e')) await browserOrStop(run)
  await check(run, parts)
  finish(run)
}

async function verify() {
  const run = new Run()
  await installOrStop(run)
  await check(run, [...CHECKS, 'architecture', 'unit', 'build'])
  finish(run)
}

/** @param {import('./suites.mjs').BrowserProject} project @param {readonly string[]} args handed to Playwright */
async function playwright(project, args) {
  const run = new Run()
  await installOrStop(run)
  if (project === 'bench-sync') await run.must('peers', ADVICE.install, installPeers)
  await browserOrStop(run)
  const isBuilt = await run.check('build', ADVICE.build, build)
  if (project === 'bench' && isBuilt) await run.check('size', checks.size.advice, checks.size.run)
  if (isBuilt) await run.tests(project, ADVICE.tests, () => runPlaywright(project, args))
  finish(run)
}

async function buildOnly() {
  const run = new Run()
  await installOrStop(run)
  await run.must('build', ADVICE.build, build)
}

async function start() {
  const giveSignalsBack = endChildrenWithUs()
  await buildOnly()
  giveSignalsBack()
  process.env.SOTAY_DEMO ??= '1'
  const { serve } = await import('./serve.mjs')
  await serve()
}

/** @param {string[]} args */
async function moveToPostgres(args) {
  await buildOnly()
  process.chdir(projectRoot)
  const main = await import(pathToFileURL(inProject('dist-server', 'main.js')).href)
  process.exitCode = await main.moveToPostgres(args)
}

/** @param {string[]} args */
async function restore(args) {
  await buildOnly()
  process.chdir(projectRoot)
  const main = await import(pathToFileURL(inProject('dist-server', 'main.js')).href)
  process.exitCode = await main.restore(args)
}

/** @param {string[]} args */
async function verifyTrail(args) {
  await buildOnly()
  process.chdir(projectRoot)
  const main = await import(pathToFileURL(inProject('dist-server', 'main.js')).href)
  process.exitCode = await main.verifyTrail(args)
}

/** @param {string[]} args */
async function compact(args) {
  const program = inProject('dist-server', 'main.js')
  if (!existsSync(program)) await buildOnly()
  process.chdir(projectRoot)
  const main = await import(pathToFileURL(program).href)
  process.exitCode = await main.compact(args)
}

/** Beside a running endpoint nothing is built anew under its feet. @param {string[]} args */
async function recoverAdmin(args) {
  const program = inProject('dist-server', 'main.js')
  if (!existsSync(program)) await buildOnly()
  process.chdir(projectRoot)
  const main = await import(pathToFileURL(program).href)
  process.exitCode = await main.recoverAdmin(args)
}

/** Every package of the product with version and hash (CycloneDX); nothing is installed or built for it. */
async function sbom() {
  const { projectSbom } = await import('./sbom.mjs')
  process.stdout.write(`${JSON.stringify(projectSbom(), null, 2)}\n`)
}

/** A form out of a spreadsheet, checked and published on the server. @param {string[]} args files, --as */
async function importForm(args) {
  const at = process.env.INIT_CWD ?? process.cwd()
  const program = inProject('dist-server', 'main.js')
  if (!existsSync(program)) await buildOnly()
  process.chdir(projectRoot)
  const main = await import(pathToFileURL(program).href)
  const { problem } = JSON.parse(readFileSync(inProject('locales', 'vi', 'forms.json'), 'utf8'))
  const placed = args.map((arg) => (/\.(xlsx|csv)$/i.test(arg) ? resolve(at, arg) : arg))
  process.exitCode = await main.importForm(placed, problem)
}

async function measureEndpoint() {
  await buildOnly()
  const { ok, output } = await benchEndpoint()
  if (output) console.error(output.trimEnd())
  process.exitCode = ok ? 0 : 1
}

/** Twenty kills of the endpoint in mid-write; `npm test` plays a few. @param {string[]} args how many, instead of twenty */
async function crash([rounds = '20']) {
  await installOrStop(new Run())
  const env = { SOTAY_CRASH_ROUNDS: rounds }
  const { ok } = await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/contract/endpoint-crash.test.ts'], {
    env,
  })
  process.exitCode = ok ? 0 : 1
}

/** Requests of every kind to every route, made from the schemas and spoilt; `npm test` plays it for seconds. @param {string[]} args --minutes, --seed */
async function fuzz(args) {
  const { values } = parseArgs({ args, options: { minutes: { type: 'string' }, seed: { type: 'string' } } })
  await installOrStop(new Run())
  const seed = values.seed === undefined ? {} : { SOTAY_FUZZ_SEED: values.seed }
  const env = { SOTAY_FUZZ_MINUTES: values.minutes ?? '10', ...seed }
  const { ok } = await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/contract/fuzz.test.ts'], { env })
  process.exitCode = ok ? 0 : 1
}

/** Random forms filled through our form engine and ODK's. @param {string[]} args --forms, --seed, --steps */
async function oracle(args) {
  const run = new Run()
  await installOrStop(run)
  await run.must('peers', ADVICE.install, () => installPeers('tests/oracle/xlsform/peers', 'oracle-peers'))
  process.exitCode = (await oracleXlsform(args)).ok ? 0 : 1
}

/** Long forms in a slow browser, and beside them what the other engine takes for the same form where it can be had. */
async function benchForms() {
  await playwright('bench', ['forms.bench'])
  const { ok } = await installPeers('tests/oracle/xlsform/peers', 'oracle-peers')
  if (ok) await largeFormOfBoth()
  else console.log('@getodk/xforms-engine could not be installed: not compared')
}

async function dev() {
  await installOrStop(new Run())
  process.chdir(projectRoot)
  const { createServer } = await import('vite')
  const server = await createServer()
  await server.listen()
  server.printUrls()
  server.bindCLIShortcuts({ print: true })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.close().finally(() => process.exit()))
}

async function format() {
  await installOrStop(new Run())
  const { ok } = await runNode('node_modules/@biomejs/biome/bin/biome', ['format', '--write'])
  process.exitCode = ok ? 0 : 1
}

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const commands = {
  start,
  dev,
  test,
  verify,
  build: buildOnly,
  'move-to-postgres': moveToPostgres,
  restore,
  'recover-admin': recoverAdmin,
  'verify-trail': verifyTrail,
  compact,
  'import-form': importForm,
  sbom,
  'bench:endpoint': measureEndpoint,
  'bench:forms': benchForms,
  'bench:pilot': () => playwright('bench', ['pilot.bench']),
  'bench:sync': (args) => playwright('bench-sync', args),
  'oracle:xlsform': oracle,
  crash,
  fuzz,
  format,
  e2e: (args) => playwright('e2e', args),
  'e2e:long': (args) => playwright('e2e', [...onlyLong, ...args]),
  bench: (args) => playwright('bench', args),
  screenshots: (args) => playwright('screenshots', args),
  simulate: async (args) => {
    await installOrStop(new Run())
    await simulate(args)
  },
}

/** @param {string} name @param {string[]} args */
export async function runCommand(name, args) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(`Lệnh / commands: ${Object.keys(commands).join(' ')}`)
    process.exit(2)
  }
  if (name !== 'start' && name !== 'dev') endChildrenWithUs()
  await command(args)
}
