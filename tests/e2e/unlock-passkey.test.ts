// A sealed store opened by a finger, without a network: Chromium's own authenticator in software, with the answers (PRF)
// that the key is wrapped under; and one that has none.
import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { axeViolations } from './support/axe.ts'
import { rowsOf } from './support/device-data.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { fillSignIn, photograph } from './support/steps.ts'

const PIN = '802913'
const NEW_PIN = '471120'
const profile = new Profile(phone)
let installation: Installation
/** Keys of an authenticator belong to a name: this machine's own needs no certificate. */
let address: string

test.beforeAll(async () => {
  installation = await Installation.create(async (port) => {
    address = `http://localhost:${port}`
    return {}
  })
})

test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

const atWork = (page: Page) => page.getByRole('navigation', { name: 'Các mục chính' })
const byFinger = (page: Page) => page.getByRole('button', { name: 'Mở bằng vân tay / khuôn mặt' })

async function withAuthenticator(cdp: CDPSession, hasPrf: boolean): Promise<string> {
  const made = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  })
  return made.authenticatorId
}

/** Whose bytes are on this device only, thumbnails aside. */
async function unsentPhotos(page: Page): Promise<number> {
  const rows = (await rowsOf(page, { database: 'sotay-demo', table: 'blobq' })) as { readonly rank: number }[]
  return rows.filter(({ rank }) => rank === 1).length
}

async function turnOn(page: Page, pin: string): Promise<void> {
  const current = page.getByLabel('Mã PIN hiện tại').first()
  if (!(await current.isVisible())) await page.getByText('Mở bằng vân tay / khuôn mặt', { exact: true }).click()
  await current.fill(pin)
  await page.getByRole('button', { name: 'Bật mở bằng vân tay / khuôn mặt' }).click()
}

test('DAT-37, DAT-38: a finger opens the sealed store without a network; a forgotten PIN loses nothing; without answers of the authenticator the PIN stays', async () => {
  const page = await profile.open()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const plain = await withAuthenticator(cdp, false)
  await page.goto(address)
  await fillSignIn(page, installation.account('thuky.doanket'))
  await expect(atWork(page)).toBeVisible()
  await page.goto(`${address}/more/settings`)
  await page.getByLabel('Mã PIN mới', { exact: true }).fill(PIN)
  await page.getByLabel('Nhập lại mã PIN mới').fill(PIN)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
  await expect(page.getByRole('button', { name: 'Khóa ngay' })).toBeVisible()

  await turnOn(page, PIN)
  await expect(page.getByText(/Máy này chưa dùng được vân tay/)).toBeVisible()
  await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: plain })
  const phoneKey = await withAuthenticator(cdp, true)
  await turnOn(page, PIN)
  await expect(page.getByText('Đang bật trên máy này.')).toBeVisible()
  await page.getByText('Quên mã PIN', { exact: true }).click()
  await page.getByLabel('Mã PIN mới', { exact: true }).first().fill(NEW_PIN)
  await page.getByLabel('Nhập lại mã PIN mới').first().fill(NEW_PIN)
  await page.getByRole('button', { name: 'Đặt mã PIN mới bằng vân tay / khuôn mặt' }).click()
  await expect(page.getByText('Đã đổi mã PIN.')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await installation.kill()
  await page.goto(`${address}/more`)
  await expect(byFinger(page)).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await byFinger(page).click()
  await expect(atWork(page)).toBeVisible()

  // A photo that will not be sent before somebody allows it.
  await atWork(page).getByRole('link', { name: 'Tự đánh giá' }).click()
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await photograph(page)
  await expect.poll(() => unsentPhotos(page)).toBe(1)

  // The phone lost its keys: the PIN opens as before.
  await page.reload()
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId: phoneKey })
  await byFinger(page).click()
  await page.getByLabel('Mã PIN', { exact: true }).fill(NEW_PIN)
  await page.getByRole('button', { name: 'Mở khóa' }).click()

  // It opens at the question it was left at, where a phone has the dock in the place of the navigation.
  await expect(page.getByText(/^Câu \d+ trong 52$/)).toBeVisible()
  await page
    .locator('header')
    .getByRole('link', { name: /^Tự đánh giá lần/ })
    .click()
  await atWork(page).getByRole('link', { name: 'Thêm' }).click()
  await page.getByRole('link', { name: /Cài đặt/ }).click()
  await page.getByRole('button', { name: 'Tắt mở bằng vân tay / khuôn mặt' }).click()
  await expect(page.getByText('Đã tắt; từ nay chỉ mở bằng mã PIN.')).toBeVisible()
  await page.getByRole('button', { name: 'Khóa ngay' }).click()
  await expect(page.getByRole('heading', { name: 'Ứng dụng đang khóa' })).toBeVisible()
  await expect(page.getByText('Người khác trên máy này')).toBeVisible()
  await expect(byFinger(page)).toBeHidden()

  // No finger and no PIN any more, and nothing is lost: the endpoint gives the key back for the password.
  await installation.start()
  await page.getByText('Quên mã PIN hoặc đã hết lần thử').click()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(installation.account('thuky.doanket').password)
  await page.getByLabel('Mã PIN mới', { exact: true }).fill(PIN)
  await page.getByLabel('Nhập lại mã PIN mới').fill(PIN)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Đặt mã PIN mới, giữ nguyên dữ liệu' }).click()
  await expect(atWork(page)).toBeVisible()
  expect(await unsentPhotos(page)).toBe(1)
  await page.reload()
  await page.getByLabel('Mã PIN', { exact: true }).fill(PIN)
  await page.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(atWork(page)).toBeVisible()
})
