// What people do, in their own words, so that a test reads like the story it tells. Everything goes through the screen.
import { deflateSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import type { DemoAccount, Installation } from './installation.ts'

export const chip = (page: Page) =>
  page
    .locator('header')
    .getByRole('link')
    .filter({ hasText: /Đã lưu|Đã gửi|Chưa gửi|Cần anh|Đang|Chờ gửi|Lỗi/ })

export async function fillSignIn(page: Page, account: DemoAccount): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(account.username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** First sign-in on a profile: needs the endpoint once. Waits until the service worker keeps the app. */
export async function signIn(page: Page, installation: Installation, username: string): Promise<void> {
  await page.goto(installation.address)
  await fillSignIn(page, installation.account(username))
  await atHome(page)
}

/** Signed in, everything fetched, and the app kept for a start without a network. */
async function atHome(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Các mục chính' })).toBeVisible({ timeout: 30_000 })
  await expect(chip(page)).toContainText(/Đã gửi/, { timeout: 30_000 })
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** First sign-in with a one-time code, on a device of one's own. */
export async function signInInvited(page: Page, installation: Installation, path: string): Promise<void> {
  await page.goto(installation.address + path)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('suong mu tren deo Bong Lau')
  await page.getByRole('button', { name: 'Lưu mật khẩu và vào' }).click()
  await atHome(page)
}

/** What a browser tells a page when its network comes back: the page sends at once and waits for no next try. */
export const networkIsBack = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.dispatchEvent(new Event('online')))

/** HND-16: asked for by the button where the line did not look quick, as it does not on a busy machine. */
export async function fetchCodeReader(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sync/hand-over`)
  const isHere = page.getByText('Máy này đọc được mã QR cả khi không có mạng.')
  const fetchIt = page.getByRole('button', { name: /^Tải bộ đọc mã/ })
  await expect(isHere.or(fetchIt)).toBeVisible()
  if (await fetchIt.isVisible()) await fetchIt.click()
  await expect(isHere).toBeVisible()
}

/** A second person on the same device. Whoever leaves before everything is sent, the note of a look included, is asked first. */
export async function signInAnother(page: Page, installation: Installation, username: string): Promise<void> {
  await page.goto(`${installation.address}/more`)
  await expect(chip(page)).toContainText('không còn gì chờ', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Rời khỏi tài khoản này' }).click()
  await fillSignIn(page, installation.account(username))
  await expect(page.getByRole('navigation', { name: 'Các mục chính' })).toBeVisible({ timeout: 30_000 })
  await expect(chip(page)).toContainText(/Đã gửi/, { timeout: 30_000 })
}

/** Another person who has been on this device before; works without a network. */
export async function switchTo(page: Page, installation: Installation, name: RegExp): Promise<void> {
  await page.goto(`${installation.address}/more`)
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A picture as a camera would give it: large, in colour, every pixel different from the next. */
export function picture(width = 2400, height = 1800): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3
      rows[at] = (x * 255) / width
      rows[at + 1] = (y * 255) / height
      rows[at + 2] = (x ^ y) & 255
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export async function photograph(page: Page, buffer = picture()): Promise<void> {
  const before = await page.getByRole('img').count()
  await page
    .locator('input[type=file][capture]')
    .first()
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer })
  await expect.poll(() => page.getByRole('img').count()).toBeGreaterThan(before)
}

/** A person's own rule: without it a browser that hides its network, as one on a desk does, asks before each photo. */
export async function alwaysSendPhotos(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/more/settings`)
  const always = page.getByRole('radio', { name: /^Luôn gửi/ })
  await always.check()
  await expect(always).toBeChecked()
}
