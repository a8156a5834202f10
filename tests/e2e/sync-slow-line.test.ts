// A poor 2G line, held by the browser itself: a day's work of text arrives, once, while the person goes on working.
import { expect, type Page, test } from '@playwright/test'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { note, openQuestion, thirdAnswer } from './support/question.ts'
import { chip, signIn } from './support/steps.ts'

/** 50 kbit/s up, 100 kbit/s down, 400 ms there and back; the bench of the sync has the same. */
const TWO_G = { offline: false, latency: 400, uploadThroughput: 50_000 / 8, downloadThroughput: 100_000 / 8 }
const ANSWERS = 12

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

const roundTrip = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const since = performance.now()
    await fetch('/v1/health')
    return performance.now() - since
  })

async function answerAndGoOn(page: Page, i: number): Promise<void> {
  await thirdAnswer(page).check()
  if (i % 3 === 0) {
    await note(page).fill(`Hồ sơ số ${i + 7}/BC-UBND đã lưu ở văn phòng, thiếu chữ ký người nhận`)
    await note(page).blur()
  }
  const address = page.url()
  await page.getByRole('link', { name: 'Câu sau' }).click()
  await expect.poll(() => page.url()).not.toBe(address)
  await expect(page.getByRole('radio').first()).toBeVisible()
}

test('SYN-12: on a 2G line a day of answers with notes arrives by itself while the person goes on, each operation once', async () => {
  const facts = await EndpointFacts.of(installation)
  const page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await openQuestion(page, installation.address)
  const before = await facts.count(page)
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', TWO_G)
  expect(await roundTrip(page)).toBeGreaterThan(TWO_G.latency * 0.9)
  for (let i = 0; i < ANSWERS; i++) await answerAndGoOn(page, i)
  await facts.untilEverythingArrived(page, before, 30_000)
  await expect(chip(page)).toContainText('Đã gửi')
  expect((await facts.count(page)).device - before.device).toBeGreaterThanOrEqual(ANSWERS + ANSWERS / 3)
})
