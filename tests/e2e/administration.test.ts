// Somebody new, from the administrator's desk to work in the commune and out again: added with a one-time code, in with
// it on a device of their own, at work, and, the role ended, without it.
import { expect, type Page, test } from '@playwright/test'
import { Installation } from './support/installation.ts'
import { desk, phone } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { chip, signIn } from './support/steps.ts'

let installation: Installation
const profiles = new Profiles()

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
})

const COMMUNE = 'ls25-06001'
const POSITION = 'Thư ký ISO xã Đoàn Kết'
const NO_ROLE = /^Tài khoản này chưa được giao việc ở đơn /

/** As it is typed into a field. */
function daysFromToday(days: number): string {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000)
    .toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' })
    .split('-')
  return `${day}/${month}/${year}`
}

async function addSecretary(page: Page): Promise<{ readonly code: string; readonly path: string }> {
  await page.goto(`${installation.address}/more/admin/people/new`)
  await page.getByLabel('Vai trò').selectOption('iso-secretary')
  await page.getByLabel('Nơi').selectOption(COMMUNE)
  await expect(page.getByLabel('Chức danh')).toHaveValue(POSITION)
  // The demonstration has `thuky.doanket`: the next name is proposed.
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('thuky.doanket2')
  await page.getByLabel('Từ ngày').fill(daysFromToday(-3))
  await page.getByRole('button', { name: 'Thêm và tạo mã đăng nhập' }).click()
  await expect(page.getByText('Mã chỉ hiện một lần')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Mã QR đăng nhập/ })).toBeVisible()
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).innerText()
  return { code, path: `/sign-in#ma=${code}` }
}

test('somebody new comes in with a one-time code, works in the commune, and loses it when the role ends', async () => {
  const admin = await profiles.add(desk).open()
  const theirs = await profiles.add(phone).open()
  const { code, path } = await test.step('the administrator adds a secretary and gets a code', async () => {
    await signIn(admin, installation, 'quantri')
    return addSecretary(admin)
  })

  await test.step('the code opens the first sign-in on their own phone, with a password of their own', async () => {
    await theirs.goto(installation.address + path)
    await theirs.getByLabel('Mật khẩu mới', { exact: true }).fill('suong mu tren deo Bong Lau')
    await theirs.getByRole('button', { name: 'Lưu mật khẩu và vào' }).click()
    await expect(theirs.getByRole('navigation', { name: 'Các mục chính' })).toBeVisible({ timeout: 30_000 })
    await expect(chip(theirs)).toContainText(/Đã gửi/, { timeout: 30_000 })
    expect(theirs.url()).not.toContain(code)
  })

  await test.step('they see the commune', async () => {
    await expect(theirs.locator('header').first()).toContainText('Đoàn Kết')
    await theirs.goto(`${installation.address}/self-assessment`)
    await expect(theirs.getByRole('link', { name: 'Làm tiếp' })).toBeVisible()
  })

  await test.step('the administrator ends the role with yesterday as its last day', async () => {
    await admin.goto(`${installation.address}/more/admin/people?q=doanket2`)
    await admin.locator('main a[href*="/people/"]', { hasText: 'thuky.doanket2' }).click()
    await expect(admin.getByText('đang có hiệu lực')).toBeVisible()
    await admin.getByRole('button', { name: 'Kết thúc' }).click()
    await admin.getByLabel('Ngày cuối có vai trò').fill(daysFromToday(-1))
    await admin.getByRole('button', { name: 'Kết thúc vai trò' }).click()
    await expect(admin.getByText('đã hết hạn')).toBeVisible()
  })

  await test.step('at its next contact their phone opens the commune no more', async () => {
    await theirs.reload()
    await expect(theirs.getByText(NO_ROLE)).toBeVisible({ timeout: 30_000 })
    await expect(theirs.getByRole('link', { name: 'Làm tiếp' })).toHaveCount(0)
  })
})
