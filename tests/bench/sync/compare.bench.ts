// Ours beside RxDB and PouchDB in one Chromium: the same answers, the same durability at the server, bytes counted by
// the same relay. Sides take turns in another order each run; raw samples and medians are printed, and a missed gate
// fails the bench. Three runs unless SOTAY_BENCH_RUNS says otherwise; SOTAY_BENCH_SIDES tries some sides alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { type BrowserContext, chromium, expect, test } from '@playwright/test'
import { browserArguments } from '../../e2e/support/browser-arguments.ts'
import { answersOf, editsOf } from './page/payload.ts'
import { ACCOUNT, person } from './support/bench-province.ts'
import { buildBench } from './support/build.ts'
import { Device, type Sample } from './support/device.ts'
import { missedGates } from './support/gates.ts'
import { Samples } from './support/samples.ts'
import type { ServerProcess } from './support/server-process.ts'
import { type SideName, sides } from './support/sides.ts'
import { TWO_G } from './support/two-g.ts'

const RUNS = Number(process.env.SOTAY_BENCH_RUNS ?? 3)
const PUSHED = Number(process.env.SOTAY_BENCH_ANSWERS ?? 10_000)
const OPENED_WITHIN_MS = 60_000
const [EDITED, PUSHED_SLOWLY] = [100, PUSHED / 5]
/** Records of a colleague that every server has taken in, again and again, before anything is measured. */
const [WARMED, WARM_ROUNDS] = [100, 30]

test.setTimeout(3_600_000)
// A trace would cost more than what is measured.

const folder = mkdtempSync(path.join(tmpdir(), 'sotay-bench-profile-'))
let context: BrowserContext

test.beforeAll(async () => {
  await buildBench()
  const { CHROME_PATH: executablePath } = process.env
  const options = { headless: true, args: browserArguments, ...(executablePath ? { executablePath } : {}) }
  context = await chromium.launchPersistentContext(folder, options)
  context.setDefaultTimeout(OPENED_WITHIN_MS)
})

test.afterAll(async () => {
  await context.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const answers = answersOf(PUSHED, ACCOUNT)

/** The rounds of the year before. */
const earlier = (text: string): string => text.replace('.2026-', '.2025-')
const warmAnswers = answersOf(WARMED, ACCOUNT).map((answer) => ({
  ...answer,
  id: earlier(answer.id),
  assessment: earlier(answer.assessment),
}))

/**
 * A server runs for weeks, so nobody is measured against one that runs its code for the first time: a colleague's device
 * sends the same hundred records, changed, thirty times. They stay, and every later device carries them on all sides.
 */
async function warm(server: ServerProcess, page: string): Promise<void> {
  const device = await Device.open(context, server, page, person)
  await device.sync('both')
  await device.write(warmAnswers)
  for (let round = 1; round <= WARM_ROUNDS; round++) {
    await device.sync('both')
    await device.write(editsOf(warmAnswers, { count: WARMED, notes: 35, salt: 100 + round }))
  }
  await device.sync('both')
  await device.close()
}

/** A day of a device of one side, on a server that knows a colleague's hundred records only. */
async function measure(name: SideName, run: number, note: (scenario: string, sample: Sample) => void): Promise<void> {
  const side = sides[name]
  const server = await side.start()
  try {
    await warm(server, side.page)
    const first = await Device.open(context, server, side.page, person)
    if (run === 0) console.log(`${name}: ${(await first.settings()).join('; ')}`)
    await first.sync('both')
    await first.write(answers)
    note(`push ${PUSHED}`, await first.sync('push'))
    note('own data again', await first.sync('both'))
    note('nothing to do', await first.sync('both'))
    await first.write(editsOf(answers, { count: EDITED, notes: 0, salt: 2 * run }))
    note(`${EDITED} edits`, await first.sync('push'))
    await first.sync('both')
    await first.write(editsOf(answers, { count: EDITED, notes: 35, salt: 2 * run + 1 }))
    note(`${EDITED} with notes`, await first.sync('push'))
    const second = await Device.open(context, server, side.page, person)
    note(`first pull ${PUSHED}`, await second.sync('pull'))
    expect(await second.records(), `${name}: both devices hold the same`).toEqual(await first.records())
    expect((await second.records()).length).toBe(PUSHED + WARMED)
    for (const device of [first, second]) await device.close()
  } finally {
    await server.remove()
  }
}

async function measureSlowly(name: SideName, note: (scenario: string, sample: Sample) => void): Promise<void> {
  const side = sides[name]
  const server = await side.start()
  try {
    const device = await Device.open(context, server, side.page, person)
    await device.sync('both')
    await device.write(answers.slice(0, PUSHED_SLOWLY))
    await device.limit(TWO_G)
    note(`push ${PUSHED_SLOWLY} on 2G`, await device.sync('push'))
    await device.close()
  } finally {
    await server.remove()
  }
}

test('ours against RxDB and PouchDB on the same answers', async () => {
  const asked = process.env.SOTAY_BENCH_SIDES?.split(' ') as SideName[] | undefined
  const names = asked ?? (Object.keys(sides) as SideName[])
  const samples = new Samples(names)
  console.log(`${context.browser()?.version()}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`)
  for (let run = 0; run < RUNS; run++) {
    for (const name of names.map((_, i) => names[(i + run) % names.length] as SideName)) {
      const since = Date.now()
      const note = (scenario: string, sample: Sample): void => samples.add(scenario, name, sample)
      await measure(name, run, note)
      await measureSlowly(name, note)
      const seconds = Math.round((Date.now() - since) / 1000)
      console.log(`run ${run + 1} of ${RUNS}: ${name} done in ${seconds} s, load ${loadavg()[0]?.toFixed(1)}`)
    }
  }
  console.log(samples.report())
  expect(missedGates(samples, PUSHED, EDITED)).toEqual([])
})
