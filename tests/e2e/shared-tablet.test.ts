// One tablet in an office, two people, no network: each with their own sealed data. Then one forgets the PIN, and the
// other's device is revoked.
import { expect, type Page, test } from '@playwright/test'
import { rowsOf } from './support/device-data.ts'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { Profile, tablet } from './support/profile.ts'
import { onDevice, thirdAnswer } from './support/question.ts'
import { fillSignIn, signIn } from './support/steps.ts'

const SECRETARY = { username: 'thuky.doanket', pin: '802913' }
const CHAIRMAN = { username: 'chutich.doanket', pin: '571204' }

const profile = new Profile(tablet)
let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

const ways = (page: Page) => page.getByRole('navigation', { name: 'Các mục chính' })
const locked = (page: Page) => page.getByRole('heading', { name: 'Ứng dụng đang khóa' })

/** Rows whose content can be read by somebody who has the tablet in hand, in all the databases whose person has a PIN. */
async function rowsInClear(page: Page): Promise<number> {
  const tables = ['ent', 'own', 'meta', 'draft', 'summary', 'blob', 'blobq', 'attention']
  const all = await Promise.all(tables.map((table) => rowsOf(page, { database: 'sotay-demo', table })))
  const rows = all.flat() as readonly { readonly box?: { readonly sealed?: unknown } }[]
  return rows.length === 0 ? -1 : rows.filter(({ box }) => !box?.sealed).length
}

const envelopes = async (page: Page): Promise<number> =>
  (await rowsOf(page, { database: 'sotay-demo', table: 'own' })).filter((row) => 'env' in (row as object)).length

async function setPin(page: Page, pin: string): Promise<void> {
  await page.goto(`${installation.address}/more/settings`)
  await page.getByLabel('Mã PIN mới', { exact: true }).fill(pin)
  await page.getByLabel('Nhập lại mã PIN mới').fill(pin)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
  await expect(page.getByRole('button', { name: 'Khóa ngay' })).toBeVisible()
  await expect.poll(() => rowsInClear(page)).toBe(0)
}

async function lock(page: Page): Promise<void> {
  await page.goto(`${installation.address}/more`)
  // A cold start of a sealed store is locked by itself.
  await expect(locked(page)).toBeVisible()
}

async function unlock(page: Page, pin: string): Promise<void> {
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'Mở khóa' }).click()
}

/** The other of the two, from the locked screen. */
async function changeTo(page: Page, position: string): Promise<void> {
  await page.getByRole('button', { name: /Chuyển/ }).click()
  await expect(page.getByRole('list', { name: 'Dữ liệu đang khóa của' })).toContainText(position)
}

/** Opens a question that nobody has answered yet, by links: an address typed anew would lock. */
async function goToQuestion(page: Page): Promise<void> {
  await ways(page).getByRole('link', { name: 'Tự đánh giá' }).click()
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await expect(page.getByRole('radio').first()).toBeVisible()
}

test('DAT-30, DAT-33, DAT-34, DAT-35: two people share one tablet offline, one forgets the PIN, one is revoked', async () => {
  const page = await profile.open()
  await signIn(page, installation, SECRETARY.username)
  await setPin(page, SECRETARY.pin)
  await page.getByRole('button', { name: 'Khóa ngay' }).click()
  await expect(locked(page)).toBeVisible()
  await page.getByRole('button', { name: 'Đăng nhập người khác' }).click()
  await fillSignIn(page, installation.account(CHAIRMAN.username))
  await expect(ways(page)).toBeVisible({ timeout: 30_000 })
  await setPin(page, CHAIRMAN.pin)

  // Without a network: everything on the disk is sealed, a wrong PIN opens nothing, each gets at their own.
  const before = (await (await EndpointFacts.of(installation)).overview()).facts.ops
  await installation.kill()
  await lock(page)
  await unlock(page, SECRETARY.pin)
  await expect(page.getByText(/Mã PIN chưa đúng, còn 9 lần thử/)).toBeVisible()
  expect(await rowsInClear(page)).toBe(0)
  await changeTo(page, 'Thư ký')
  const begin = Date.now()
  await unlock(page, SECRETARY.pin)
  await expect(ways(page)).toBeVisible()
  expect(Date.now() - begin).toBeLessThan(5000)
  await goToQuestion(page)
  await thirdAnswer(page).click()
  await expect(onDevice(page)).toBeVisible()
  await expect.poll(() => envelopes(page)).toBeGreaterThan(0)
  await lock(page)
  await expect(page.getByText(/Còn \d+ thay đổi chưa gửi/)).toBeVisible()

  // The secretary forgets the PIN: what was not sent is at the endpoint all the same.
  await installation.start()
  await page.getByText('Quên mã PIN hoặc đã hết lần thử').click()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(installation.account(SECRETARY.username).password)
  await page.getByRole('button', { name: 'Quên hẳn, lập dữ liệu mới' }).click()
  await expect(ways(page)).toBeVisible({ timeout: 30_000 })
  const facts = await EndpointFacts.of(installation)
  await expect.poll(async () => (await facts.overview()).facts.ops, { timeout: 30_000 }).toBeGreaterThan(before)
  expect((await facts.overview()).facts.quarantined).toBe(0)

  // The chairman's device is revoked while it is locked: the work still leaves and waits for a person.
  await page.goto(`${installation.address}/more`)
  await page.getByRole('button', { name: /Chuyển/ }).click()
  await expect(page.getByRole('list', { name: 'Dữ liệu đang khóa của' })).toContainText('Chủ tịch')
  await unlock(page, CHAIRMAN.pin)
  await expect(ways(page)).toBeVisible()
  await installation.kill()
  await goToQuestion(page)
  await thirdAnswer(page).click()
  await expect(onDevice(page)).toBeVisible()
  await expect.poll(() => envelopes(page)).toBeGreaterThan(0)
  await lock(page)
  await installation.start()
  await facts.revokeDevicesOf(CHAIRMAN.username)
  await page.getByRole('button', { name: 'Gửi phần đang chờ' }).click()
  await expect(page.getByText('Đã gửi hết.')).toBeVisible()
  await expect.poll(async () => (await facts.overview()).facts.quarantined).toBeGreaterThan(0)
})
