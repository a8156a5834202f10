// The figures of the product on a slow phone: Chromium with its CPU slowed down six times, 360×740. Each figure is the
// median of several runs with a fresh page, the samples are printed, and a missed gate fails the bench.
import { expect, test } from '@playwright/test'
import { Installation } from '../e2e/support/installation.ts'
import { phone, Profile } from '../e2e/support/profile.ts'
import { signIn } from '../e2e/support/steps.ts'
import { BareChromium } from './bare-chromium.ts'
import { GO_TO_MORE, median, NOTE_WHEN_SEEN, TIME_LIST, timeAnswer, WATCH_STORING } from './page-measures.ts'

const SLOWDOWN = 6
const RUNS = 7
const GATES = { start: 1200, answer: 100, communes: 300 } as const

test.setTimeout(600_000)

function report(name: keyof typeof GATES, samples: readonly number[]): void {
  const middle = median(samples)
  const shown = samples.map((value) => value.toFixed(0)).join(' ')
  console.log(
    `${name}: median ${middle.toFixed(0)} ms, gate ${GATES[name]} ms (${(middle / GATES[name]).toFixed(2)} of it); samples ${shown}`,
  )
  expect(middle, `${name} misses its gate`).toBeLessThanOrEqual(GATES[name])
}

let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await installation.remove()
})

/** One cold start in a fresh browser process, nothing attached to its engine; milliseconds until the rows are painted. */
async function timeStart(folder: string): Promise<number> {
  const browser = await BareChromium.open(folder, phone, SLOWDOWN)
  try {
    await browser.visit(installation.address, NOTE_WHEN_SEEN)
    // Asked seldom: each question interrupts the page.
    await expect.poll(() => browser.evaluate('window.benchSeen'), { intervals: [2000], timeout: 30_000 }).toBeDefined()
    return Number(await browser.evaluate('window.benchSeen'))
  } finally {
    await browser.kill()
  }
}

test('app start offline from the service worker to usable', async () => {
  const profile = new Profile(phone)
  const samples: number[] = []
  try {
    await signIn(await profile.open(), installation, 'thuky.doanket')
    await installation.kill()
    await profile.kill()
    for (let run = 0; run < RUNS; run++) samples.push(await timeStart(profile.folder))
  } finally {
    await profile.remove()
    await installation.start()
  }
  report('start', samples)
})

test('an answer painted and stored', async () => {
  const profile = new Profile(phone)
  const samples: number[] = []
  try {
    const page = await profile.open()
    await signIn(page, installation, 'thuky.doanket')
    await page.goto(`${installation.address}/self-assessment`)
    await page.getByRole('link', { name: 'Làm tiếp' }).click()
    await expect(page.getByRole('radio').first()).toBeVisible()
    const address = page.url()
    await profile.kill()
    await installation.kill()
    const browser = await BareChromium.open(profile.folder, phone, SLOWDOWN)
    try {
      await browser.visit(address, WATCH_STORING)
      for (let run = 0; run < RUNS * 2; run++) samples.push(Number(await browser.evaluate(timeAnswer(run % 4))))
    } finally {
      await browser.kill()
    }
  } finally {
    await profile.remove()
    await installation.start()
  }
  report('answer', samples.slice(1))
})

test('the list of fifty communes', async () => {
  const profile = new Profile(phone)
  const samples: number[] = []
  try {
    const page = await profile.open()
    await signIn(page, installation, 'sokhcn.langson')
    await page.goto(`${installation.address}/communes`)
    await expect(page.locator('main a[href^="/communes/ls25-"]').first()).toBeVisible()
    await profile.kill()
    const browser = await BareChromium.open(profile.folder, phone, SLOWDOWN)
    try {
      await browser.visit(`${installation.address}/communes`, '')
      for (let run = 0; run < RUNS; run++) {
        await browser.evaluate(GO_TO_MORE)
        samples.push(Number(await browser.evaluate(TIME_LIST)))
      }
    } finally {
      await browser.kill()
    }
  } finally {
    await profile.remove()
  }
  report('communes', samples)
})
