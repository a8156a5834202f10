/**
 * Many seeds one after another in one process, their faults counted. Two processes share a run: one takes the odd seeds,
 * the other the even ones.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { gzipText } from '#sync/gzip.ts'
import { allFaults, type Fault, nothingInjected } from './faults.ts'
import { type Outcome, play } from './play.ts'

/** The short form: some seconds of two cores. `npm run simulate`, which CI runs before the tests, plays a thousand. */
const SEEDS_OF_A_TEST_RUN = 50
/** Below this many seeds a rare fault may well not happen. */
export const ENOUGH_SEEDS = 150

const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)

/** What was asked for, by `npm run simulate` or by nobody. */
export const asked = {
  seeds: number('SOTAY_SEEDS', SEEDS_OF_A_TEST_RUN),
  from: number('SOTAY_FIRST_SEED', 1),
}

export const regressionFile = new URL('../../../sync/regression-seeds.json', import.meta.url)
export const regressionSeeds = (): readonly number[] => JSON.parse(readFileSync(regressionFile, 'utf8')) as number[]

/**
 * Compression by the library computes in place; the browser's runs beside, and would let the machine's speed throw dice.
 * What one tab tells the others over a channel comes from outside the scheduler too. Returns how to give both back.
 */
export async function calmGlobals(): Promise<() => void> {
  const { CompressionStream, BroadcastChannel, queueMicrotask } = globalThis
  const { stackTraceLimit } = Error
  const { warn } = console
  Reflect.deleteProperty(globalThis, 'CompressionStream')
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  // Ten thousand stacks a second that nobody reads; whoever plays one seed wants to see them.
  if (asked.seeds > 1) Error.stackTraceLimit = 0
  // The same microtask without an asynchronous resource around each; Dexie puts its own `then` in the place of this one.
  const [settled, then] = [Promise.resolve(), Promise.prototype.then]
  globalThis.queueMicrotask = (task) => void then.call(settled, task)
  // Dexie tells every connection it had to open again.
  console.warn = (...said: unknown[]) => (String(said[0]).includes('reopen') ? undefined : warn(...said))
  await gzipText('')
  return () => {
    Object.assign(globalThis, { CompressionStream, BroadcastChannel, queueMicrotask })
    Error.stackTraceLimit = stackTraceLimit
    console.warn = warn
  }
}

export interface Tally {
  seeds: number
  turns: number
  saved: number
  most: number
  ms: number
  readonly injected: Record<Fault, number>
  readonly failed: number[]
}

const startTally = (): Tally => ({
  seeds: 0,
  turns: 0,
  saved: 0,
  most: 0,
  ms: 0,
  injected: nothingInjected(),
  failed: [],
})

function add(tally: Tally, { injected, turns, saved, devices }: Outcome): void {
  tally.seeds++
  tally.turns += turns
  tally.saved += saved
  tally.most = Math.max(tally.most, devices)
  for (const fault of allFaults) tally.injected[fault] += injected[fault]
}

/** Plays every second seed from `first` on; goes on after a failed one, so that a run tells all of them. */
export async function playSeeds(
  first: number,
  end: number,
  step: number,
): Promise<{ tally: Tally; errors: unknown[] }> {
  const [tally, errors] = [startTally(), [] as unknown[]]
  const since = performance.now()
  for (let seed = first; seed < end; seed += step) {
    try {
      add(tally, await play(seed))
    } catch (error) {
      tally.failed.push(seed)
      if (errors.push(error) > 4) break
    }
  }
  tally.ms = Math.round(performance.now() - since)
  report(tally, first)
  return { tally, errors }
}

/** For `npm run simulate`, which adds up what its two processes did. */
function report(tally: Tally, first: number): void {
  const folder = process.env.SOTAY_SIMULATION_REPORT
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${first}.json`), JSON.stringify(tally))
}

/** Half of the seeds asked for, the odd ones or the even ones. */
export function playHalf(isOdd: boolean): Promise<{ tally: Tally; errors: unknown[] }> {
  const { from, seeds } = asked
  const first = (from % 2 === 1) === isOdd ? from : from + 1
  return playSeeds(first, from + seeds, 2)
}

export const summaryOf = ({ seeds, turns, saved, most, ms, injected }: Tally): string =>
  `${seeds} seeds in ${(ms / 1000).toFixed(1)} s, ${saved} operations saved, ${turns} scheduled steps, up to ${most} devices; ` +
  `faults injected: ${JSON.stringify(injected)}`
