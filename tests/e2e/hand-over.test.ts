// No network at all: work goes as a file from one real browser profile to another, in a monitor's pocket to the endpoint
// and back, and as codes from a screen to a camera.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { writeCodeFilm } from './support/code-film.ts'
import { hasPass, makeFile, openFile, savedFile, tryPhrase, withoutSaveDialog } from './support/hand-over.ts'
import { Installation } from './support/installation.ts'
import { desk, phone, Profile, type Screen, tablet } from './support/profile.ts'
import { openQuestion, thirdAnswer } from './support/question.ts'
import { chip, fetchCodeReader, signIn } from './support/steps.ts'

test.setTimeout(240_000)

const SECRETARY = 'thuky.doanket'
const COLLEAGUE = 'chutich.doanket'
const MONITOR = 'giamsat.trangdinh'

let installation: Installation
const profiles: Profile[] = []

test.beforeEach(async () => {
  installation = await Installation.create()
})

test.afterEach(async () => {
  for (const profile of profiles.splice(0)) await profile.remove()
  await installation.remove()
})

interface Device {
  readonly profile: Profile
  readonly page: Page
}

/** Signed in once, with a network. */
async function onlineDevice(username: string, screen: Screen, extra: readonly string[] = []): Promise<Device> {
  const profile = new Profile(screen, extra)
  profiles.push(profile)
  const page = await profile.open()
  await withoutSaveDialog(page)
  await signIn(page, installation, username)
  await hasPass(page)
  return { profile, page }
}

/** Then the network goes away. */
async function offlineDevice(username: string, screen: Screen): Promise<Device> {
  const device = await onlineDevice(username, screen)
  await device.profile.setOffline(true)
  return device
}

async function answerOne({ page }: Device): Promise<string> {
  await openQuestion(page, installation.address)
  await thirdAnswer(page).check()
  await expect(page.locator('main').getByText('Trên máy', { exact: true }).first()).toBeVisible()
  return new URL(page.url()).pathname
}

/** Reading is work for the processor, and two other tests want it as well. */
const WHILE_THE_CAMERA_READS = { timeout: 150_000 }

test('a colleague sees what a file brought, both devices without a network, marked as not confirmed', async () => {
  const secretary = await offlineDevice(SECRETARY, phone)
  const colleague = await offlineDevice(COLLEAGUE, desk)
  await installation.kill()
  const question = await answerOne(secretary)
  const file = await makeFile(secretary.page, installation.address, /Đồng nghiệp/)
  expect(file.name).toMatch(/^so-tay-[\w-]+\.sotay$/)

  await openFile(colleague.page, installation.address, file)
  await expect(colleague.page.getByText(/chưa được máy chủ xác nhận/).first()).toBeVisible()
  await colleague.page.goto(installation.address + question)
  await expect(thirdAnswer(colleague.page)).toBeChecked()
  await expect(colleague.page.locator('main').getByText('Chưa được máy chủ xác nhận').first()).toBeVisible()
  await openFile(colleague.page, installation.address, file)
  await expect(colleague.page.getByText(/đã có từ trước/).first()).toBeVisible()

  const locked = await makeFile(secretary.page, installation.address, /Đồng nghiệp/, 'mưa rào trên đồi chè')
  await openFile(colleague.page, installation.address, locked)
  await tryPhrase(colleague.page, 'mưa rào trên đồi cọ')
  await expect(colleague.page.getByText(/Cụm mật khẩu không đúng/)).toBeVisible()
  await tryPhrase(colleague.page, 'mưa rào trên đồi chè')
  await expect(colleague.page.getByText(/đã có từ trước/).first()).toBeVisible()
})

test('a monitor carries a sealed file to the endpoint and the receipt back', { tag: '@long' }, async () => {
  const secretary = await offlineDevice(SECRETARY, phone)
  const monitor = await offlineDevice(MONITOR, tablet)
  await installation.kill()
  await answerOne(secretary)
  await expect(chip(secretary.page)).not.toContainText(/Đã gửi/)
  const file = await makeFile(secretary.page, installation.address, /Máy chủ/)
  expect(file.bytes.includes('asm.')).toBe(false)
  await openFile(monitor.page, installation.address, file)
  await expect(monitor.page.getByText(/mang hộ tới máy chủ/).first()).toBeVisible()

  await installation.start()
  await monitor.profile.setOffline(false)
  await monitor.page.goto(`${installation.address}/sync`)
  await monitor.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await monitor.page.goto(`${installation.address}/sync/hand-over`)
  const makeReceipts = monitor.page.getByRole('button', { name: 'Tạo tệp biên nhận' })
  await expect(async () => {
    await monitor.page.reload()
    await expect(makeReceipts).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await makeReceipts.click()
  const receipts = await savedFile(monitor.page)

  await openFile(secretary.page, installation.address, receipts)
  await expect(secretary.page.getByText(/biên nhận của máy chủ/).first()).toBeVisible()
  await expect(chip(secretary.page)).toContainText(/Đã gửi/)
})

test('codes on one screen are read by the camera of another device without a network', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sotay-film-'))
  const film = path.join(folder, 'codes.y4m')
  try {
    const secretary = await offlineDevice(SECRETARY, phone)
    const question = await answerOne(secretary)
    const file = await makeFile(secretary.page, installation.address, /Đồng nghiệp/)
    await secretary.page.getByRole('link', { name: 'Hiện mã QR' }).click()
    await expect(secretary.page.getByText(/khoảng \d+ giây/)).toBeVisible()
    await expect(secretary.page.getByText(/^Khung \d+ trong \d+$/)).toBeVisible()

    writeCodeFilm(film, file.bytes)
    const camera = [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]
    const colleague = await onlineDevice(COLLEAGUE, phone, camera)
    await fetchCodeReader(colleague.page, installation.address)
    await colleague.profile.setOffline(true)
    await colleague.page.goto(`${installation.address}/sync/hand-over/scan`)
    await expect(colleague.page.getByText(/chưa được máy chủ xác nhận/).first()).toBeVisible(WHILE_THE_CAMERA_READS)
    await colleague.page.goto(installation.address + question)
    await expect(thirdAnswer(colleague.page)).toBeChecked()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
