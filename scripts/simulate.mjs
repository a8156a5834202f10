// `npm run simulate -- --seeds N [--from K] [--seed X]`: thirty simulated days per seed, in two processes side by side.
// Seeds that fail are printed and go into tests/sync/regression-seeds.json, which every test run plays again.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { runNode } from './child.mjs'
import { cacheFolder, inProject } from './project.mjs'

const HALVES = ['tests/sync/simulation-odd-seeds.test.ts', 'tests/sync/simulation-even-seeds.test.ts']
const SEEDS = 1000
const regressionFile = inProject('tests', 'sync', 'regression-seeds.json')

/** @typedef {{ seeds: number, turns: number, saved: number, most: number, injected: Record<string, number>, failed: number[] }} Tally */

/** @param {readonly string[]} args @param {string} name @returns {number | undefined} */
function numberAfter(args, name) {
  const at = args.indexOf(name)
  if (at < 0) return undefined
  const value = Number(args[at + 1])
  if (Number.isSafeInteger(value) && value > 0) return value
  console.error(`${name}: cần một số nguyên dương / a positive whole number is needed`)
  process.exit(2)
}

/** @param {readonly string[]} args */
function whatIsAsked(args) {
  const one = numberAfter(args, '--seed')
  if (one !== undefined) return { from: one, seeds: 1 }
  return { from: numberAfter(args, '--from') ?? 1, seeds: numberAfter(args, '--seeds') ?? SEEDS }
}

/** @param {string} folder @returns {readonly Tally[]} */
const readTallies = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))) : []

/** @param {readonly number[]} failed */
function remember(failed) {
  if (failed.length === 0) return
  const known = JSON.parse(readFileSync(regressionFile, 'utf8'))
  const all = [...new Set([...known, ...failed])].sort((a, b) => a - b)
  writeFileSync(regressionFile, `[${all.join(', ')}]\n`)
  console.error(
    `failed seeds: ${failed.join(' ')} (now in tests/sync/regression-seeds.json; npm run simulate -- --seed N)`,
  )
}

/** @param {readonly Tally[]} tallies @param {number} seconds */
function tell(tallies, seconds) {
  const sum = (/** @type {'seeds' | 'turns' | 'saved'} */ what) => tallies.reduce((all, tally) => all + tally[what], 0)
  const most = Math.max(0, ...tallies.map((tally) => tally.most))
  console.log(
    `\n${sum('seeds')} seeds in ${seconds.toFixed(1)} s: ${sum('saved')} operations saved on up to ${most} devices, ${sum('turns')} scheduled steps`,
  )
  const faults = Object.keys(tallies[0]?.injected ?? {})
  for (const fault of faults) {
    const times = tallies.reduce((all, tally) => all + (tally.injected[fault] ?? 0), 0)
    console.log(`${String(times).padStart(9)}  ${fault}`)
  }
}

/** @param {readonly string[]} args */
export async function simulate(args) {
  const { from, seeds } = whatIsAsked(args)
  const folder = path.join(cacheFolder, 'simulation')
  rmSync(folder, { recursive: true, force: true })
  const env = { SOTAY_FIRST_SEED: String(from), SOTAY_SEEDS: String(seeds), SOTAY_SIMULATION_REPORT: folder }
  const since = performance.now()
  const { ok } = await runNode(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', 'sync', '--maxWorkers', '2', ...HALVES],
    { env },
  )
  const tallies = readTallies(folder)
  tell(tallies, (performance.now() - since) / 1000)
  remember(tallies.flatMap(({ failed }) => failed))
  process.exitCode = ok ? 0 : 1
}
