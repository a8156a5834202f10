// Background Sync: the page is gone, the network is back, and the browser wakes the service worker alone.
import { expect, type Page, test } from '@playwright/test'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { onDevice, openQuestion, thirdAnswer } from './support/question.ts'
import { signIn } from './support/steps.ts'

const profile = new Profile(phone)
let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

/** Wakes the worker as the browser does once there is a network. Resolves when the worker has answered the event. */
async function wakeWorker(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const registration = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      // The device may know the app at another address too (see `app-template.ts`).
      const own = registrations.find(({ scopeURL }) => scopeURL === `${installation.address}/`)
      if (own) resolve(own.registrationId)
    })
  })
  await browser.send('ServiceWorker.enable')
  await browser.send('ServiceWorker.dispatchSyncEvent', {
    origin: installation.address,
    registrationId: await registration,
    tag: 'so-tay-sync',
    lastChance: false,
  })
}

test('SYN-23: what was written without a network is sent by the worker alone, with no page open', async () => {
  const page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await openQuestion(page, installation.address)
  const before = (await (await EndpointFacts.of(installation)).overview()).facts.ops
  await installation.kill()
  await thirdAnswer(page).click()
  await expect(onDevice(page)).toBeVisible()
  const elsewhere = await page.context().newPage()
  await elsewhere.goto('about:blank')
  await page.close()
  await installation.start()
  const facts = await EndpointFacts.of(installation)
  expect((await facts.overview()).facts.ops).toBe(before)
  await wakeWorker(elsewhere)
  await expect.poll(async () => (await facts.overview()).facts.ops).toBeGreaterThan(before)
})
