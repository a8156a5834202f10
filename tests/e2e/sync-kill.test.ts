// The browser is killed while a person answers, again and again: whatever was once saved is there afterwards, and in
// the end all of it is at the endpoint. "Saved" is what the product calls saved: the transaction with the record and
// its operation has completed, and the chip says so. Three kills; SOTAY_KILLS asks for more (the proof has 12).
import process from 'node:process'
import { expect, type Page, test } from '@playwright/test'
import { rowsOf } from './support/device-data.ts'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { chance, isLong, seedOfRun } from './support/length.ts'
import { phone, Profile } from './support/profile.ts'
import { openQuestion } from './support/question.ts'
import { chip, signIn } from './support/steps.ts'

const KILLS = Number(process.env.SOTAY_KILLS ?? (isLong ? 12 : 3))
/** A kill comes this long after the first answer of a round, at most. */
const LONGEST_MS = 1_500

test.setTimeout(60_000 + KILLS * 30_000)

interface OwnRow {
  readonly n: number
  readonly kind: string
  readonly box: { readonly f: Readonly<Record<string, readonly unknown[]>> }
}

const ownRows = async (page: Page): Promise<readonly OwnRow[]> =>
  ((await rowsOf(page, { database: 'sotay-demo', table: 'own' })) as OwnRow[]).sort((a, b) => a.n - b.n)

/** The scores this device has written, in their order. */
const scoresOf = (rows: readonly OwnRow[]): readonly unknown[] =>
  rows.filter(({ kind, box }) => kind === 'answer' && 'score' in box.f).map(({ box }) => box.f.score?.[0])

/** Calls `seen` each time a transaction with an operation has completed and the chip says that it is saved here. */
async function watchSaving(page: Page, seen: () => void): Promise<void> {
  await page.exposeBinding('sawSaved', () => seen())
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...parts: Parameters<IDBDatabase['transaction']>) {
      const made = begin.apply(this, parts)
      if (made.mode === 'readwrite' && made.objectStoreNames.contains('own') && made.objectStoreNames.contains('blobq'))
        made.addEventListener('complete', () => window.dispatchEvent(new Event('saved')))
      return made
    }
  })
}

/** Chooses one answer after the other, as fast as they are saved, until the browser is gone. */
const answerWithoutEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const radios = () => [...document.querySelectorAll<HTMLInputElement>('main input[type=radio]')].slice(0, 4)
    const { sawSaved } = window as unknown as { sawSaved(): Promise<void> }
    const chip = () => document.querySelector('header a[href="/sync"]')?.textContent ?? ''
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // Choosing what is chosen already would save nothing.
    for (let at = radios().findIndex(({ checked }) => checked) + 1; ; at++) {
      const saved = new Promise((resolve) => window.addEventListener('saved', resolve, { once: true }))
      radios()[at % 4]?.click()
      await saved
      while (!chip().startsWith('Đã lưu trên máy')) await frame()
      void sawSaved()
    }
  })

let installation: Installation
let profile: Profile

test.beforeAll(async () => {
  installation = await Installation.create()
  profile = new Profile(phone)
})

test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

test(`DAT-1: in ${KILLS} kills of the browser in the middle of answering, nothing that was saved is lost, and all of it arrives`, {
  tag: '@chance',
}, async () => {
  const seed = seedOfRun()
  console.log(`kills with SOTAY_SEED=${seed}`)
  const random = chance(seed)
  const facts = await EndpointFacts.of(installation)
  let page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await openQuestion(page, installation.address)
  const question = page.url()
  const before = await facts.count(page)
  await profile.setOffline(true)
  let known = scoresOf(await ownRows(page))
  let total = 0
  for (let round = 0; round < KILLS; round++) {
    let saved = 0
    await watchSaving(page, () => {
      saved += 1
    })
    await page.goto(question)
    await expect(page.getByRole('radio').first()).toBeVisible()
    const answering = answerWithoutEnd(page).catch(() => {})
    await expect.poll(() => saved).toBeGreaterThan(0)
    await page.waitForTimeout(random() * LONGEST_MS)
    await profile.kill()
    await answering
    page = await profile.open()
    await page.goto(question)
    // The sign-in page of an emptied profile has a chosen language too, but no chip.
    await expect(chip(page)).toBeVisible()
    await expect(page.locator('main input[type=radio]:checked')).toHaveCount(1)
    const rows = await ownRows(page)
    const scores = scoresOf(rows)
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1))
    expect(scores.slice(0, known.length)).toEqual(known)
    expect(scores.length - known.length, `round ${round + 1}: ${saved} seen as saved`).toBeGreaterThanOrEqual(saved)
    total += saved
    known = scores
  }
  console.log(`${KILLS} kills, ${total} answers seen as saved, ${known.length} found, 0 lost`)
  await profile.setOffline(false)
  await facts.untilEverythingArrived(page, before, 60_000)
  await expect(chip(page)).toContainText('Đã gửi')
})
