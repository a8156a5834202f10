// The figures of the product on a slow phone: Chromium with its CPU slowed down six times, 360×740. Each figure is the
// median of several runs with a fresh page, the samples are printed, and a missed gate fails the bench.
import { expect, test } from '@playwright/test'
import { Installation } from '../e2e/support/installation.ts'
import { phone, Profile } from '../e2e/support/profile.ts'
import { signIn } from '../e2e/support/steps.ts'
import { BareChromium } from './bare-chromium.ts'

const SLOWDOWN = 6
const RUNS = 7
const GATES = { start: 1200, answer: 100, communes: 300 } as const

test.setTimeout(600_000)

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

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

/** Milliseconds from navigation start until the frame after the first row of Today is there, as the text of a script. */
const NOTE_WHEN_SEEN = `new MutationObserver(() => {
  if (window.benchSeen !== undefined || window.benchAsked || !document.querySelector('main ul li a')) return
  window.benchAsked = true
  requestAnimationFrame(() => setTimeout(() => { window.benchSeen = performance.now() }))
}).observe(document, { childList: true, subtree: true })`

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

/** Notes when each transaction that writes an own operation has completed: from then on the answer is on the disk. */
const WATCH_STORING = `(() => {
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...parts) {
    const made = begin.apply(this, parts)
    if (made.mode === 'readwrite' && made.objectStoreNames.contains('own')) {
      made.addEventListener('complete', () => { window.benchStored = performance.now() })
    }
    return made
  }
})()`

/** From the press until both are true: the chosen row was painted, and the transaction with its operation completed. */
const timeAnswer = (choice: number): string => `(async () => {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
  while (document.querySelectorAll('main input[type=radio]').length < 4) await idle()
  for (let turn = 0; turn < 5; turn++) await idle()
  const radio = document.querySelectorAll('main input[type=radio]')[${choice}]
  const painted = new Promise((resolve) => {
    const look = () => {
      if (radio.checked) setTimeout(() => resolve(performance.now()))
      else requestAnimationFrame(look)
    }
    radio.addEventListener('click', () => requestAnimationFrame(look), { once: true })
  })
  window.benchStored = 0
  const begin = performance.now()
  radio.click()
  const paintedAt = await painted
  while (window.benchStored === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  return Math.max(paintedAt, window.benchStored) - begin
})()`

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

/** Settles when the screen "More" stands and the browser has been idle for a moment. */
const GO_TO_MORE = `(async () => {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
  while (!document.querySelector('nav a[href="/more"]')) await idle()
  document.querySelector('nav a[href="/more"]').click()
  while (!document.querySelector('main a[href="/sync"]')) await idle()
  for (let turn = 0; turn < 5; turn++) await idle()
})()`

/** Milliseconds from the press until the frame with the fiftieth line was drawn. */
const TIME_LIST = `(async () => {
  const begin = performance.now()
  document.querySelector('nav a[href="/communes"]').click()
  const rows = () =>
    new Set([...document.querySelectorAll('main a[href^="/communes/ls25-"]')].map((a) => a.pathname)).size
  while (rows() < 50) await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - begin
})()`
