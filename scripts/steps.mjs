// One run of steps: says what is being done, how long it took, and what to do when it failed.
import process from 'node:process'
import { emptyTally } from './summary.mjs'

/** @typedef {import('./summary.mjs').Tally} Tally */
/** @typedef {{ ok: boolean, output?: string }} Outcome */

const inSeconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** A step quicker than this did nothing worth a line. */
const WORTH_A_LINE_MS = 300

export class Run {
  /** @type {Tally[]} */
  tallies = []
  /** @type {string[]} */
  times = []

  /** Runs a step without which nothing can follow. @param {string} name @param {string} advice @param {() => Promise<Outcome>} work */
  async must(name, advice, work) {
    const since = performance.now()
    const { ok } = await work()
    if (!ok) {
      console.error(`✘ ${name}\n  → ${advice}`)
      process.exit(1)
    }
    if (performance.now() - since > WORTH_A_LINE_MS) console.log(`✔ ${name} ${inSeconds(since)}`)
    this.times.push(`${name} ${inSeconds(since)}`)
  }

  /** Runs a check: it counts as one passed or failed test. @param {string} name @param {string} advice @param {() => Promise<Outcome>} work */
  async check(name, advice, work) {
    const { ok } = await this.#timed(name, advice, async () => {
      const outcome = await work()
      if (!outcome.ok && outcome.output) console.log(outcome.output.trimEnd())
      return outcome
    })
    this.tallies.push({ ...emptyTally(), passed: ok ? 1 : 0, failed: ok ? 0 : 1 })
    return ok
  }

  /** Runs a test runner and takes over its figures. @param {string} name @param {string} advice @param {() => Promise<Tally>} work */
  async tests(name, advice, work) {
    await this.#timed(name, advice, async () => {
      const tally = await work()
      this.tallies.push(tally)
      return { ok: tally.failed === 0 }
    })
  }

  /** @param {string} name @param {string} advice @param {() => Promise<Outcome>} work */
  async #timed(name, advice, work) {
    const since = performance.now()
    console.log(`▶ ${name}`)
    const outcome = await work()
    console.log(outcome.ok ? `✔ ${name} ${inSeconds(since)}` : `✘ ${name} ${inSeconds(since)}\n  → ${advice}`)
    this.times.push(`${name} ${inSeconds(since)}`)
    return outcome
  }

  printTimes() {
    console.log(`\n${this.times.join(' · ')}`)
  }
}
