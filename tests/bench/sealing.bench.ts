// What a PIN costs on a slow phone: the same figures of the same commune with its store open and sealed, one sample of
// each in turn, so that whatever else the machine does falls on both. More than 15 % fails, for the start up to the locked
// screen too; the making of the key (Argon2id) and the opening behind it are printed apart.
import { expect, test } from '@playwright/test'
import { Installation } from '../e2e/support/installation.ts'
import { phone, Profile } from '../e2e/support/profile.ts'
import { signIn } from '../e2e/support/steps.ts'
import { BareChromium } from './bare-chromium.ts'
import {
  GO_TO_MORE,
  median,
  NOTE_WHEN_LOCKED,
  NOTE_WHEN_SEEN,
  TIME_LIST,
  timeAnswer,
  WATCH_STORING,
} from './page-measures.ts'

const SLOWDOWN = 6
const RUNS = 7
/** Single samples stray by a third; as many as bring the middle within a few hundredths. */
const ANSWERS = 96
const LISTS = 24
/** The first ones of a page pay for the engine's getting used to the code, whatever the store. */
const WARM_UP = 3
const MOST = 1.15
/** What a start may take up to the first screen (npm run bench). */
const START_MS = 1200
const PIN = '802913'

test.setTimeout(900_000)

let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await installation.remove()
})

/** Fills the PIN as a person does, for React; answers how long the key took, and the opening after it. */
const UNLOCK = `(async () => {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
  while (!document.querySelector('main form input')) await idle()
  for (let turn = 0; turn < 20; turn++) await idle()
  const input = document.querySelector('main form input')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, '${PIN}')
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await idle()
  input.form.requestSubmit()
  const isOpen = () => !document.querySelector('main input[inputmode]') && document.querySelector('main a, main input')
  while (!isOpen()) await new Promise((resolve) => setTimeout(resolve, 5))
  const [made] = performance.getEntriesByName('argon2id')
  return [made.duration, performance.now() - (made.startTime + made.duration)]
})()`

async function setPin(profile: Profile): Promise<void> {
  const page = await profile.open()
  await page.goto(`${installation.address}/more/settings`)
  await page.getByLabel('Mã PIN mới', { exact: true }).fill(PIN)
  await page.getByLabel('Nhập lại mã PIN mới').fill(PIN)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
  await expect(page.getByRole('button', { name: 'Khóa ngay' })).toBeVisible()
  // Older rows are being sealed.
  await page.waitForTimeout(3000)
}

type Store = 'open' | 'sealed'
const STORES: readonly Store[] = ['open', 'sealed']

/** A browser on each of the two profiles, at the same address. */
async function bothOpen(
  profiles: Readonly<Record<Store, Profile>>,
  at: string,
  script: string,
  work: (browsers: Readonly<Record<Store, BareChromium>>) => Promise<void>,
): Promise<void> {
  const open = await BareChromium.open(profiles.open.folder, phone, SLOWDOWN)
  const sealed = await BareChromium.open(profiles.sealed.folder, phone, SLOWDOWN)
  try {
    await open.visit(at, script)
    await sealed.visit(at, script)
    await sealed.evaluate(UNLOCK)
    await work({ open, sealed })
  } finally {
    await open.kill()
    await sealed.kill()
  }
}

/** Milliseconds of one start until what the script waits for was drawn; and what `after` answers afterwards. */
async function timeStart<T>(profile: Profile, script: string, after: (browser: BareChromium) => Promise<T>) {
  const browser = await BareChromium.open(profile.folder, phone, SLOWDOWN)
  try {
    await browser.visit(`${installation.address}/`, script)
    await expect.poll(() => browser.evaluate('window.benchSeen'), { intervals: [2000] }).toBeDefined()
    return { ms: Number(await browser.evaluate('window.benchSeen')), answer: await after(browser) }
  } finally {
    await browser.kill()
  }
}

/** Two profiles of the same account, one of them sealed, and where the round of the commune goes on. */
async function twoProfiles(username: string, path: string) {
  const [open, sealed] = [new Profile(phone), new Profile(phone)]
  const at: string[] = []
  for (const profile of [open, sealed]) {
    const page = await profile.open()
    await signIn(page, installation, username)
    await page.goto(`${installation.address}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (path === '/self-assessment') await page.getByRole('link', { name: 'Làm tiếp' }).click()
    at.push(path === '/self-assessment' ? (await page.getByRole('radio').first().waitFor(), page.url()) : page.url())
    await profile.kill()
    if (profile === sealed) await setPin(profile).then(() => profile.kill())
  }
  return { open, sealed, at: at[0] ?? installation.address }
}

const shown = (samples: readonly number[]): string => samples.map((value) => value.toFixed(0)).join(' ')

function compare(name: string, open: readonly number[], sealed: readonly number[], enoughMs = 0): void {
  const [before, after] = [median(open), median(sealed)]
  const isMet = after <= Math.max(before * MOST, enoughMs)
  const gate = `at most 15 %${enoughMs > 0 ? ` or ${enoughMs} ms` : ''}`
  console.log(
    `sealing, ${name}: open ${before.toFixed(0)} ms (${shown(open)}), sealed ${after.toFixed(0)} ms (${shown(sealed)}): ${((after / before - 1) * 100).toFixed(0)} %, ${gate}: ${isMet ? 'met' : 'MISSED'}`,
  )
  expect.soft(isMet, `sealing costs ${name}: ${gate}`).toBe(true)
}

test('sealing: an answer painted and stored, and the start', async () => {
  const { at, ...profiles } = await twoProfiles('thuky.doanket', '/self-assessment')
  const answers: Record<Store, number[]> = { open: [], sealed: [] }
  const starts: Record<Store, number[]> = { open: [], sealed: [] }
  const [keys, openings]: number[][] = [[], []]
  try {
    await installation.kill()
    await bothOpen(profiles, at, WATCH_STORING, async (browsers) => {
      for (let run = 0; run < ANSWERS + WARM_UP; run++)
        for (const store of STORES) {
          const ms = Number(await browsers[store].evaluate(timeAnswer(run % 4)))
          if (run >= WARM_UP) answers[store].push(ms)
        }
    })
    for (let run = 0; run < RUNS; run++) {
      starts.open.push((await timeStart(profiles.open, NOTE_WHEN_SEEN, async () => null)).ms)
      const { ms, answer } = await timeStart(profiles.sealed, NOTE_WHEN_LOCKED, (browser) => browser.evaluate(UNLOCK))
      const [key = 0, opening = 0] = answer as readonly number[]
      starts.sealed.push(ms)
      keys?.push(key)
      openings?.push(opening)
    }
    console.log(
      `unlock: Argon2id ${shown(keys ?? [])} ms, from there to the screen ${shown(openings ?? [])} ms, apart from the gates`,
    )
    compare('start (sealed: to the locked screen)', starts.open, starts.sealed, START_MS)
    compare('answer', answers.open, answers.sealed)
  } finally {
    await profiles.open.remove()
    await profiles.sealed.remove()
    await installation.start()
  }
})

test('sealing: the list of fifty communes', async () => {
  const { at, ...profiles } = await twoProfiles('sokhcn.langson', '/communes')
  const samples: Record<Store, number[]> = { open: [], sealed: [] }
  try {
    await bothOpen(profiles, at, '', async (browsers) => {
      for (let run = 0; run < LISTS + WARM_UP; run++)
        for (const store of STORES) {
          await browsers[store].evaluate(GO_TO_MORE)
          const ms = Number(await browsers[store].evaluate(TIME_LIST))
          if (run >= WARM_UP) samples[store].push(ms)
        }
    })
    compare('list', samples.open, samples.sealed)
  } finally {
    await profiles.open.remove()
    await profiles.sealed.remove()
  }
})
